/// Instruction bytes (ETSI TS 102 221 §10.1.2, GlobalPlatform Card Specification §11).
public enum Instruction {
  /// SELECT.
  public static let select: UInt8 = 0xA4
  /// STATUS.
  public static let status: UInt8 = 0xF2
  /// READ BINARY.
  public static let readBinary: UInt8 = 0xB0
  /// READ RECORD.
  public static let readRecord: UInt8 = 0xB2
  /// GET RESPONSE.
  public static let getResponse: UInt8 = 0xC0
  /// GET DATA.
  public static let getData: UInt8 = 0xCA
  /// VERIFY PIN.
  public static let verifyPIN: UInt8 = 0x20
  /// UNBLOCK PIN.
  public static let unblockPIN: UInt8 = 0x2C
  /// MANAGE CHANNEL.
  public static let manageChannel: UInt8 = 0x70
  /// TERMINAL CAPABILITY.
  public static let terminalCapability: UInt8 = 0xAA
  /// STORE DATA.
  public static let storeData: UInt8 = 0xE2
}
