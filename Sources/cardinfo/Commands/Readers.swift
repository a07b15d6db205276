import ArgumentParser
import Card
import CardState
import PCSC

/// `cardinfo readers`.
struct Readers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the card readers and whether each has a card.")

  @Flag(help: "Print one JSON object instead of text.")
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
      StandardError.report(failure.message, hint: failure.hint)
      throw ExitStatus(failure).exit
    }
    if answer.readers.isEmpty {
      let failure = ReadFailure(ChannelError(.noReadersAvailable))
      StandardError.report(failure.message, hint: failure.hint)
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
            reader.card == "absent" ? "no card" : "card \(reader.card)",
            reader.card == "present" ? .good : .plain),
          Table.Cell(reader.inUse ? "in use" : "", .attention))
      }
      return table
    }
  }
}
