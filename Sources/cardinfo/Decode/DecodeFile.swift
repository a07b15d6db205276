import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo decode file`.
struct DecodeFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: Words("The bytes of a file, or of one of its records."),
    discussion: Words("For example: cardinfo decode file EF.SPN 016769666667616666FFFF"))

  @Argument(help: ArgumentHelp(Words("The file's name in the specification, with or without EF.")))
  var name: String

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let files = FileRegistry.files(named: name)
    guard let file = files.first else {
      throw ValidationError(Words("no file is named '\(name)'; cardinfo --full lists the names"))
    }
    try Answer(
      name: file.descriptor.name, source: file.descriptor.source, value: try value(of: file)
    ).report(asJSON: options.answer.json)
  }

  private func value(of file: any ElementaryFile.Type) throws -> JSONValue? {
    func decode<File: ElementaryFile>(_ type: File.Type) throws -> JSONValue? {
      JSONValue(
        encoding: try options.parse { reader throws(ParseError) in try File(parsing: &reader) })
    }
    return try decode(file)
  }

  struct Answer: TabularAnswer {
    var name: String
    var source: String
    var value: JSONValue?

    var table: Table {
      var table = Table()
      table.add(Words("file"), "\(name) (\(source))")
      guard case .object(let members) = value else { return table }
      for (member, value) in members.sorted(by: { $0.key < $1.key }) {
        table.add(Words(verbatim: member), value.summary)
      }
      return table
    }
  }
}
