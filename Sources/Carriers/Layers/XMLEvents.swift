import CExpat

/// A run through an XML text, element by element; no tree is built.
///
/// The text may be hostile. A document type with declarations of its own is refused, so there are no
/// entities to expand and no files to fetch; depth, and the size of attributes and text are limited.
final class XMLEvents {
  /// What takes the events.
  protocol Receiver: AnyObject {
    /// An element begins.
    func begin(_ name: String, _ attributes: [String: String]) throws(XMLFlaw)
    /// The innermost element ends; its text is what stood in it since its last element.
    func end(_ name: String, text: String) throws(XMLFlaw)
  }

  private let parser: XML_Parser
  private let receiver: any Receiver
  private var texts: [String] = []
  private var flaw: XMLFlaw?

  private static let deepest = 16
  private static let longest = 4096

  /// Sends the events of a text to a receiver, up to the first flaw.
  static func read(_ text: [UInt8], to receiver: any Receiver) throws(XMLFlaw) {
    guard let parser = XML_ParserCreate(nil), let length = Int32(exactly: text.count) else {
      throw XMLFlaw(.tooLarge, line: 0)
    }
    defer { XML_ParserFree(parser) }
    let events = XMLEvents(parser, receiver)
    let status = withExtendedLifetime(events) {
      text.withUnsafeBytes { bytes in
        XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length, 1)
      }
    }
    if let flaw = events.flaw { throw flaw }
    guard status != XML_STATUS_ERROR else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw XMLFlaw(.syntax(reason ?? "not understood"), line: events.line)
    }
  }

  private init(_ parser: XML_Parser, _ receiver: any Receiver) {
    self.parser = parser
    self.receiver = receiver
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasDeclarations in
      XMLEvents.of(data) { _ throws(XMLFlaw) in
        if hasDeclarations != 0 { throw XMLFlaw(.declarations) }
      }
    }
    XML_SetSkippedEntityHandler(parser) { data, _, _ in
      XMLEvents.of(data) { _ throws(XMLFlaw) in throw XMLFlaw(.declarations) }
    }
    XML_SetElementHandler(parser) { data, name, attributes in
      XMLEvents.of(data) { events throws(XMLFlaw) in try events.begin(name, attributes) }
    } _: { data, name in
      XMLEvents.of(data) { events throws(XMLFlaw) in try events.end(name) }
    }
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      XMLEvents.of(data) { events throws(XMLFlaw) in try events.take(bytes, Int(count)) }
    }
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Does something for one event, and stops the parser at the first flaw.
  private static func of(
    _ data: UnsafeMutableRawPointer?, _ work: (XMLEvents) throws(XMLFlaw) -> Void
  ) {
    guard let data else { return }
    let events = Unmanaged<XMLEvents>.fromOpaque(data).takeUnretainedValue()
    guard events.flaw == nil else { return }
    do {
      try work(events)
    } catch {
      events.flaw = XMLFlaw(error.kind, line: events.line)
      XML_StopParser(events.parser, 0)
    }
  }

  private func begin(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) throws(XMLFlaw) {
    guard texts.count < Self.deepest else { throw XMLFlaw(.tooDeep) }
    if let last = texts.indices.last { texts[last] = "" }
    texts.append("")
    var named: [String: String] = [:]
    var rest = attributes
    var length = 0
    while let pair = rest, let key = pair.pointee, let value = (pair + 1).pointee {
      let (key, value) = (String(cString: key), String(cString: value))
      length += key.utf8.count + value.utf8.count
      guard length <= Self.longest else { throw XMLFlaw(.tooLarge) }
      named[key] = value
      rest = pair + 2
    }
    try receiver.begin(name.map { String(cString: $0) } ?? "", named)
  }

  private func end(_ name: UnsafePointer<XML_Char>?) throws(XMLFlaw) {
    let text = texts.popLast() ?? ""
    try receiver.end(name.map { String(cString: $0) } ?? "", text: text)
  }

  private func take(_ bytes: UnsafePointer<XML_Char>?, _ count: Int) throws(XMLFlaw) {
    guard let last = texts.indices.last else { return }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
    texts[last] += String(decoding: buffer, as: UTF8.self)
    guard texts[last].utf8.count <= Self.longest else { throw XMLFlaw(.tooLarge) }
  }
}

/// What is wrong with an XML text.
struct XMLFlaw: Error, Equatable {
  let kind: Kind
  /// Where, from 1; 0 where that is not known.
  let line: Int

  init(_ kind: Kind, line: Int = 0) {
    self.kind = kind
    self.line = line
  }

  enum Kind: Equatable {
    /// It is no XML.
    case syntax(String)
    /// It declares or uses entities, or brings a document type of its own.
    case declarations
    /// It is nested more deeply than any such list.
    case tooDeep
    /// It, or a part of it, is larger than in any such list.
    case tooLarge
    /// It is XML, and something else than such a list.
    case unexpected(String)
  }
}
