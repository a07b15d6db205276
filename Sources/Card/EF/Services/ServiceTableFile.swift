/// A table of services with a bit for each: service 1 is bit 1 of byte 1. As JSON the numbers of
/// the services that are there, and names for those that matter here.
public protocol ServiceTableFile: EncodableFile {
  /// Stable names of services by their numbers.
  static var names: [Int: String] { get }

  /// The numbers of the services that are there.
  var services: Set<Int> { get }

  /// Names the services.
  init(services: Set<Int>)
}

extension ServiceTableFile {
  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bytes = [try reader.byte()] + reader.rest()
    self.init(services: ServiceBits.services(in: bytes, width: 1, offset: 0))
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ServiceBits.bytes(services, width: 1, count: count)
  }

  /// Writes numbers and names.
  public func encode(to encoder: any Encoder) throws {
    try ServiceBits(services, names: Self.names).encode(to: encoder)
  }
}

/// Services by number.
struct ServiceBits: Encodable {
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
