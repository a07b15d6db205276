import FoundationEssentials

/// Lines as one JSON object (`Docs/schema/lines.schema.json`), written one after the other.
struct LinesDocument {
  private let encoder: JSONEncoder
  private var isEmpty = true

  /// Writes all of `records`.
  static func write(_ records: [LineRecord]) throws {
    var document = try begin()
    for record in records { try document.write(record) }
    document.end()
  }

  /// Writes what comes before the lines.
  static func begin() throws -> LinesDocument {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let document = LinesDocument(encoder: encoder)
    let head = try document.text(Head())
    StandardOutput.write(head.dropLast() + ",\n\"lines\":[")
    return document
  }

  /// Writes one line.
  mutating func write(_ record: LineRecord) throws {
    StandardOutput.write((isEmpty ? "\n" : ",\n") + (try text(record)))
    isEmpty = false
  }

  /// Writes what comes after the lines.
  func end() { StandardOutput.write(isEmpty ? "]}\n" : "\n]}\n") }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private struct Head: Encodable {
    var schema = "cardinfo.lines"
    var schemaVersion = "1.0"
    var generatedAt = Date()
    var tool = ["name": "cardinfo", "version": Version.current]
  }
}
