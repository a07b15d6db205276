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

  @Option(
    help: ArgumentHelp(
      Words("Whose file it is, where several have that name: \(CardApplication.list)."),
      valueName: "application"),
    transform: CardApplication.parse)
  var application: CardApplication?

  @OptionGroup var options: DecodeOptions

  func run() throws {
    guard let named = EF.named(name, in: application).first else {
      throw ValidationError(notKnown)
    }
    let file = named.file
    let value = try options.parse { reader throws(ParseError) in
      JSONValue(encoding: try file.decode(&reader))
    }
    let others = EF.named(name).map(\.descriptor).filter { $0.path != named.descriptor.path }
    try Answer(
      name: named.descriptor.name, source: named.descriptor.source,
      path: named.descriptor.path, value: value,
      others: others.isEmpty ? nil : others.map(\.path)
    ).report(asJSON: options.answer.json)
  }

  private var notKnown: Words {
    let owners = EF.named(name).map(\.descriptor.directory.application.rawValue)
    guard let application, !owners.isEmpty else {
      return Words("no file is named '\(name)'; cardinfo --full lists the names")
    }
    return Words(
      "'\(application.rawValue)' has no file named '\(name)'; these have: \(owners.joined(separator: ", "))"
    )
  }

  struct Answer: TabularAnswer {
    var name: String
    var source: String
    var path: String
    var value: JSONValue?
    /// Where other files of that name are.
    var others: [String]?

    var table: Table {
      var table = Table()
      table.add(Words("file"), "\(name) (\(source))")
      table.add(Words("path"), path)
      table.add(Words("same name"), others?.joined(separator: ", "))
      guard case .object(let members) = value else { return table }
      for (member, value) in members.sorted(by: { $0.key < $1.key }) {
        table.add(Words(verbatim: member), value.summary)
      }
      return table
    }
  }
}

extension CardApplication {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  static func parse(_ name: String) throws -> Self {
    guard let application = Self(rawValue: name.lowercased()) else {
      throw ValidationError(Words("--application does not know '\(name)'; it knows \(Self.list)"))
    }
    return application
  }
}
