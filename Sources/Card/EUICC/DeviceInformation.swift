/// What is said to a server of the device that an eUICC is in (GSMA SGP.22 §4.2, DeviceInfo).
///
/// A reader is no phone: without an IMEI the type allocation code is all zeros, which is nobody's.
public struct DeviceInformation: Hashable, Sendable {
  /// The type allocation code, eight digits with their nibbles swapped.
  private let tac: [UInt8]
  /// Fourteen digits so, then the check digit in the high nibble and F in the low one (§4.2); nothing of
  /// a device that is none.
  private let imei: [UInt8]?

  /// A device that is none.
  public static let reader = DeviceInformation(tac: [0, 0, 0, 0], imei: nil)

  private init(tac: [UInt8], imei: [UInt8]?) {
    self.tac = tac
    self.imei = imei
  }

  /// A device by the 15 digits of its IMEI, or by 14 of them without the check digit. Nil when they can't
  /// be one.
  public init?(imei text: String) {
    let digits = text.filter { $0 != " " && $0 != "-" && $0 != "/" }
    let values = digits.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard values.count == digits.count, (14...15).contains(values.count) else { return nil }
    // The check digit of 3GPP TS 23.003 annex B, by the algorithm of Luhn.
    let sum = values.prefix(14).enumerated().reduce(0) { sum, digit in
      let value = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + (value > 9 ? value - 9 : value)
    }
    let check = (10 - sum % 10) % 10
    guard values.count == 14 || values.last == check,
      let tac = SwappedNibbles.encode(String(digits.prefix(8)), count: 4),
      let number = SwappedNibbles.encode(String(digits.prefix(14)), count: 7)
    else { return nil }
    self.init(tac: tac, imei: number + [UInt8(check) << 4 | 0x0F])
  }

  /// `A1 {80 tac, A1 {80 GSM, 81 UTRAN, 85 E-UTRAN release}, 82 imei?}` in CtxParams1.
  var encoded: [UInt8] {
    // A card from a reader goes into a phone: what any phone of release 15 can do.
    let release: [UInt8] = [15, 0, 0]
    let capabilities = [0x80, 0x81, 0x85].flatMap { BERTLV.encode($0, release) }
    var members = BERTLV.encode(0x80, tac) + BERTLV.encode(0xA1, capabilities)
    if let imei { members += BERTLV.encode(0x82, imei) }
    return BERTLV.encode(0xA1, members)
  }
}

extension ES10Request {
  /// ES10b.AuthenticateServer (§5.7.13). An empty matching identifier asks a default SM-DP+ for what it
  /// has for this eUICC.
  public static func authenticateServer(
    _ server: ServerAuthentication, matchingID: String, device: DeviceInformation
  ) -> [UInt8] {
    BERTLV.encode(
      ES10.authenticateServer, server.parts.flatMap { $0 },
      BERTLV.encode(0xA0, BERTLV.encode(0x80, Array(matchingID.utf8)), device.encoded))
  }
}
