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

/// AIDs of the applications on the cards (ETSI TS 101 220 annex E, SGP.22 annex H).
enum ApplicationIdentifier {
  /// 3GPP USIM, with an invented provider part.
  static let usim: [UInt8] = threeGPP(0x02)
  /// 3GPP ISIM.
  static let isim: [UInt8] = threeGPP(0x04)
  /// The ISD-R of SGP.22.
  static let isdr: [UInt8] = rsp + [0x01, 0x00]
  /// The ECASD of SGP.22.
  static let ecasd: [UInt8] = rsp + [0x02, 0x00]

  /// The ISD-P of a profile: 00 00 10 is the first (SGP.22 §2.4.4).
  static func isdp(_ number: UInt8) -> [UInt8] {
    rsp + [0x0F &+ number, 0x00]
  }

  private static let rsp: [UInt8] = [
    0xA0, 0x00, 0x00, 0x05, 0x59, 0x10, 0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0x89, 0x00, 0x00,
  ]

  private static func threeGPP(_ application: UInt8) -> [UInt8] {
    [
      0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, application,
      0xFF, 0x49, 0xFF, 0x05, 0x89, 0x00, 0x00, 0x01, 0x00,
    ]
  }
}

/// A number as two bytes, most significant first; a larger one loses its upper bits.
func twoBytes(_ value: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
}
