import Card
import FoundationEssentials
import HTTPS

/// The JSON that a server answers (GSMA SGP.22 §6.5.1.4): a header that says whether the function was
/// carried out, and members.
struct RSPAnswer {
  private let members: Members

  /// Takes an answer.
  ///
  /// - Throws: `refused` where the server says so, `malformed` where it is no answer.
  init(_ body: [UInt8]) throws(RSPError) {
    let members: Members = try Self.decode(body)
    let status = members.header.functionExecutionStatus
    guard ["Executed-Success", "Executed-WithWarning"].contains(status.status) else {
      guard let codes = status.statusCodeData else { throw .malformed("statusCodeData") }
      throw .refused(RSPStatus(codes.subjectCode, codes.reasonCode))
    }
    self.members = members
  }

  /// Holds an answer that need not be there to what it says if it is.
  static func requireAcceptance(_ body: [UInt8]) throws(RSPError) {
    guard body.contains(where: { $0 > 0x20 }) else { return }
    struct Anything: Decodable {
      let header: Present?
      struct Present: Decodable {}
    }
    let answer: Anything = try decode(body)
    if answer.header != nil { _ = try RSPAnswer(body) }
  }

  private static func decode<Value: Decodable>(_ body: [UInt8]) throws(RSPError) -> Value {
    let value = body.withUnsafeBytes { bytes -> Value? in
      guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return nil }
      // A package of a megabyte is decoded where it stands; nothing writes there.
      let json = Data(bytesNoCopy: start, count: bytes.count, deallocator: .none)
      return try? JSONDecoder().decode(Value.self, from: json)
    }
    guard let value else { throw .malformed("JSON") }
    return value
  }

  func text(_ name: String) throws(RSPError) -> String {
    guard case .text(let text)? = members.others[name] else { throw .malformed(name) }
    return text
  }

  /// A member in base64, which some servers break into lines.
  func bytes(_ name: String) throws(RSPError) -> [UInt8] {
    var text = try text(name)
    // A package is not copied for what is hardly ever in it.
    if text.utf8.contains(where: { [0x0A, 0x0D].contains($0) }) {
      text.removeAll(where: \.isNewline)
    }
    guard let data = Data(base64Encoded: text), !data.isEmpty else { throw .malformed(name) }
    return Array(data)
  }

  /// Holds an answer to the transaction that was asked about; where it names none, what is signed does.
  func require(_ transaction: [UInt8]) throws(RSPError) {
    guard let value = members.others["transactionId"] else { return }
    guard case .text(let text) = value, [UInt8](hex: text) == transaction else {
      throw .malformed("transactionId")
    }
  }

  /// eventEntries, which may be empty and has to be there.
  func events() throws(RSPError) -> [RSPServer.Event] {
    guard case .entries(let list)? = members.others["eventEntries"] else {
      throw .malformed("eventEntries")
    }
    var events: [RSPServer.Event] = []
    for entry in list {
      guard let server = ServerAddress(entry.rspServerAddress),
        entry.eventId.allSatisfy({ $0.isASCII && $0 > " " }), entry.eventId.count <= 255
      else { throw .malformed("eventEntries") }
      events.append(RSPServer.Event(server: server, matchingID: entry.eventId))
    }
    return events
  }

  private struct Members: Decodable {
    let header: Header
    let others: [String: Value]

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      header = try container.decode(Header.self, forKey: Name(stringValue: "header"))
      var others: [String: Value] = [:]
      for key in container.allKeys {
        others[key.stringValue] = try container.decode(Value.self, forKey: key)
      }
      self.others = others
    }
  }

  private struct Header: Decodable {
    let functionExecutionStatus: Status

    struct Status: Decodable {
      let status: String
      let statusCodeData: Codes?
    }

    struct Codes: Decodable {
      let subjectCode: String
      let reasonCode: String
    }
  }

  private enum Value: Decodable {
    case text(String)
    case entries([Entry])
    case other

    struct Entry: Decodable {
      let eventId: String
      let rspServerAddress: String
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let entries = try? container.decode([Entry].self) {
        self = .entries(entries)
      } else {
        self = .other
      }
    }
  }
}
