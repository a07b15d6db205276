/// One of the 20 channels that a card can keep open at once (ISO/IEC 7816-4 §5.4.1,
/// ETSI TS 102 221 §10.1.1).
public struct LogicalChannel: Hashable, Sendable {
  /// 0 to 19.
  public let number: UInt8

  /// The channel that is always open.
  public static let basic = LogicalChannel(unchecked: 0)

  /// A channel by its number. Nil over 19.
  public init?(_ number: UInt8) {
    guard number < 20 else { return nil }
    self.number = number
  }

  private init(unchecked number: UInt8) { self.number = number }

  /// `cla` for this channel: 1 to 3 stand in the low two bits, 4 to 19 in the low four of a class
  /// byte with bit 7 set.
  public func apply(to cla: UInt8) -> UInt8 {
    number < 4
      ? cla & 0xBC | number
      : cla & 0x80 | 0x40 | (number - 4)
  }

  /// The channel that a class byte names.
  public init(cla: UInt8) {
    self.init(unchecked: cla & 0x40 == 0 ? cla & 0x03 : (cla & 0x0F) + 4)
  }

  /// P1 of MANAGE CHANNEL that opens one.
  static let open: UInt8 = 0x00
  /// P1 of MANAGE CHANNEL that closes one.
  static let close: UInt8 = 0x80
}
