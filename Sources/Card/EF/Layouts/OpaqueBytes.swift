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
