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
