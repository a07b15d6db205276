import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles`.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: Words("The eSIM profiles on an eUICC."),
    subcommands: [
      List.self, DownloadProfile.self, DiscoverProfiles.self, EnableProfile.self,
      DisableProfile.self, RenameProfile.self, DeleteProfile.self,
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
      let document = try cards.read(plan).requiringEUICC
      if format.choice == .lpac { return try document.reportAsLPAC(LPACLine.profiles) }
      try document.report(asJSON: format.choice == .json) {
        ProfilesText.lines($0, isFull: true, colour: $1)
      }
    }

    /// lpac's answer has icons in it.
    private var plan: ReadingPlan {
      if full { return ReadingPlan([.profiles], isFull: true) }
      return ReadingPlan(asking: format.choice == .lpac ? [.profiles, .icons] : [.profiles])
    }
  }
}
