/// What is said to a server of the device that an eUICC is in (GSMA SGP.22 §4.2, DeviceInfo).
///
/// A reader is no phone: without an IMEI the type allocation code is all zeros, which is nobody's.
public struct DeviceInformation: Hashable, Sendable {
  private let imei: String?

  /// A device that is none.
  public static let reader = DeviceInformation(imei: nil)

  private init(imei: String?) { self.imei = imei }

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
    guard values.count == 14 || values.last == check else { return nil }
    imei = digits.prefix(14) + "\(check)"
  }

  /// `A1 {80 tac, A1 {80 GSM, 81 UTRAN, 85 E-UTRAN release}, 82 imei?}` in CtxParams1.
  var encoded: [UInt8] {
    let tac = imei.flatMap { SwappedNibbles.encode(String($0.prefix(8)), count: 4) }
    // A card from a reader goes into a phone: what any phone of release 15 can do.
    let release: [UInt8] = [15, 0, 0]
    let capabilities = [0x80, 0x81, 0x85].flatMap { BERTLV.encode($0, release) }
    return BERTLV.encode(
      0xA1, BERTLV.encode(0x80, tac ?? [0, 0, 0, 0]), BERTLV.encode(0xA1, capabilities),
      encodedIMEI.map { BERTLV.encode(0x82, $0) } ?? [])
  }

  /// 14 digits as elsewhere, then the check digit in the high nibble and F in the low one (§4.2).
  private var encodedIMEI: [UInt8]? {
    guard let imei, let check = imei.last?.wholeNumberValue,
      let digits = SwappedNibbles.encode(String(imei.prefix(14)), count: 7)
    else { return nil }
    return digits + [UInt8(truncatingIfNeeded: check) << 4 | 0x0F]
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
