import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles`.
struct Profiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: Words("The eSIM profiles on an eUICC."),
    subcommands: [
      List.self, EnableProfile.self, DisableProfile.self, RenameProfile.self, DeleteProfile.self,
      ResetProfiles.self, DefaultAddress.self,
    ],
    defaultSubcommand: List.self)

  /// `cardinfo profiles list`, the default.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: Words("List the profiles of every eUICC."))

    @OptionGroup var cards: CardOptions

    @Flag(
      help: ArgumentHelp(
        Words(
          "Read all that the eUICC says: its information, servers, rules, notifications, icons.")))
    var full = false

    @OptionGroup var format: FormatOptions

    func run() throws {
      let document = try cards.read(
        ReadingPlan([.profiles], isFull: full || format.choice == .lpac)
      ).requiringEUICC
      if format.choice == .lpac { return try document.reportAsLPAC(LPACLine.profiles) }
      try document.report(asJSON: format.choice == .json, text: ProfilesText.init)
    }
  }
}

extension CardStateDocument {
  /// The document, with an error when nothing failed and no card has an eUICC.
  var requiringEUICC: CardStateDocument {
    guard errors.isEmpty, cards.allSatisfy({ $0.euiccs.isEmpty }) else { return self }
    var document = self
    document.errors.append(
      ReadFailure(
        code: "euicc.none", message: Words("no eUICC answers here"),
        hint: Words("a plain SIM has no profiles: cardinfo reads it")))
    return document
  }
}
