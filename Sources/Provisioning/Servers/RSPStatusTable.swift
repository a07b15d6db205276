internal import Words

// The pairs of codes that ES9+ and ES11 have (SGP.22 §5.6.1 to §5.6.5, §5.8.1, §5.8.2), and those that
// servers pass on from the carrier's side and from SM-DSs (§5.3, §5.5). Held against what three other
// implementations of these sections have.
extension RSPStatus {
  static let meanings: [RSPStatus: Meaning] = Dictionary(
    table.map { (RSPStatus($0.0, $0.1), Meaning($0.2, $0.3, $0.4)) }, uniquingKeysWith: { $1 })

  private static let table: [(String, String, Words, Certainty, RSPStep)] = [
    // InitiateAuthentication: no code has gone out yet.
    (
      "8.8.1", "3.8", Words("the server does not go by this address"), .no, .address
    ),
    (
      "8.9.1", "3.8", Words("the discovery server does not go by this address"), .no, .address
    ),
    (
      "8.8.2", "3.1", Words("the server has no certificate under a root that this card trusts"),
      .no,
      .otherServer
    ),
    (
      "8.8.4", "3.7", Words("the server has no certificate under a root that this card trusts"),
      .no,
      .otherServer
    ),
    (
      "8.9.2", "3.1",
      Words("the discovery server has no certificate under a root that this card trusts"), .no,
      .otherServer
    ),
    (
      "8.9.4", "3.7",
      Words("the discovery server has no certificate under a root that this card trusts"), .no,
      .otherServer
    ),
    (
      "8.8.3", "3.1", Words("the server does not speak the version of this card"), .no, .otherServer
    ),
    (
      "8.9.3", "3.1", Words("the discovery server does not speak the version of this card"), .no,
      .otherServer
    ),
    // AuthenticateClient.
    (
      "8.1.2", "6.1", Words("the server does not trust the maker of this card"), .no, .otherServer
    ),
    (
      "8.1.2", "6.3", Words("the certificate of this card's maker has expired"), .no, .otherServer
    ),
    ("8.1.3", "6.1", Words("the server does not trust this card's certificate"), .no, .otherServer),
    ("8.1.3", "6.3", Words("this card's certificate has expired"), .no, .otherServer),
    ("8.1", "6.1", Words("the server takes the card's signature for a false one"), .no, .again),
    (
      "8.11.1", "3.9", Words("the server does not know the root of this card's certificate"), .no,
      .otherServer
    ),
    ("8.10.1", "3.9", Words("the server does not know the session any more"), .unknown, .again),
    ("8.1", "2.1", Words("the server does not understand what the card sent"), .no, .otherServer),
    ("8.1.1", "3.8", Words("the profile is set aside for another card"), .no, .otherCard),
    (
      "8.2.6", "3.8",
      Words("the server refuses the activation code: used already, wrong, or for another card"),
      .unknown, .newCode
    ),
    ("8.2", "1.2", Words("the carrier has not released the profile yet"), .no, .later),
    (
      "8.2.5", "4.3", Words("the server has no profile that fits this card or device"), .no,
      .carrier
    ),
    ("8.2.5", "3.7", Words("the server has no more profiles of this kind"), .no, .carrier),
    ("8.2.5", "3.9", Words("the server does not know this kind of profile"), .no, .carrier),
    (
      "8.8.5", "4.10", Words("the time in which the profile could be downloaded is over"), .yes,
      .newCode
    ),
    (
      "8.8.5", "4.1", Words("the time in which the profile could be downloaded is over"), .yes,
      .newCode
    ),
    ("8.8.5", "6.4", Words("the profile was tried to be downloaded too often"), .yes, .newCode),
    ("8.1", "4.8", Words("the server says that there is not enough room on the card"), .no, .room),
    // GetBoundProfilePackage.
    (
      "8.2", "3.7", Words("the server does not prepare the profile a second time"), .unknown,
      .newCode
    ),
    ("8.2.1", "3.9", Words("the server does not know the profile"), .unknown, .newCode),
    ("8.2.7", "2.2", Words("the confirmation code is missing"), .no, .confirmationCode),
    ("8.2.7", "3.8", Words("the confirmation code is wrong"), .no, .confirmationCode),
    (
      "8.2.7", "6.4", Words("the confirmation code was wrong too often"), .yes, .newCode
    ),
    // CancelSession.
    ("8.8", "3.10", Words("the session is one of another server"), .unknown, .again),
    ("8.8", "3.1", Words("the session is one of another server"), .unknown, .again),
    // AuthenticateClient of an SM-DS.
    ("8.9.5", "3.9", Words("the discovery server does not know the event"), .unknown, .again),
    ("8.9.5", "3.3", Words("the discovery server has the event already"), .unknown, .later),
    ("8.9", "5.1", Words("the discovery server can't be reached from the server"), .no, .later),
    ("8.9", "4.2", Words("the discovery server failed"), .no, .later),
    // Of the carrier's side.
    ("8.2.1", "1.2", Words("the carrier does not allow the profile"), .unknown, .carrier),
    ("8.2.1", "3.1", Words("the profile is set aside for another card"), .no, .otherCard),
    ("8.2.1", "3.3", Words("the profile is not to be had any more"), .unknown, .carrier),
    ("8.2.1", "3.5", Words("the carrier can't release the profile"), .unknown, .carrier),
    ("8.2.5", "1.2", Words("the carrier does not allow this kind of profile"), .unknown, .carrier),
    ("8.2.5", "3.8", Words("the profile is of another kind than was ordered"), .unknown, .carrier),
    ("8.2.6", "3.1", Words("the activation code is for another profile"), .unknown, .carrier),
    ("8.2.6", "3.3", Words("the activation code is for several profiles"), .unknown, .carrier),
    ("8.2.8", "1.2", Words("the card does not allow the profile's rules"), .unknown, .carrier),
    ("8.1.1", "2.2", Words("the server wants the card's EID first"), .no, .otherCard),
    ("8.1.1", "3.1", Words("the profile is set aside for another card"), .no, .otherCard),
    ("8.1.4", "6.1", Words("the EID is none of this card's maker"), .no, .otherServer),
  ]

  /// What it is about (§5.2.6.1).
  static let subjects: [String: Words] = [
    "1": Words("the call"), "1.1": Words("who calls"), "1.2": Words("who is called"),
    "1.6": Words("the call"),
    "8": Words("remote provisioning"), "8.1": Words("the card"), "8.1.1": Words("the EID"),
    "8.1.2": Words("the certificate of the card's maker"), "8.1.3": Words("the card's certificate"),
    "8.2": Words("the profile"), "8.2.1": Words("the profile's ICCID"),
    "8.2.2": Words("the profile's rules"), "8.2.3": Words("the profile's rules"),
    "8.2.5": Words("the kind of profile"), "8.2.6": Words("the activation code"),
    "8.2.7": Words("the confirmation code"), "8.2.8": Words("the profile's rules"),
    "8.2.9": Words("the profile's description"), "8.2.10": Words("the profile's package"),
    "8.8": Words("the server"), "8.8.1": Words("the server's address"),
    "8.8.2": Words("the server's keys"), "8.8.3": Words("the server's version"),
    "8.8.4": Words("the server's certificate"), "8.8.5": Words("the order"),
    "8.9": Words("the discovery server"), "8.9.1": Words("the discovery server's address"),
    "8.9.2": Words("the discovery server's keys"), "8.9.3": Words("the discovery server's version"),
    "8.9.4": Words("the discovery server's certificate"), "8.9.5": Words("the event"),
    "8.10": Words("the session"), "8.10.1": Words("the session"),
    "8.11": Words("the root"), "8.11.1": Words("the root's key"),
  ]

  /// What is wrong (§5.2.6.2).
  static let reasons: [String: Words] = [
    "1.1": Words("unknown"), "1.2": Words("not allowed"),
    "2.1": Words("invalid"), "2.2": Words("missing"), "2.3": Words("missing here"),
    "3.1": Words("not supported"), "3.3": Words("in use already"), "3.4": Words("misdirected"),
    "3.5": Words("not possible now"), "3.7": Words("not available"), "3.8": Words("refused"),
    "3.9": Words("unknown"), "3.10": Words("not belonging together"),
    "3.11": Words("changed meanwhile"),
    "4.1": Words("too late"), "4.2": Words("failed"), "4.3": Words("stopped with a warning"),
    "4.4": Words("busy"), "4.8": Words("without enough room"), "4.10": Words("too late"),
    "5.1": Words("out of reach"), "5.3": Words("too late"), "5.4": Words("without an answer"),
    "6.1": Words("not verified"),
    "6.3": Words("expired"), "6.4": Words("tried too often"),
  ]
}
