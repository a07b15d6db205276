/// The two bytes that name a file (ETSI TS 102 221 §8.3).
struct FileIdentifier: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
  var rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(integerLiteral value: UInt16) { rawValue = value }

  /// The two bytes on the wire.
  var bytes: [UInt8] { twoBytes(Int(rawValue)) }

  /// MF.
  static let masterFile: FileIdentifier = 0x3F00
  /// The ADF of the application that is active on the channel.
  static let currentApplication: FileIdentifier = 0x7FFF
  /// DF.TELECOM.
  static let telecom: FileIdentifier = 0x7F10
  /// DF.GSM.
  static let gsm: FileIdentifier = 0x7F20
  /// EF.ARR under the MF.
  static let masterAccessRules: FileIdentifier = 0x2F06
  /// EF.ARR under an application or a DF.
  static let accessRules: FileIdentifier = 0x6F06
}

/// A number as two bytes, most significant first; a larger one loses its upper bits.
func twoBytes(_ value: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
}
