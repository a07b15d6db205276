import ArgumentParser
import Card
import CardState

/// `cardinfo profiles`.
struct Profiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The eSIM profiles on an eUICC.", subcommands: [List.self],
    defaultSubcommand: List.self)

  /// `cardinfo profiles list`, the default.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the profiles of every eUICC.")

    @OptionGroup var cards: CardOptions

    @Flag(help: "Read icons and access rules too.")
    var full = false

    @Flag(help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
      var document = try cards.read(ReadingPlan([.profiles], isFull: full))
      if document.errors.isEmpty, document.cards.allSatisfy({ $0.euiccs.isEmpty }) {
        document.errors.append(
          ReadFailure(
            code: "euicc.none", message: "no eUICC answers here",
            hint: "a plain SIM has no profiles: cardinfo reads it"))
      }
      try document.report(asJSON: json, text: ProfilesText.init)
    }
  }
}
