import ArgumentParser
import Card
import Words

/// `cardinfo decode tlv`.
struct DecodeTLV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tlv", abstract: Words("BER-TLV data objects, as a tree."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let nodes = try options.parse { reader throws(ParseError) in try Node.sequence(reader) }
    try Answer(dataObjects: nodes).report(asJSON: options.answer.json)
  }

  struct Answer: TabularAnswer {
    var dataObjects: [Node]

    var table: Table {
      var table = Table()
      for node in dataObjects { node.add(to: &table) }
      return table
    }
  }

  /// A data object with what is in it.
  struct Node: Encodable {
    var tag: String
    var length: Int
    var value: String?
    var dataObjects: [Node]?

    static func sequence(_ reader: ByteReader, depth: Int = 0) throws(ParseError) -> [Node] {
      guard depth < BERTLV.maximumDepth else { throw ParseError(.tooDeep, at: reader.offset) }
      var nodes: [Node] = []
      for object in try BERTLV.sequence(parsing: reader) {
        nodes.append(
          Node(
            tag: object.tag.description, length: object.value.count,
            value: object.tag.isConstructed ? nil : object.value.hex,
            dataObjects: object.tag.isConstructed
              ? try sequence(object.reader, depth: depth + 1) : nil))
      }
      return nodes
    }

    /// The value as text, where it is printable ASCII and long enough not to be so by chance.
    private var text: String? {
      guard let bytes = value.flatMap({ [UInt8](hex: $0) }), bytes.count > 3,
        bytes.allSatisfy({ (0x20...0x7E).contains($0) })
      else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }

    func add(to table: inout Table, depth: Int = 0) {
      let indent = String(repeating: "  ", count: depth)
      table.add(
        Table.Cell(indent + tag, .heading), Table.Cell("\(length)", .label),
        Table.Cell(value ?? ""), Table.Cell(text.map { "\"\($0)\"" } ?? "", .label))
      for node in dataObjects ?? [] { node.add(to: &table, depth: depth + 1) }
    }
  }
}
