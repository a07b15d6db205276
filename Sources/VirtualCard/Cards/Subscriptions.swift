import Card

/// The SIMs of the built-in cards.
extension Subscription {
  /// A Chinese SIM whose ICCID holds a letter.
  static let chinaMobile = Subscription(
    iccid: "898600B5112233445566", imsi: "460001234567890", serviceProvider: "中国移动",
    number: "+8613800138000", languages: ["zh", "en"], serviceCentre: "+8613800100500",
    equivalentHomePLMNs: ["46000", "46002", "46007", "46008"],
    forbiddenPLMNs: ["46001", "46011"], hasISIM: true)

  /// A British one of a virtual operator, told apart by its group identifier.
  static let british = Subscription(
    iccid: "8944110123456789013", imsi: "234105123456789", serviceProvider: "giffgaff",
    groupIdentifier1: [0x50, 0x8F], number: "+447700900123", serviceCentre: "+447802000332",
    forbiddenPLMNs: ["23415", "23420", "23430"])

  /// A German one, with the short ICCID that its operator uses.
  static let german = Subscription(
    iccid: "894922012345678904", imsi: "262075123456789", serviceProvider: "o2 - de",
    number: "+4917612345678", languages: ["de", "en"], serviceCentre: "+4917600004430")

  /// An American one, with a network code of three digits.
  static let american = Subscription(
    iccid: "8901260123456789011", imsi: "310260123456789", mncLength: 3,
    serviceProvider: "T-Mobile", number: "+12025550123", serviceCentre: "+12063130004")

  /// A SIM from before USIMs.
  static let gsm = Subscription(
    iccid: "8944110000001234564", imsi: "234100000123456", serviceProvider: "BT Cellnet",
    number: "+447700900456", serviceCentre: "+447802000332",
    forbiddenPLMNs: ["23415", "23410"], registration: .refused,
    technology: .gsm)

  /// What is behind the travel eUICC's enabled profile.
  static let travel = Subscription(
    iccid: "8944500123456789011", imsi: "234501234567890", serviceProvider: "Airalo",
    languages: ["en"], serviceCentre: "+447797704000", equivalentHomePLMNs: ["23450"])

  /// What is behind the first profile of a card with two secure elements.
  static let french = Subscription(
    iccid: "8933010123456789017", imsi: "208011234567890", serviceProvider: "Orange F",
    groupIdentifier1: [0x33], number: "+33612345678", languages: ["fr", "en"],
    serviceCentre: "+33689004000")

  /// What is behind the plain eUICC's enabled profile.
  static let singaporean = Subscription(
    iccid: "8965010123456789019", imsi: "525011234567890", serviceProvider: "Singtel",
    number: "+6581234567", serviceCentre: "+6596197777")
}

/// Records of EF.SMS, put together by hand from 3GPP TS 23.040 and TS 23.038.
extension Subscription {
  /// A balance in UCS2, a warning in two parts, and one that was deleted.
  static let someMessages: [[UInt8]] = [
    // 10086 on 20 November 2026, 09:30:15 +08:00, in UCS2.
    """
    01 0891683108100005F0 04 05A10180F6 00 08 62110290035123 42
    30104E2D56FD79FB52A8301160A876844F59989D4E3A00310032002E00350030
    5143FF0C67096548671F81F30032003000320036002D00310032002D00330031 3002
    """,
    // "giffgaff" on 14 September 2026, 18:05 +01:00, in the GSM alphabet: part 1 and part 2 of 2.
    """
    03 0791448720003023 44 0ED0E7B4D97C0E9BCD 00 00 62904181500040 A0 050003420201
    B2EFBA1C344D3641EE72993C0785C7F4B43D4DCF83CAF6B23C0FB281DA6F371D3D77818661369B05A297F17416
    A83E2F83C8617A18F49683C4F53C68FE6E97E9E8B4FB0C12E741311AA819968FD1A0B71C44479741EE7A5B5C96
    83EE69361B242E83E4E5717ECC2E9341613719444797416379999CA683D8EF39DD059296E1EC3C684A7D4241
    """,
    """
    03 0791448720003023 44 0ED0E7B4D97C0E9BCD 00 00 62904181501040 1B 050003420202
    E86FD01B4E07BDEB74D0DB0CA297F1F4B90B
    """,
    // The same sender on 2 January 2025; deleted, and not yet overwritten.
    """
    00 0791448720003023 04 0ED0E7B4D97C0E9BCD 00 00 52102030405000 13
    D7327BFC6E9741F437E89C369BCF61B319
    """,
  ].compactMap { [UInt8](hex: $0) }
}
