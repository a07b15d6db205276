import ArgumentParser
import Card
import PCSC
import Words

/// `cardinfo readers`.
struct ReadersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readers", abstract: Words("List the card readers and whether each has a card."))

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let (readers, problems) = Self.readers()
    try Answer(readers: readers).report(asJSON: answer.json, problems: problems)
    if readers.isEmpty { StandardError.report(PCSCError.noReadersAvailable.problem) }
  }

  private static func readers() -> ([Reader], [Problem]) {
    do throws(PCSCError) {
      let states = try PCSCContext(Patience(seconds: 10)).readerStates()
      return (states.enumerated().map { Reader(index: $0.offset, $0.element) }, [])
    } catch {
      return ([], [error.problem])
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

  struct Answer: TabularAnswer {
    var readers: [Reader]

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
