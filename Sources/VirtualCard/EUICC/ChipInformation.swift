import Card

/// What EUICCInfo1 and EUICCInfo2 say (SGP.22 §4.3, §5.7.8).
struct ChipInformation: Hashable, Sendable {
  var profileVersion: [UInt8] = [2, 3, 1]
  var specificationVersion: [UInt8] = [2, 3, 0]
  /// The lowest version supported.
  var lowestVersion: [UInt8] = [2, 0, 0]
  var firmwareVersion: [UInt8] = [1, 4, 2]
  var installedApplications = 4
  /// Before anything is downloaded.
  var freeNonVolatileMemory = 412_672
  var freeVolatileMemory = 6_144
  /// Root certificates by their key identifiers: GSMA's, and one of a test root.
  var rootKeyIdentifiers: [[UInt8]] = [gsmaRoot]
  var accreditation = "VC-XX-UP-1126"
  /// Whether it is for the Internet of Things.
  var isForIoT = false
  /// Policy rules that no profile may bring.
  var forbiddenPolicyRules: StoredProfile.PolicyRules = []

  private static let gsmaRoot: [UInt8] = [
    0x81, 0x37, 0x0F, 0x51, 0x25, 0xD0, 0xB1, 0xD4, 0x08, 0xD4,
    0xC3, 0xB2, 0x32, 0xE6, 0xD2, 0x5E, 0x79, 0x5B, 0xEB, 0xFB,
  ]

  /// EUICCInfo1.
  var brief: [UInt8] {
    BERTLV.encode(
      0xBF20, BERTLV.encode(0x82, specificationVersion),
      BERTLV.encode(0xA9, keyIdentifiers), BERTLV.encode(0xAA, keyIdentifiers))
  }

  /// EUICCInfo2, with what is free now.
  func full(freeMemory: Int) -> [UInt8] {
    BERTLV.encode(
      0xBF22,
      BERTLV.encode(0x81, profileVersion),
      BERTLV.encode(0x82, specificationVersion),
      BERTLV.encode(0x83, firmwareVersion),
      BERTLV.encode(0x84, resources(freeMemory)),
      // UICC capabilities: a BIT STRING of 24 bits, the last five unused.
      BERTLV.encode(0x85, [0x05, 0x7F, 0x36, 0xE0]),
      BERTLV.encode(0x86, [0x0F, 0x02, 0x00]),
      BERTLV.encode(0x87, [0x02, 0x03, 0x00]),
      BERTLV.encode(0x88, [0x04, 0x90]),
      BERTLV.encode(0xA9, keyIdentifiers),
      BERTLV.encode(0xAA, keyIdentifiers),
      BERTLV.encode(0x8B, [0x01]),
      BERTLV.encode(0x99, namedBits(forbiddenPolicyRules.rawValue)),
      BERTLV.encode(0x04, [0x01, 0x00, 0x00]),
      BERTLV.encode(0x0C, Array(accreditation.utf8)), iotInformation)
  }

  /// What an eUICC for the Internet of Things adds (SGP.32 §5.9.2).
  private var iotInformation: [UInt8] {
    guard isForIoT else { return [] }
    return BERTLV.encode(0xAF, BERTLV.encode(0x04, [3, 3, 1]))
      + BERTLV.encode(0x90, [0x01])
      + BERTLV.encode(
        0xB4, BERTLV.encode(0xA0, BERTLV.encode(0x04, [1, 2, 0])), BERTLV.encode(0x81, []),
        BERTLV.encode(0x82, []))
  }

  /// ExtCardResource (ETSI TS 102 226 §8.2.1.7.2).
  private func resources(_ freeMemory: Int) -> [UInt8] {
    BERTLV.encode(0x81, Notification.integer(installedApplications))
      + BERTLV.encode(0x82, fourBytes(freeMemory))
      + BERTLV.encode(0x83, fourBytes(freeVolatileMemory))
  }

  private var keyIdentifiers: [UInt8] {
    rootKeyIdentifiers.flatMap { BERTLV.encode(0x04, $0) }
  }

  private func fourBytes(_ value: Int) -> [UInt8] { twoBytes(value >> 16) + twoBytes(value) }
}
