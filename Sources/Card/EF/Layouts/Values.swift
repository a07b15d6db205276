/// Bytes that mean nothing here; as JSON they are upper-case hexadecimal.
public struct OpaqueBytes: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// The bytes.
  public var bytes: [UInt8]

  /// Keeps bytes.
  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The bytes as upper-case hexadecimal.
  public var description: String { bytes.hex }

  /// Writes the hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A number of three bytes, most significant first, as counters on cards have it.
enum ThreeBytes {
  /// The lowest three bytes of `number`.
  static func encode(_ number: UInt32) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

extension PLMN: Encodable {
  /// Consumes three bytes that may hold a network; nil when they are blank or no network code.
  static func ifAny(parsing reader: inout ByteReader) throws(ParseError) -> PLMN? {
    var code = try reader.reader(3)
    return try? PLMN(parsing: &code)
  }

  /// The network as three bytes (3GPP TS 24.008 §10.5.1.13).
  var encoded: [UInt8] {
    let third = mnc.count == 3 ? String(mnc.suffix(1)) : "F"
    return SwappedNibbles.encode(mcc + third + mnc.prefix(2), count: 3) ?? [0xFF, 0xFF, 0xFF]
  }

  /// Writes the digits, MCC before MNC.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

extension ICCID: Encodable {
  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

extension IMSI: Encodable {
  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

extension AID: Encodable {
  /// Writes the bytes as hexadecimal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bytes.hex)
  }
}
