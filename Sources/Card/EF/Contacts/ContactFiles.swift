/// Files of numbers with names.
public struct ContactFiles: Sendable {
  /// EF.MSISDN: the subscriber's own numbers. Nothing keeps them up to date: often blank, sometimes
  /// stale.
  public let msisdn: ElementaryFile<DiallingNumberRecord>
  /// EF.FDN: the only numbers that may be called while fixed dialling is on.
  public let fdn: ElementaryFile<DiallingNumberRecord>
  /// EF.BDN: numbers that may not be called while barred dialling is on.
  public let bdn: ElementaryFile<EFBDN>
  /// EF.SDN: the operator's own numbers, such as customer care and balance.
  public let sdn: ElementaryFile<DiallingNumberRecord>
  /// EF.MBDN: the numbers of mailboxes, voice mail and others.
  public let mbdn: ElementaryFile<DiallingNumberRecord>
  /// EF.ADN: the phone book on the card, an entry to a record. Most cards with a USIM show the first
  /// part of the common phone book there.
  public let adn: ElementaryFile<DiallingNumberRecord>
  /// EF.LND: the numbers dialled last, the youngest first.
  public let lnd: ElementaryFile<DiallingNumberRecord>

  init(declaring file: inout FileList) {
    msisdn = file(
      "EF.MSISDN", DiallingNumberRecord.self, in: .usim, 0x6F40, .linearFixed,
      "3GPP TS 31.102 §4.2.26", services: [21], gsm: .telecom(0x6F40, services: [9]))
    fdn = file(
      "EF.FDN", DiallingNumberRecord.self, in: .usim, 0x6F3B, .linearFixed,
      "3GPP TS 31.102 §4.2.24", services: [2], gsm: .telecom(0x6F3B, services: [3]))
    bdn = file(
      "EF.BDN", EFBDN.self, in: .usim, 0x6F4D, .linearFixed, "3GPP TS 31.102 §4.2.44",
      services: [6], gsm: .telecom(0x6F4D, services: [31]))
    sdn = file(
      "EF.SDN", DiallingNumberRecord.self, in: .usim, 0x6F49, .linearFixed,
      "3GPP TS 31.102 §4.2.29", services: [4], .open, gsm: .telecom(0x6F49, services: [18]))
    mbdn = file(
      "EF.MBDN", DiallingNumberRecord.self, in: .usim, 0x6FC7, .linearFixed,
      "3GPP TS 31.102 §4.2.60", services: [47], gsm: .gsm(0x6FC7, services: [53]))
    file(
      "EF.ECC", EFECC.self, in: .usim, 0x6FB7, sfi: 0x01, .linearFixed, "3GPP TS 31.102 §4.2.21",
      .open)
    file(
      "EF.MBI", EFMBI.self, in: .usim, 0x6FC9, .linearFixed, "3GPP TS 31.102 §4.2.62",
      services: [47], gsm: .gsm(0x6FC9, services: [53]))
    file(
      "EF.CFIS", EFCFIS.self, in: .usim, 0x6FCB, .linearFixed, "3GPP TS 31.102 §4.2.64",
      services: [49], gsm: .gsm(0x6FCB, services: [55]))

    adn = file(
      "EF.ADN", DiallingNumberRecord.self, in: .telecom, 0x6F3A, .linearFixed,
      "3GPP TS 51.011 §10.5.1", gsm: .telecom(0x6F3A, services: [2]))
    lnd = file(
      "EF.LND", DiallingNumberRecord.self, in: .telecom, 0x6F44, .cyclic,
      "3GPP TS 51.011 §10.5.8", gsm: .telecom(0x6F44, services: [13]))

    file(
      "EF.ECC", EmergencyNumbers.self, in: .gsm, 0x6FB7, .transparent(),
      "3GPP TS 51.011 §10.3.27", .open)
  }
}
