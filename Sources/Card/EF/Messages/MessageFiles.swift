/// Files of short messages.
public struct MessageFiles: Sendable {
  /// EF.SMS: short messages.
  public let sms: ElementaryFile<EFSMS>
  /// EF.SMSR: reports on messages sent.
  public let smsr: ElementaryFile<EFSMSR>
  /// EF.SMSP: what a phone fills in for messages it sends.
  public let smsp: ElementaryFile<EFSMSP>
  /// EF.SMSS: the state of messages on the card.
  public let smss: ElementaryFile<EFSMSS>

  init(declaring file: inout FileList) {
    sms = file(
      "EF.SMS", EFSMS.self, in: .usim, 0x6F3C, .linearFixed, "3GPP TS 31.102 §4.2.25",
      services: [10], gsm: .telecom(0x6F3C, services: [4]))
    smsr = file(
      "EF.SMSR", EFSMSR.self, in: .usim, 0x6F47, .linearFixed, "3GPP TS 31.102 §4.2.32",
      services: [11], gsm: .telecom(0x6F47, services: [35]))
    smsp = file(
      "EF.SMSP", EFSMSP.self, in: .usim, 0x6F42, .linearFixed, "3GPP TS 31.102 §4.2.27",
      services: [12], gsm: .telecom(0x6F42, services: [12]))
    smss = file(
      "EF.SMSS", EFSMSS.self, in: .usim, 0x6F43, .transparent(reading: 2),
      "3GPP TS 31.102 §4.2.28", services: [10], gsm: .telecom(0x6F43, services: [4]))
    file(
      "EF.MWIS", EFMWIS.self, in: .usim, 0x6FCA, .linearFixed, "3GPP TS 31.102 §4.2.63",
      services: [48], gsm: .gsm(0x6FCA, services: [54]))
    // Topics that a phone shows.
    file(
      "EF.CBMI", BroadcastTopics.self, in: .usim, 0x6F45, .transparent(),
      "3GPP TS 31.102 §4.2.14", services: [15], gsm: .gsm(0x6F45, services: [14]))
    // Topics that a phone hands to the card, which are commands for it.
    file(
      "EF.CBMID", BroadcastTopics.self, in: .usim, 0x6F48, sfi: 0x0E, .transparent(),
      "3GPP TS 31.102 §4.2.20", services: [29], gsm: .gsm(0x6F48, services: [25]))

    file(
      "EF.PSISMSC", EFPSISMSC.self, in: .telecom, 0x6FE5, .linearFixed, "3GPP TS 31.102 §4.5.9",
      services: [91])
  }
}
