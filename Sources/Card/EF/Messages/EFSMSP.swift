/// EF.SMSP: what a phone fills in for messages it sends, a set to a record: name, a bit for each
/// parameter (0 means that it is there), destination 12, service centre 12, protocol, coding,
/// validity (3GPP TS 31.102 §4.2.27).
public struct EFSMSP: EncodableLayout {
  /// The name of the set.
  public var name: String?
  /// Where messages go.
  public var destination: DiallingNumber?
  /// Through which service centre: it tells the operator.
  public var serviceCentre: DiallingNumber?
  /// How the network is to treat them (TS 23.040 §9.2.3.9).
  public var protocolIdentifier: UInt8?
  /// Their alphabet (TS 23.038 §4).
  public var dataCodingScheme: UInt8?
  /// How long the network tries to deliver them, in minutes from when it gets them.
  public var validityMinutes: Int?

  /// Bytes of a record without the name.
  static let fixedCount = 28

  /// Understands one record: the name is what goes before its last 28 bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let text = AlphaIdentifier.text(try reader.bytes(before: Self.fixedCount))
    name = text.isEmpty ? nil : text
    let absent = try reader.byte()
    // The destination's length is in digits, the service centre's in bytes with type and plan.
    let destination = try Self.address(parsing: &reader) { (Int($0) + 1) / 2 }
    let serviceCentre = try Self.address(parsing: &reader) { Int($0) - 1 }
    let (protocolIdentifier, coding) = (try reader.byte(), try reader.byte())
    let validity = Self.minutes(try reader.byte())
    self.destination = absent & 0x01 == 0 ? destination : nil
    self.serviceCentre = absent & 0x02 == 0 ? serviceCentre : nil
    self.protocolIdentifier = absent & 0x04 == 0 ? protocolIdentifier : nil
    self.dataCodingScheme = absent & 0x08 == 0 ? coding : nil
    self.validityMinutes = absent & 0x10 == 0 ? validity : nil
  }

  /// What a relative validity period stands for (TS 23.040 §9.2.3.12.1).
  private static func minutes(_ code: UInt8) -> Int? {
    var reader = ByteReader([code])
    // Bits 4 and 3 of a message's first octet: a relative period follows.
    guard case .relative(let minutes)? = try? ValidityPeriod(parsing: &reader, firstOctet: 0x10)
    else { return nil }
    return minutes
  }

  private static func address(
    parsing reader: inout ByteReader, digitBytes: (UInt8) -> Int
  ) throws(ParseError) -> DiallingNumber? {
    let length = try reader.byte()
    let typeAndPlan = try reader.byte()
    let bcd = try reader.bytes(10)
    return length == 0xFF
      ? nil : DiallingNumber(typeAndPlan: typeAndPlan, bcd, digitBytes: digitBytes(length))
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let alpha = AlphaIdentifier.encode(name ?? "", count: count - Self.fixedCount),
      let to = Self.encoded(destination, length: \.digits.count),
      let through = Self.encoded(serviceCentre, length: \.centreLength)
    else { return nil }
    let validity = (UInt8.min...UInt8.max).first { Self.minutes($0) == validityMinutes }
    let absent = [
      destination == nil, serviceCentre == nil, protocolIdentifier == nil,
      dataCodingScheme == nil, validityMinutes == nil,
    ].enumerated().reduce(UInt8(0xE0)) { $1.element ? $0 | 1 << $1.offset : $0 }
    return alpha + [absent] + to + through
      + [protocolIdentifier ?? 0xFF, dataCodingScheme ?? 0xFF, validity ?? 0xFF]
  }

  private static func encoded(
    _ number: DiallingNumber?, length: (DiallingNumber) -> Int
  ) -> [UInt8]? {
    guard let number else { return Array(repeating: 0xFF, count: 12) }
    return number.encodedDigits(count: 10).map {
      [UInt8(length(number)), number.typeAndPlan] + $0
    }
  }
}

extension DiallingNumber {
  /// The length of a service centre's address: its bytes, with type and plan.
  fileprivate var centreLength: Int { digitBytes + 1 }
}
