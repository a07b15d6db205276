/// EF.SST: which services a 2G SIM has, and with them which files. Transparent, two bits for each
/// (3GPP TS 51.011 §10.3.7).
public struct EFSST: TwoBitServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SST", in: .gsm, identifier: 0x6F38, .transparent(), source: "3GPP TS 51.011 §10.3.7",
    confidentiality: .open)

  /// Services that say something of the line, its contacts or messages.
  public static let names = [
    1: "pinCanBeDisabled", 2: "abbreviatedDialling", 3: "fixedDialling", 4: "messageStorage",
    5: "adviceOfCharge", 7: "plmnSelector", 9: "msisdn", 12: "messageParameters",
    13: "lastNumberDialled", 15: "groupIdentifier1", 16: "groupIdentifier2",
    17: "serviceProviderName", 18: "serviceDialling", 26: "smsDataDownload",
    28: "callControl", 29: "proactiveSIM", 31: "barredDialling", 35: "messageStatusReports",
    38: "gprs", 43: "userPLMNSelector", 44: "operatorPLMNSelector", 45: "homePLMNSelector",
    51: "networkNames", 52: "operatorPLMNList", 53: "mailboxNumbers",
    54: "messageWaitingStatus", 55: "callForwardingStatus", 56: "serviceProviderDisplay",
  ]

  /// The numbers of the services that the card has.
  public var allocated: Set<Int>
  /// The numbers of the services that are switched on.
  public var activated: Set<Int>

  /// Names the services.
  public init(allocated: Set<Int>, activated: Set<Int>) {
    self.allocated = allocated
    self.activated = activated
  }
}
