/// What a short message is for, beyond going from one phone to another: TP-Protocol-Identifier
/// (3GPP TS 23.040 §9.2.3.9). An open list: keep unknown ones.
public struct ProtocolIdentifier: RawRepresentable, Hashable, Sendable {
  /// The byte.
  public var rawValue: UInt8

  /// Keeps any identifier.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A plain short message.
  public static let plain = ProtocolIdentifier(rawValue: 0x00)
  /// To or from electronic mail.
  public static let internetMail = ProtocolIdentifier(rawValue: 0x32)
  /// Acknowledged by the phone and thrown away: short message type 0, the silent one.
  public static let type0 = ProtocolIdentifier(rawValue: 0x40)
  /// Asks for a call back.
  public static let returnCall = ProtocolIdentifier(rawValue: 0x5F)
  /// Data for the phone.
  public static let deviceDataDownload = ProtocolIdentifier(rawValue: 0x7D)
  /// Takes the personalisation off a phone.
  public static let deviceDepersonalization = ProtocolIdentifier(rawValue: 0x7E)
  /// Data for the card: over-the-air administration.
  public static let cardDataDownload = ProtocolIdentifier(rawValue: 0x7F)

  /// From 1 to 7: replaces an earlier message of the same type and sender.
  public var replacedType: Int? {
    (0x41...0x47).contains(rawValue) ? Int(rawValue & 0x07) : nil
  }
}
