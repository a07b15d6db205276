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
      abstract: "List the profiles of every eUICC (the default).")

    @OptionGroup var cards: CardOptions

    @Flag(help: "Read icons and access rules too.")
    var full = false

    @Flag(help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
      var document = try cards.read(ReadingPlan([.profiles], isFull: full))
      for card in document.cards where card.euiccs.isEmpty {
        document.errors.append(
          ReadFailure(
            reader: card.reader.name, code: "euicc.none",
            message: "no eUICC answers on this card",
            hint: "it is a plain SIM, or an eUICC under a name not known here: cardinfo reads it"))
      }
      try document.report(asJSON: json, text: ProfilesText.init)
    }
  }
}
