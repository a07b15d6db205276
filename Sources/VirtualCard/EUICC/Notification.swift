import Card

/// A report that waits to be sent to a server (SGP.22 §5.7.9, NotificationMetadata).
struct Notification: Hashable, Sendable {
  var number: Int
  var operation: Operation
  var address: String
  var iccid: String?
  /// What is sent to the server, where the eUICC signed it.
  var signed: [UInt8]?

  /// NotificationEvent, as the bits of a BIT STRING: the first bit is the highest.
  struct Operation: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let install = Operation(rawValue: 0x80)
    static let enable = Operation(rawValue: 0x40)
    static let disable = Operation(rawValue: 0x20)
    static let delete = Operation(rawValue: 0x10)

    var bitString: [UInt8] { namedBits(rawValue) }
  }

  /// NotificationMetadata.
  var metadata: [UInt8] {
    BERTLV.encode(
      0xBF2F,
      BERTLV.encode(0x80, Self.integer(number)),
      BERTLV.encode(0x81, operation.bitString),
      BERTLV.encode(0x0C, Array(address.utf8)),
      iccid.map { BERTLV.encode(0x5A, Digits.iccid($0)) } ?? [])
  }

  /// What is sent to the server: ProfileInstallationResult or OtherSignedNotification (SGP.22 §2.5.6,
  /// §5.7.10). Where the eUICC signed nothing, signature and certificates are made up.
  var pending: [UInt8] {
    if let signed { return signed }
    let bytes = (0..<64).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ number) }
    let signature = BERTLV.encode(0x5F37, bytes)
    guard operation == .install else {
      return BERTLV.encode(0x30, metadata, signature, Self.certificates)
    }
    let result = BERTLV.encode(
      0xBF27, BERTLV.encode(0x80, Array(bytes.prefix(16))), metadata,
      BERTLV.encode(0x06, [0x2A, 0x03, 0x04]),
      // Success: the ISD-P's AID, and what its installation answered.
      BERTLV.encode(
        0xA2,
        BERTLV.encode(
          0xA0, BERTLV.encode(0x4F, ApplicationIdentifier.isdp(1)), BERTLV.encode(0x04, [0x30, 0])))
    )
    return BERTLV.encode(0xBF37, result, signature)
  }

  /// A non-negative INTEGER, without bytes that say nothing.
  static func integer(_ value: Int) -> [UInt8] {
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }.drop { $0 == 0 }
    guard let first = bytes.first else { return [0] }
    return first & 0x80 == 0 ? Array(bytes) : [0] + bytes
  }

  private static let certificates: [UInt8] =
    BERTLV.encode(0x30, BERTLV.encode(0x02, [0x01]))
    + BERTLV.encode(0x30, BERTLV.encode(0x02, [0x02]))
}

/// The contents of a BIT STRING of at most eight named bits: zeros at the end are left out
/// (ITU-T X.690 §11.2.2).
func namedBits(_ byte: UInt8) -> [UInt8] {
  byte == 0 ? [0] : [UInt8(byte.trailingZeroBitCount), byte]
}
