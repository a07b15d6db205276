/// EF.UST: which services the USIM has, and with them which files. Transparent, a bit for each
/// (3GPP TS 31.102 §4.2.8).
public struct EFUST: ServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.UST", in: .usim, identifier: 0x6F38, shortIdentifier: 0x04, .transparent(),
    source: "3GPP TS 31.102 §4.2.8", confidentiality: .open)

  /// Services that say something of the line, its contacts, messages or security.
  public static let names = [
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

  /// The numbers of the services that are there.
  public var services: Set<Int>

  /// Names the services.
  public init(services: Set<Int>) { self.services = services }
}
