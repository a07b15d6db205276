/// Files that say who the card and its subscription are.
public struct IdentityFiles: Sendable {
  /// EF.ICCID: the card's number.
  public let iccid: ElementaryFile<EFICCID>
  /// EF.DIR: the applications on the card.
  public let dir: ElementaryFile<EFDIR>
  /// EF.IMSI: the subscription's number.
  public let imsi: ElementaryFile<EFIMSI>
  /// EF.AD: what the card is for, and how long the MNC is.
  public let ad: ElementaryFile<EFAD>
  /// EF.SPN: the service provider's name.
  public let spn: ElementaryFile<EFSPN>
  /// EF.GID1: group identifier level 1, by which virtual operators and plans are told apart.
  public let gid1: ElementaryFile<GroupIdentifier>
  /// EF.GID2: group identifier level 2, by which virtual operators and plans are told apart.
  public let gid2: ElementaryFile<GroupIdentifier>

  init(declaring file: inout FileList) {
    iccid = file(
      "EF.ICCID", EFICCID.self, in: .masterFile, 0x2FE2, sfi: 0x02, .transparent(reading: 10),
      "ETSI TS 102 221 §13.2")
    dir = file(
      "EF.DIR", EFDIR.self, in: .masterFile, 0x2F00, sfi: 0x1E, .linearFixed,
      "ETSI TS 102 221 §13.1")
    // The card's preferred languages.
    file(
      "EF.PL", LanguageList.self, in: .masterFile, 0x2F05, sfi: 0x05, .transparent(),
      "ETSI TS 102 221 §13.3", .open)
    file(
      "EF.ARR", EFARR.self, in: .masterFile, 0x2F06, sfi: 0x06, .linearFixed,
      "ETSI TS 102 221 §13.4", .open)
    file(
      "EF.UMPC", EFUMPC.self, in: .masterFile, 0x2F08, sfi: 0x08, .transparent(reading: 5),
      "ETSI TS 102 221 §13.6", .open)

    // The languages of the USIM, which go before those of the card. The GSM application has EF.LP in
    // its place.
    file(
      "EF.LI", LanguageList.self, in: .usim, 0x6F05, sfi: 0x02, .transparent(),
      "3GPP TS 31.102 §4.2.1", .open)
    imsi = file(
      "EF.IMSI", EFIMSI.self, in: .usim, 0x6F07, sfi: 0x07, .transparent(reading: 9),
      "3GPP TS 31.102 §4.2.2", gsm: .gsm(0x6F07))
    ad = file(
      "EF.AD", EFAD.self, in: .usim, 0x6FAD, sfi: 0x03, .transparent(reading: 4),
      "3GPP TS 31.102 §4.2.18", gsm: .gsm(0x6FAD))
    spn = file(
      "EF.SPN", EFSPN.self, in: .usim, 0x6F46, .transparent(reading: 17),
      "3GPP TS 31.102 §4.2.12", services: [19], gsm: .gsm(0x6F46, services: [17]))
    // Icons for the service provider's name.
    file(
      "EF.SPNI", IconLinks.self, in: .usim, 0x6FDE, .transparent(), "3GPP TS 31.102 §4.2.88",
      services: [78], .open)
    gid1 = file(
      "EF.GID1", GroupIdentifier.self, in: .usim, 0x6F3E, .transparent(),
      "3GPP TS 31.102 §4.2.10", services: [17], .open, gsm: .gsm(0x6F3E, services: [15]))
    gid2 = file(
      "EF.GID2", GroupIdentifier.self, in: .usim, 0x6F3F, .transparent(),
      "3GPP TS 31.102 §4.2.11", services: [18], .open, gsm: .gsm(0x6F3F, services: [16]))
    file(
      "EF.ACC", EFACC.self, in: .usim, 0x6F78, sfi: 0x06, .transparent(reading: 2),
      "3GPP TS 31.102 §4.2.15", gsm: .gsm(0x6F78))
    // The rules that the files of the application refer to.
    file(
      "EF.ARR", EFARR.self, in: .usim, 0x6F06, sfi: 0x17, .linearFixed,
      "3GPP TS 31.102 §4.2.55", .open)

    file(
      "EF.LP", EFLP.self, in: .gsm, 0x6F05, .transparent(), "3GPP TS 51.011 §10.3.2", .open)
  }
}
