import ArgumentParser
import Card
import CardState
import PCSC
import Words

/// `cardinfo readers`.
struct Readers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readers", abstract: Words("List the card readers and whether each has a card."))

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    var answer = Answer()
    do throws(PCSCError) {
      let states = try PCSCContext().readerStates()
      answer.readers = states.enumerated().map { Reader(index: $0.offset, $0.element) }
    } catch {
      answer.errors = [ReadFailure(ChannelError(error))]
    }
    try answer.report(asJSON: json)
    if let failure = answer.errors.first {
      StandardError.report(failure)
      throw ExitStatus(failure).exit
    }
    if answer.readers.isEmpty {
      let failure = ReadFailure(ChannelError(.noReadersAvailable))
      StandardError.report(failure)
    }
  }

  struct Reader: Encodable {
    var index: Int
    var name: String
    /// `present`, `absent`, `mute` or `unavailable`.
    var card: String
    var atr: String?
    /// Whether a program is connected to the card.
    var inUse: Bool

    init(index: Int, _ state: ReaderState) {
      self.index = index
      name = state.name
      card =
        !state.isAvailable
        ? "unavailable" : state.isMute ? "mute" : state.hasCard ? "present" : "absent"
      atr = state.answerToReset.isEmpty ? nil : state.answerToReset.hex
      inUse = state.isInUse
    }

    var cardWords: Words {
      switch card {
      case "absent": Words("no card")
      case "mute": Words("card mute")
      case "unavailable": Words("card unavailable")
      default: Words("card present")
      }
    }
  }

  struct Answer: TextualAnswer {
    var readers: [Reader] = []
    var errors: [ReadFailure] = []

    var table: Table {
      var table = Table()
      for reader in readers {
        table.add(
          Table.Cell("\(reader.index)", .label), Table.Cell(reader.name, .heading),
          Table.Cell(
            reader.cardWords,
            reader.card == "present" ? .good : .plain),
          reader.inUse ? Table.Cell(Words("in use"), .attention) : .empty)
      }
      return table
    }
  }
}
