import ArgumentParser
import VirtualCard
import Words

/// `cardinfo virtual`.
struct VirtualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "virtual", abstract: Words("Built-in cards to try things with."),
    subcommands: [List.self, Serve.self],
    defaultSubcommand: List.self)

  /// `cardinfo virtual list`, the default.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: Words("List the built-in cards."))

    @OptionGroup var answer: AnswerOptions

    func run() throws {
      let cards = NamedCard.catalog.map { Entry(name: $0.name, summary: $0.summary) }
      try Answer(virtualCards: cards).report(asJSON: answer.json)
    }

    struct Entry: Encodable {
      var name: String
      var summary: Words
    }

    struct Answer: TabularAnswer {
      var virtualCards: [Entry]

      var table: Table {
        var table = Table()
        for card in virtualCards {
          table.add(Table.Cell(card.name, .heading), Table.Cell(card.summary))
        }
        return table
      }
    }
  }

  /// `cardinfo virtual serve`.
  struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: Words("Put a built-in card into a reader of vpcd, as a real reader would see it."),
      discussion: Words(
        """
        Runs until it is interrupted or vpcd goes away. Needs pcscd with vpcd's driver: \
        apt install vsmartcard-vpcd
        """))

    @Argument(
      help: ArgumentHelp(Words("The card's name. See: cardinfo virtual list")),
      completion: CardCompletion.virtualCards)
    var name: String

    @Option(help: ArgumentHelp(Words("The port that vpcd's reader listens on.")))
    var port: UInt16 = 35963

    @Option(help: ArgumentHelp(Words("The host that pcscd runs on.")))
    var host = "127.0.0.1"

    @Option(
      help: ArgumentHelp(
        Words("Take the card out after this many exchanges, to see what happens.")))
    var removeAfter: Int?

    func run() throws {
      let card = try NamedCard.find(name).make()
      if let removeAfter { card.behaviour.isRemovedAfter = removeAfter }
      let server = VPCDServer(card: card, host: host, port: port)
      StandardError.note(Words("serving \(name) to \(host):\(port), Ctrl-C ends"))
      try server.run(isCancelled: { Interruption.isRequested })
    }
  }
}
