/// What an operator put on a SIM or into a profile, in words; ``FileSystemBuilder`` makes files of
/// it. All of it is invented.
struct Subscription: Hashable, Sendable {
  var iccid: String
  /// Nil where it is not known: EF.IMSI is blank then.
  var imsi: String?
  /// Digits of the MNC, and whether EF.AD says so.
  var mncLength = 2
  var administrativeDataHasMNCLength = true
  /// The operator's name on the phone, if the card has EF.SPN.
  var serviceProvider: String?
  var groupIdentifier1: [UInt8]?
  /// The subscriber's number, with its country's code.
  var number: String?
  var languages = ["en"]
  /// The service centre for messages.
  var serviceCentre: String?
  /// Other PLMNs that are home too.
  var equivalentHomePLMNs: [String] = []
  var forbiddenPLMNs: [String] = []
  var registration: Registration = .updated
  /// Records of EF.SMS, without what fills them up.
  var messages: [[UInt8]] = []
  /// The carrier's own numbers by their names; without any there is no EF.SDN.
  var serviceNumbers: [String: String] = [:]
  var technology: Technology = .usim
  var hasISIM = false

  /// What EF.LOCI and its kin remember.
  enum Registration: Hashable, Sendable {
    /// Never in a phone.
    case neverUsed
    /// Registered with its home network.
    case updated
    /// Registered with a network abroad.
    case updatedAbroad
    /// The home network said no.
    case refused
    /// A network abroad said no.
    case refusedAbroad
    /// Was in a phone, which took leave of the network.
    case deregistered
    /// A tool filled the files with FF.
    case wiped
  }

  enum Technology: Hashable, Sendable {
    /// A USIM, and DF.GSM for old phones.
    case usim
    /// DF.GSM only.
    case gsm
  }

  /// The home network: MCC and MNC; empty where the IMSI is not known.
  var homePLMN: String { imsi.map { String($0.prefix(3 + mncLength)) } ?? "" }
}
