import FoundationEssentials
import Words

/// Reads comma-separated values (RFC 4180) record by record.
///
/// The separator is a comma, a semicolon or a tab, whichever the first record has most of:
/// spreadsheets take the one of their country. Lines end as on any system.
struct CSVReader {
  private let bytes: ByteSource
  private let separator: UInt8

  /// No field of a person's table is longer.
  static let longestField = 1 << 20
  static let mostFields = 1_000

  init(_ bytes: ByteSource, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The next record that is not an empty line.
  mutating func next() throws -> CSVRecord? {
    while try bytes.peek() != nil {
      let record = try record()
      if record.fields.count != 1 || record.fields.first != .nothing || record.problem != nil {
        return record
      }
    }
    return nil
  }

  private func record() throws -> CSVRecord {
    var record = CSVRecord(line: bytes.line)
    repeat {
      let field = try field(&record.problem)
      if record.fields.count < Self.mostFields {
        record.fields.append(field)
      } else {
        record.problem = record.problem ?? Words("a record has more than \(Self.mostFields) fields")
      }
    } while try goesOn()
    return record
  }

  // Takes what ends a field, and says whether another one follows.
  private func goesOn() throws -> Bool {
    guard let byte = try bytes.next() else { return false }
    if byte == separator { return true }
    if byte == UInt8(ascii: "\r"), try bytes.peek() == UInt8(ascii: "\n") { _ = try bytes.next() }
    return false
  }

  private func ends(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  private func field(_ problem: inout Words?) throws -> CSVRecord.Field {
    var text: [UInt8] = []
    var isTooLong = false
    func append(_ byte: UInt8) {
      if text.count < Self.longestField { text.append(byte) } else { isTooLong = true }
    }
    let isQuoted = try bytes.peek() == UInt8(ascii: "\"")
    if isQuoted {
      _ = try bytes.next()
      try quoted(&problem, append)
    }
    while let byte = try bytes.peek(), !ends(byte) {
      if isQuoted { problem = problem ?? Words("text follows a closing quotation mark") }
      append(byte)
      _ = try bytes.next()
    }
    if isTooLong { problem = problem ?? Words("a field is longer than \(Self.longestField) bytes") }
    if text.contains(0) { problem = problem ?? Words("a field has a NUL byte in it") }
    guard let string = String(validating: text, as: UTF8.self) else {
      problem = problem ?? Words("a field has bytes that are no text")
      return .nothing
    }
    return CSVRecord.Field(text: string, isQuoted: isQuoted)
  }

  private func quoted(_ problem: inout Words?, _ append: (UInt8) -> Void) throws {
    while let byte = try bytes.next() {
      if byte != UInt8(ascii: "\"") {
        append(byte)
      } else if try bytes.peek() == UInt8(ascii: "\"") {
        append(byte)
        _ = try bytes.next()
      } else {
        return
      }
    }
    problem = Words("a quotation mark is opened and never closed")
  }
}

/// One record of a table.
struct CSVRecord {
  /// The line that it begins on, from 1.
  let line: Int
  var fields: [Field] = []
  /// What makes it unusable.
  var problem: Words?

  /// Whether nothing stands in it, as in the rows below a spreadsheet's table.
  var isBlank: Bool {
    problem == nil && fields.allSatisfy { !$0.isQuoted && $0.text.allSatisfy(\.isWhitespace) }
  }

  /// One field. Quotation marks tell a text that is empty from none.
  struct Field: Equatable {
    let text: String
    let isQuoted: Bool

    static let nothing = Field(text: "", isQuoted: false)

    var isNothing: Bool { text.isEmpty && !isQuoted }

    /// The field as it is written, in quotation marks where it needs them.
    static func written(_ text: String?) -> String {
      guard let text else { return "" }
      let needsMarks = text.isEmpty || text.utf8.contains { ",\"\r\n".utf8.contains($0) }
      return needsMarks ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
  }
}
