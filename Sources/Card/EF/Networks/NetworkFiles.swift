/// Files that say which networks are home, which are preferred, and what they are called.
public struct NetworkFiles: Sendable {
  /// EF.EHPLMN: networks that count as home, the first preferred.
  public let ehplmn: ElementaryFile<PLMNList>
  /// EF.HPLMNwAcT: how the home network is to be used.
  public let hplmnWithTechnology: ElementaryFile<PLMNSelector>
  /// EF.SPDI: networks in which the service provider's name is shown as at home.
  public let spdi: ElementaryFile<EFSPDI>

  init(declaring file: inout FileList) {
    ehplmn = file(
      "EF.EHPLMN", PLMNList.self, in: .usim, 0x6FD9, sfi: 0x1D, .transparent(),
      "3GPP TS 31.102 §4.2.84", services: [71], .open)
    hplmnWithTechnology = file(
      "EF.HPLMNwAcT", PLMNSelector.self, in: .usim, 0x6F62, sfi: 0x13, .transparent(),
      "3GPP TS 31.102 §4.2.54", services: [43], .open, gsm: .gsm(0x6F62, services: [45]))
    // Networks the subscriber prefers, and how.
    file(
      "EF.PLMNwAcT", PLMNSelector.self, in: .usim, 0x6F60, sfi: 0x0A, .transparent(),
      "3GPP TS 31.102 §4.2.5", services: [20], .open, gsm: .gsm(0x6F60, services: [43]))
    // Networks the operator prefers, and how.
    file(
      "EF.OPLMNwAcT", PLMNSelector.self, in: .usim, 0x6F61, sfi: 0x11, .transparent(),
      "3GPP TS 31.102 §4.2.53", services: [42], .open, gsm: .gsm(0x6F61, services: [44]))
    file(
      "EF.HPPLMN", EFHPPLMN.self, in: .usim, 0x6F31, sfi: 0x12, .transparent(reading: 1),
      "3GPP TS 31.102 §4.2.6", .open, gsm: .gsm(0x6F31))
    spdi = file(
      "EF.SPDI", EFSPDI.self, in: .usim, 0x6FCD, sfi: 0x1B, .transparent(),
      "3GPP TS 31.102 §4.2.66", services: [51], .open, gsm: .gsm(0x6FCD, services: [56]))
    file(
      "EF.PNN", EFPNN.self, in: .usim, 0x6FC5, sfi: 0x19, .linearFixed,
      "3GPP TS 31.102 §4.2.58", services: [45], .open, gsm: .gsm(0x6FC5, services: [51]))
    // Icons for networks' names, a network to a record.
    file(
      "EF.PNNI", IconLinks.self, in: .usim, 0x6FDF, .linearFixed, "3GPP TS 31.102 §4.2.89",
      services: [79], .open)
    file(
      "EF.OPL", OperatorPLMN.self, in: .usim, 0x6FC6, sfi: 0x1A, .linearFixed,
      "3GPP TS 31.102 §4.2.59", services: [46], .open, gsm: .gsm(0x6FC6, services: [52]))
    file(
      "EF.EHPLMNPI", EFEHPLMNPI.self, in: .usim, 0x6FDB, .transparent(reading: 1),
      "3GPP TS 31.102 §4.2.85", services: [73], .open)
    file(
      "EF.PWS", EFPWS.self, in: .usim, 0x6FEC, .transparent(), "3GPP TS 31.102 §4.2.96",
      services: [97], .open)
    file(
      "EF.EARFCNList", EFEARFCNList.self, in: .usim, 0x6FFD, .transparent(),
      "3GPP TS 31.102 §4.2.112", services: [121], .open)
    Self.declareGateways(&file)

    // Networks the subscriber prefers, of a 2G SIM that does not tell technologies apart.
    file(
      "EF.PLMNsel", PLMNList.self, in: .gsm, 0x6F30, .transparent(), "3GPP TS 51.011 §10.3.4",
      services: [7], .open)
  }

  /// Ways into the operator's network over WLAN: the addresses of its gateways, and how those of
  /// other networks are found; the same for emergency calls.
  private static func declareGateways(_ file: inout FileList) {
    file(
      "EF.ePDGId", EFePDGId.self, in: .usim, 0x6FF3, .transparent(), "3GPP TS 31.102 §4.2.103",
      services: [107], .open)
    file(
      "EF.ePDGSelection", EFePDGSelection.self, in: .usim, 0x6FF4, .transparent(),
      "3GPP TS 31.102 §4.2.104", services: [107], .open)
    file(
      "EF.ePDGIdEm", EFePDGId.self, in: .usim, 0x6FF5, .transparent(),
      "3GPP TS 31.102 §4.2.103, §4.7", services: [111], .open)
    file(
      "EF.ePDGSelectionEm", EFePDGSelection.self, in: .usim, 0x6FF6, .transparent(),
      "3GPP TS 31.102 §4.2.104, §4.7", services: [111], .open)
  }
}
