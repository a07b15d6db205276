/// EF.UMPC: how much power the card needs. Transparent, 5 bytes: milliamperes, a time-out, flags,
/// two for later (ETSI TS 102 221 §13.6; the flags as deployed).
public struct EFUMPC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.UMPC", in: .masterFile, identifier: 0x2F08, shortIdentifier: 0x08,
    .transparent(reading: 5), source: "ETSI TS 102 221 §13.6", confidentiality: .open)

  /// The most current the card draws, in milliamperes.
  public var maximumCurrent: UInt8
  /// How long a terminal waits for the card as its issuer says, in seconds.
  public var operatorTimeout: UInt8
  /// Whether the card needs more current than usual while idle.
  public var needsIncreasedIdleCurrent: Bool
  /// Whether it can be suspended.
  public var supportsSuspension: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    maximumCurrent = try reader.byte()
    operatorTimeout = try reader.byte()
    let flags = try reader.byte()
    needsIncreasedIdleCurrent = flags & 0x01 != 0
    supportsSuspension = flags & 0x02 != 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let flags: UInt8 = (needsIncreasedIdleCurrent ? 0x01 : 0) | (supportsSuspension ? 0x02 : 0)
    return [maximumCurrent, operatorTimeout, flags].filled(to: count)
  }
}
