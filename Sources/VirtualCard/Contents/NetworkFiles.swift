import Card

/// Which networks are home, wanted and forbidden (3GPP TS 31.102 §4.2).
extension ElementaryFile {
  /// EF.EHPLMN (§4.2.84).
  static func equivalentHomePLMNs(_ plmns: [String]) -> ElementaryFile {
    ElementaryFile(0x6FD9, sfi: 0x1D, .issuer, .transparent(list(plmns, count: 4)))
  }

  /// EF.HPLMNwAcT (§4.2.54): the home network with E-UTRAN, UTRAN and GSM.
  static func homePLMNWithTechnology(_ plmn: String) -> ElementaryFile {
    let technologies: [[UInt8]] = [[0x40, 0x00], [0x80, 0x00], [0x00, 0x80]]
    return ElementaryFile(
      0x6F62, sfi: 0x13, .issuer,
      .transparent(technologies.flatMap { Digits.plmn(plmn) + $0 }))
  }

  /// EF.HPPLMN (§4.2.6): how often to look for the home network, in units of six minutes.
  static var searchPeriod: ElementaryFile {
    ElementaryFile(0x6F31, sfi: 0x12, .issuer, .transparent([0x0A]))
  }

  /// EF.FPLMN (§4.2.16).
  static func forbiddenPLMNs(_ plmns: [String]) -> ElementaryFile {
    ElementaryFile(0x6F7B, sfi: 0x0D, .subscriber, .transparent(list(plmns, count: 4)))
  }

  private static func list(_ plmns: [String], count: Int) -> [UInt8] {
    padded(plmns.flatMap(Digits.plmn), to: max(count, plmns.count) * 3)
  }
}

/// What the phone wrote down about the network's last answer (3GPP TS 31.102 §4.2).
extension ElementaryFile {
  /// EF.LOCI (§4.2.17): TMSI, location area, status.
  static func location(_ state: Subscription.Registration, home: String) -> ElementaryFile {
    let area = Digits.plmn(home)
    let bytes: [UInt8] =
      switch state {
      case .neverUsed: blank(4) + area + [0x00, 0x00, 0xFF, 0x01]
      case .updated: [0xC2, 0x5B, 0x1A, 0x07] + area + [0x18, 0x2C, 0xFF, 0x00]
      case .refused: blank(4) + area + [0xFF, 0xFE, 0xFF, 0x02]
      case .refusedAbroad: blank(4) + abroad + [0xFF, 0xFE, 0xFF, 0x02]
      case .deregistered: blank(4) + area + [0xFF, 0xFE, 0xFF, 0x01]
      case .wiped: blank(11)
      }
    return ElementaryFile(0x6F7E, sfi: 0x0B, .subscriber, .transparent(bytes))
  }

  /// EF.PSLOCI (§4.2.23): P-TMSI and its signature, routing area, status.
  static func packetLocation(_ state: Subscription.Registration, home: String)
    -> ElementaryFile
  {
    let area = Digits.plmn(home)
    let bytes: [UInt8] =
      switch state {
      case .neverUsed: blank(7) + area + [0x00, 0x00, 0xFF, 0x01]
      case .updated:
        [0xE1, 0x33, 0x9D, 0x40, 0x5A, 0x01, 0x77] + area + [0x18, 0x2C, 0x05, 0x00]
      case .refused: blank(7) + area + [0xFF, 0xFE, 0xFF, 0x02]
      case .refusedAbroad: blank(7) + abroad + [0xFF, 0xFE, 0xFF, 0x02]
      case .deregistered: blank(7) + area + [0xFF, 0xFE, 0xFF, 0x01]
      case .wiped: blank(14)
      }
    return ElementaryFile(0x6F73, sfi: 0x0C, .subscriber, .transparent(bytes))
  }

  /// EF.EPSLOCI (§4.2.91): GUTI, tracking area, status.
  static func epsLocation(_ state: Subscription.Registration, home: String) -> ElementaryFile {
    let area = Digits.plmn(home)
    let guti: [UInt8] = [0x0B, 0xF6] + area + [0x44, 0x01, 0x0C, 0xD0, 0x52, 0x9B, 0x31]
    let bytes: [UInt8] =
      switch state {
      case .neverUsed: blank(12) + [0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x01]
      case .updated: guti + area + [0x2F, 0x81, 0x00]
      case .refused: blank(12) + area + [0xFF, 0xFE, 0x02]
      case .refusedAbroad: blank(12) + abroad + [0xFF, 0xFE, 0x02]
      case .deregistered: [0x0B, 0xF6] + blank(10) + area + [0xFF, 0xFE, 0x01]
      case .wiped: blank(18)
      }
    return ElementaryFile(0x6FE3, sfi: 0x1E, .subscriber, .transparent(bytes))
  }

  /// EF.Keys and EF.KeysPS (§4.2.3, §4.2.4): key set identifier, CK, IK. The keys are made up.
  static func keys(_ state: Subscription.Registration, isPacket: Bool) -> ElementaryFile {
    let made: [UInt8] = (0..<32).map { 0xA5 ^ UInt8($0 * 7) ^ (isPacket ? 0x3C : 0x00) }
    let bytes = state == .updated ? [0x02] + made : [0x07] + blank(32)
    return isPacket
      ? ElementaryFile(0x6F09, sfi: 0x09, .subscriber, .transparent(bytes))
      : ElementaryFile(0x6F08, sfi: 0x08, .subscriber, .transparent(bytes))
  }

  /// EF.Kc of 2G (3GPP TS 51.011 §10.3.3): the key, made up, and its sequence number.
  static func gsmKey(_ state: Subscription.Registration) -> ElementaryFile {
    let made: [UInt8] = (0..<8).map { 0x5A ^ UInt8($0 * 11) }
    return ElementaryFile(
      0x6F20, .subscriber, .transparent(state == .updated ? made + [0x01] : blank(8) + [0x07]))
  }

  /// A network that is not the home of any subscription here.
  private static let abroad = Digits.plmn("26201")

  private static func blank(_ count: Int) -> [UInt8] { Array(repeating: 0xFF, count: count) }
}
