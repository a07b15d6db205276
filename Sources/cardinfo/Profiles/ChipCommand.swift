import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo chip`.
struct ChipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chip",
    abstract: Words(
      "What each eUICC says of itself: versions, capabilities, roots, room, servers."),
    subcommands: [Info.self], defaultSubcommand: Info.self)

  /// `cardinfo chip info`, the default.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "info", abstract: Words("Show what each eUICC says of itself."))

    @OptionGroup var cards: CardOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
      let document = try cards.read(
        ReadingPlan(asking: [.information, .addresses, .rules, .vendor]), wanting: .information
      ).requiringEUICC
      if format.choice == .lpac { return try document.reportAsLPAC(LPACChipInformation.data) }
      try document.report(asJSON: format.choice == .json) { ChipText.lines($0, colour: $1) }
    }
  }
}

/// What each eUICC says of itself, for people.
enum ChipText {
  static func lines(_ cards: [CardReport], colour: Bool) -> [String] {
    Array(
      cards.map(\.card).filter { !$0.euiccs.isEmpty }.map { card in
        [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
          + card.euiccs.flatMap { euicc in
            var table = Table()
            table.add(.eid, euicc.title)
            return table.cardLines(colour: colour)
              + EUICCDetailsText(euicc).lines(colour)
          } + WarningsText.lines(of: card, colour: colour)
      }.joined(separator: [""]))
  }
}
