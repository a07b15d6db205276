/// A table of services with two bits for each: allocated, the lower one, and activated. As JSON the
/// numbers of the services that are both, names for those that matter here, and apart from them the
/// numbers of those that are allocated only.
public protocol TwoBitServiceTableFile: EncodableFile {
  /// Stable names of services by their numbers.
  static var names: [Int: String] { get }

  /// The numbers of the services that the card has.
  var allocated: Set<Int> { get }
  /// The numbers of the services that are switched on.
  var activated: Set<Int> { get }

  /// Names the services.
  init(allocated: Set<Int>, activated: Set<Int>)
}

extension TwoBitServiceTableFile {
  /// The numbers of the services that can be used.
  public var services: Set<Int> { allocated.intersection(activated) }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bytes = [try reader.byte()] + reader.rest()
    self.init(
      allocated: ServiceBits.services(in: bytes, width: 2, offset: 0),
      activated: ServiceBits.services(in: bytes, width: 2, offset: 1))
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
    try ServiceBits(services, names: Self.names).encode(to: encoder)
    var container = encoder.container(keyedBy: TwoBitServiceTableKey.self)
    try container.encode(allocated.subtracting(activated).sorted(), forKey: .notActivated)
  }
}

private enum TwoBitServiceTableKey: String, CodingKey {
  case notActivated
}
