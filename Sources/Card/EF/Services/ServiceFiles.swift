/// Files that say which services there are.
public struct ServiceFiles: Sendable {
  /// EF.UST: which services the USIM has, and with them which files.
  public let ust: ElementaryFile<ServiceTable>
  /// EF.SST: which services a 2G SIM has, and with them which files.
  public let sst: ElementaryFile<TwoBitServiceTable>

  init(declaring file: inout FileList) {
    ust = file(
      "EF.UST", ServiceTable.self, in: .usim, 0x6F38, sfi: 0x04, .transparent(),
      "3GPP TS 31.102 §4.2.8", .open, decoder: ServiceTable.named(Self.usim))
    // Which of the services that can be switched are on. With fixed dialling on, other numbers can't
    // be called.
    file(
      "EF.EST", ServiceTable.self, in: .usim, 0x6F56, sfi: 0x05, .transparent(),
      "3GPP TS 31.102 §4.2.47", services: [2, 6, 34, 35], .open,
      decoder: ServiceTable.named([1: "fixedDialling", 2: "barredDialling", 3: "apnControlList"]))
    file(
      "EF.UFC", EFUFC.self, in: .usim, 0x6FE6, .transparent(), "3GPP TS 31.102 §4.2.93", .open)

    sst = file(
      "EF.SST", TwoBitServiceTable.self, in: .gsm, 0x6F38, .transparent(),
      "3GPP TS 51.011 §10.3.7", .open, decoder: TwoBitServiceTable.named(Self.gsm))
    file(
      "EF.Phase", EFPhase.self, in: .gsm, 0x6FAE, .transparent(reading: 1),
      "3GPP TS 51.011 §10.3.19", .open)
  }

  /// Services of a USIM that say something of the line, its contacts, messages or security.
  private static let usim = [
    1: "localPhoneBook", 2: "fixedDialling", 4: "serviceDialling", 6: "barredDialling",
    8: "outgoingCallInformation", 9: "incomingCallInformation", 10: "messageStorage",
    11: "messageStatusReports", 12: "messageParameters", 13: "adviceOfCharge",
    17: "groupIdentifier1", 18: "groupIdentifier2", 19: "serviceProviderName",
    20: "userPLMNSelector", 21: "msisdn", 27: "gsmAccess", 28: "smsDataDownload",
    30: "callControl", 34: "enabledServicesTable",
    35: "apnControlList", 42: "operatorPLMNSelector", 43: "homePLMNSelector",
    45: "networkNames", 46: "operatorPLMNList", 47: "mailboxNumbers",
    48: "messageWaitingStatus", 49: "callForwardingStatus", 51: "serviceProviderDisplay",
    68: "genericBootstrapping", 71: "equivalentHomePLMNs", 78: "serviceProviderIcon",
    79: "networkNameIcons", 85: "epsMobilityManagement", 86: "allowedCSGLists",
    89: "eCallData", 91: "messagesOverIP", 95: "uiccAccessToIMS",
    96: "nasConfiguration", 99: "uriSupport", 106: "ePDGConfiguration",
    112: "eCallOverIMS", 115: "imsConfiguration", 122: "fiveGSMobilityManagement",
    123: "fiveGSecurityParameters", 124: "subscriptionIdentifierPrivacy",
    125: "suciByUSIM", 126: "accessIdentities", 127: "steeringOfRoaming",
    129: "fiveGSOperatorPLMNList", 130: "supiAsNAI", 132: "routeSelectionPolicy",
    133: "fiveGSecurityParametersExtended", 136: "multipleRegistration", 141: "eDRXParameters",
  ]

  /// Services of a 2G SIM that say something of the line, its contacts or messages.
  private static let gsm = [
    1: "pinCanBeDisabled", 2: "abbreviatedDialling", 3: "fixedDialling", 4: "messageStorage",
    5: "adviceOfCharge", 7: "plmnSelector", 9: "msisdn", 12: "messageParameters",
    13: "lastNumberDialled", 15: "groupIdentifier1", 16: "groupIdentifier2",
    17: "serviceProviderName", 18: "serviceDialling", 26: "smsDataDownload",
    28: "callControl", 29: "proactiveSIM", 31: "barredDialling", 35: "messageStatusReports",
    38: "gprs", 43: "userPLMNSelector", 44: "operatorPLMNSelector", 45: "homePLMNSelector",
    51: "networkNames", 52: "operatorPLMNList", 53: "mailboxNumbers",
    54: "messageWaitingStatus", 55: "callForwardingStatus", 56: "serviceProviderDisplay",
  ]
}
