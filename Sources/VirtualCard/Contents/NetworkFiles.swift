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
