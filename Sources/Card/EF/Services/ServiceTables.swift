/// A table of services with a bit for each: service 1 is bit 1 of byte 1. As JSON the numbers of
/// the services that are there, and names for those that matter here.
public struct ServiceTable: EncodableLayout {
  /// The numbers of the services that are there.
  public var services: Set<Int>
  /// Stable names of services by their numbers, as the table's application counts them.
  public var names: [Int: String] = [:]

  /// Understands a file whose services have no names here.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    services = ServiceBits.services(
      in: [try reader.byte()] + reader.rest(), width: 1, offset: 0)
  }

  /// Understands a file of which some services have names.
  static func named(
    _ names: [Int: String]
  ) -> @Sendable (inout ByteReader) throws(ParseError) -> ServiceTable {
    { reader throws(ParseError) in
      var table = try ServiceTable(parsing: &reader)
      table.names = names
      return table
    }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ServiceBits.bytes(services, width: 1, count: count)
  }

  /// Writes numbers and names.
  public func encode(to encoder: any Encoder) throws {
    try ServiceBits(services, names: names).encode(to: encoder)
  }
}

/// A table of services with two bits for each: allocated, the lower one, and activated. As JSON the
/// numbers of the services that are both, names for those that matter here, and apart from them the
/// numbers of those that are allocated only.
public struct TwoBitServiceTable: EncodableLayout {
  /// The numbers of the services that the card has.
  public var allocated: Set<Int>
  /// The numbers of the services that are switched on.
  public var activated: Set<Int>
  /// Stable names of services by their numbers, as the table's application counts them.
  public var names: [Int: String] = [:]

  /// The numbers of the services that can be used.
  public var services: Set<Int> { allocated.intersection(activated) }

  /// Understands a file whose services have no names here.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bytes = [try reader.byte()] + reader.rest()
    allocated = ServiceBits.services(in: bytes, width: 2, offset: 0)
    activated = ServiceBits.services(in: bytes, width: 2, offset: 1)
  }

  /// Understands a file of which some services have names.
  static func named(
    _ names: [Int: String]
  ) -> @Sendable (inout ByteReader) throws(ParseError) -> TwoBitServiceTable {
    { reader throws(ParseError) in
      var table = try TwoBitServiceTable(parsing: &reader)
      table.names = names
      return table
    }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let first = ServiceBits.bytes(allocated, width: 2, count: count),
      let second = ServiceBits.bytes(activated, width: 2, count: count)
    else { return nil }
    return zip(first, second).map { $0 & 0x55 | $1 & 0xAA }
  }

  /// Writes numbers and names.
  public func encode(to encoder: any Encoder) throws {
    try ServiceBits(services, names: names).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(allocated.subtracting(activated).sorted(), forKey: .notActivated)
  }

  private enum CodingKeys: String, CodingKey {
    case notActivated
  }
}

/// Services by number.
private struct ServiceBits: Encodable {
  var services: [Int]
  var names: [String]

  init(_ services: Set<Int>, names: [Int: String]) {
    self.services = services.sorted()
    self.names = self.services.compactMap { names[$0] }
  }

  /// The services whose bit is set: `width` bits for each, of which it is the one at `offset`.
  static func services(in bytes: [UInt8], width: Int, offset: Int) -> Set<Int> {
    var services: Set<Int> = []
    for (index, byte) in bytes.enumerated() where byte != 0 {
      for bit in stride(from: offset, to: 8, by: width) where byte & (1 << bit) != 0 {
        services.insert((index * 8 + bit) / width + 1)
      }
    }
    return services
  }

  /// `count` bytes with all bits of these services set. Nil when they are too few.
  static func bytes(_ services: Set<Int>, width: Int, count: Int) -> [UInt8]? {
    guard services.allSatisfy({ (1...max(1, count * 8 / width)).contains($0) }) else { return nil }
    let perByte = 8 / width
    return (0..<count).map { index in
      (0..<perByte).reduce(UInt8(0)) { byte, place in
        services.contains(index * perByte + place + 1)
          ? byte | ((1 << width) - 1) << (place * width) : byte
      }
    }
  }
}

/// EF.UFC: which SIM Toolkit facilities only the modem itself may offer. Transparent, built like
/// the TERMINAL PROFILE of TS 31.111 §5.2 (3GPP TS 31.102 §4.2.93).
public struct EFUFC: EncodableLayout {
  /// A bit for each facility.
  public var facilities: OpaqueBytes

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    facilities = OpaqueBytes([try reader.byte()] + reader.rest())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { facilities.bytes.filled(to: count) }
}

/// EF.Phase: what a 2G SIM can do. Transparent, 1 byte (3GPP TS 51.011 §10.3.19).
public struct EFPhase: EncodableLayout {
  /// The byte: 0, 2, 3; others are for later phases.
  public var code: UInt8
  /// What it stands for.
  public var phase: Phase

  /// Phases of GSM.
  public enum Phase: String, Hashable, Sendable, Encodable {
    /// Phase 1.
    case phase1
    /// Phase 2.
    case phase2
    /// Phase 2 and later, with SIM Toolkit: the phone is to tell its profile.
    case phase2WithProfileDownload
    /// A later one.
    case later
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    code = try reader.byte()
    phase =
      switch code {
      case 0: .phase1
      case 2: .phase2
      case 3: .phase2WithProfileDownload
      default: .later
      }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { [code].filled(to: count) }
}
