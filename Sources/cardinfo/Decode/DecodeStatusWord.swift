import ArgumentParser
import Card
import Words

/// `cardinfo decode sw`.
struct DecodeStatusWord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sw", abstract: Words("A status word, such as 6A82."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    guard let response = ResponseAPDU(bytes: try options.bytes()), response.data.isEmpty else {
      throw Problem.malformed(Words("a status word has two bytes"))
    }
    try Answer(response.status).report(asJSON: options.answer.json)
  }

  struct Answer: TabularAnswer {
    var statusWord: String
    var meaning: Words?
    var isSuccess: Bool

    init(_ status: StatusWord) {
      statusWord = status.description
      meaning = status.meaning
      isSuccess = status.isSuccess
    }

    var table: Table {
      var table = Table()
      table.add(
        Table.Cell(statusWord, isSuccess ? .good : .attention),
        Table.Cell(meaning ?? Words("the specifications leave its meaning open")))
      return table
    }
  }
}
