/// That voice mail or the like is waiting, or no longer is (3GPP TS 23.038 §4,
/// TS 23.040 §9.2.3.24.2).
public struct MessageWaitingIndication: Hashable, Sendable {
  /// What is waiting.
  public var kind: Kind
  /// Whether anything is waiting.
  public var isActive: Bool
  /// Whether the message that says so is to be stored.
  public var isStored: Bool
  /// How many are waiting, where it is said; 255 stands for that many and more.
  public var count: Int?

  /// What is waiting. An open list: keep unknown ones.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// Bits 1 and 0, in a header with the extended type in bits 4 to 2.
    public var rawValue: UInt8

    /// Keeps any kind.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Voice mail.
    public static let voice = Kind(rawValue: 0x00)
    /// Fax.
    public static let fax = Kind(rawValue: 0x01)
    /// Electronic mail.
    public static let mail = Kind(rawValue: 0x02)
    /// Something else.
    public static let other = Kind(rawValue: 0x03)
    /// Video mail.
    public static let video = Kind(rawValue: 0x07)
  }

  /// States what is waiting.
  public init(kind: Kind, isActive: Bool, isStored: Bool, count: Int? = nil) {
    self.kind = kind
    self.isActive = isActive
    self.isStored = isStored
    self.count = count
  }

  /// Understands an information element 01: bit 7 for storing, bits 4 to 0 for the kind, then the
  /// count.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let indication = try reader.byte()
    let count = Int(try reader.byte())
    self.init(
      kind: Kind(rawValue: indication & 0x1F), isActive: count > 0,
      isStored: indication & 0x80 != 0, count: count)
  }
}
