/// EF.ECC: emergency numbers, one to a record: up to six digits in 3 bytes, a name, and a bit mask
/// of services in the last byte (3GPP TS 31.102 §4.2.21, TS 24.008 §10.5.4.33). The GSM application
/// has a run of 3-byte numbers in its place.
public struct EFECC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ECC", in: .usim, identifier: 0x6FB7, shortIdentifier: 0x01, .linearFixed,
    source: "3GPP TS 31.102 §4.2.21", confidentiality: .open)

  /// The number.
  public var number: String
  /// Its name.
  public var name: String?
  /// The services it is for. None means that the network chooses.
  public var services: Services

  /// Emergency services, a bit for each. As JSON a list of words.
  public struct Services: OptionSet, Hashable, Sendable, Encodable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A stable word for each service.
    public var words: [String] {
      let names = [
        "police", "ambulance", "fireBrigade", "marineGuard", "mountainRescue", "manualECall",
        "automaticECall",
      ]
      return names.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element)
    }

    /// Writes the words.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(words)
    }
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    number = SwappedNibbles.digits(try reader.bytes(3))
    let text = AlphaIdentifier.text(try reader.bytes(before: 1))
    name = text.isEmpty ? nil : text
    services = Services(rawValue: try reader.byte())
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let digits = SwappedNibbles.encode(number, count: 3),
      let alpha = AlphaIdentifier.encode(name ?? "", count: count - 4)
    else { return nil }
    return digits + alpha + [services.rawValue]
  }
}
