/// The text or data of a short message, with the header before it: TP-User-Data
/// (3GPP TS 23.040 §9.2.3.16 and §9.2.3.24).
public struct UserData: Hashable, Sendable {
  /// What stands before the content.
  public var header: UserDataHeader?
  /// The content, as the data coding scheme has it.
  public var content: Content
  /// Whether less is there than the length says. EF.SMS has no room for the last byte of the
  /// longest message behind the longest address of a service centre.
  public var isTruncated: Bool

  /// The content of a short message.
  public enum Content: Hashable, Sendable {
    /// Septets, one to a byte.
    case septets([UInt8])
    /// Units of UTF-16.
    case units([UInt16])
    /// Bytes of an application, or compressed text.
    case data([UInt8])
  }

  /// Consumes the length and the data. The length counts septets where the content is septets, the
  /// header and its fill bits included, and bytes elsewhere.
  public init(
    parsing reader: inout ByteReader, scheme: DataCodingScheme, hasHeader: Bool
  ) throws(ParseError) {
    let length = Int(try reader.byte())
    let isSeptets = scheme.alphabet == .gsm7 && !scheme.isCompressed
    let byteCount = isSeptets ? (length * 7 + 7) / 8 : length
    isTruncated = byteCount > reader.count
    var body = try reader.reader(min(byteCount, reader.count))
    header = hasHeader && !body.isAtEnd ? try UserDataHeader(parsing: &body) : nil
    if isSeptets {
      let headerBits = (header?.byteCount ?? 0) * 8
      let headerSeptets = (headerBits + 6) / 7
      content = .septets(
        GSMAlphabet.unpack(
          body.rest(), count: max(0, length - headerSeptets),
          fillBits: headerSeptets * 7 - headerBits))
    } else if scheme.alphabet == .ucs2, !scheme.isCompressed {
      content = .units(try Self.units(parsing: &body))
    } else {
      content = .data(Array(body.rest()))
    }
  }

  /// Units of two bytes; half a unit at the end is dropped.
  private static func units(parsing reader: inout ByteReader) throws(ParseError) -> [UInt16] {
    var units: [UInt16] = []
    while reader.count >= 2 {
      units.append(UInt16(truncatingIfNeeded: try reader.unsigned(2)))
    }
    return units
  }

  /// The content as text, unless it is data.
  public var text: String? {
    switch content {
    case .septets(let septets):
      GSMAlphabet.text(
        septets, locking: header?.lockingShift ?? .unspecified,
        single: header?.singleShift ?? .unspecified)
    case .units(let units): String(decoding: units, as: UTF16.self)
    case .data: nil
    }
  }

  /// The content as data, unless it is text.
  public var data: [UInt8]? {
    if case .data(let data) = content { data } else { nil }
  }

  /// The text of several parts, one after the other. Nil when all are data.
  ///
  /// Units are joined before they are read: a sender may have cut between a pair of surrogates.
  static func text(joining parts: [UserData]) -> String? {
    let parts = parts.filter { $0.data == nil }
    guard !parts.isEmpty else { return nil }
    var text = ""
    var units: [UInt16] = []
    for part in parts {
      if case .units(let more) = part.content {
        units += more
      } else {
        text += String(decoding: units, as: UTF16.self) + (part.text ?? "")
        units = []
      }
    }
    return text + String(decoding: units, as: UTF16.self)
  }
}
