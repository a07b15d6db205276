/// A card's answer: data, and the status word that ends it (ISO/IEC 7816-4 §5.1).
public struct ResponseAPDU: Hashable, Sendable {
  /// What came back before the status word.
  public var data: [UInt8]
  /// How the command ended.
  public var status: StatusWord

  /// An answer from its parts.
  public init(data: [UInt8] = [], status: StatusWord) {
    self.data = data
    self.status = status
  }

  /// An answer as it came. Nil when it is too short to hold a status word.
  public init?(bytes: [UInt8]) {
    guard let sw2 = bytes.last, let sw1 = bytes.dropLast().last else { return nil }
    self.init(
      data: bytes.dropLast(2), status: StatusWord(rawValue: UInt16(sw1) << 8 | UInt16(sw2)))
  }

  /// The answer as it stands on the wire.
  public var bytes: [UInt8] { data + [status.sw1, status.sw2] }
}
