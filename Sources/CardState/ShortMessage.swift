/// A short message on a card, put together from its parts.
public struct ShortMessage: Codable, Equatable, Sendable {
  /// `received`, `sent` or `statusReport`.
  public var direction: String
  /// What its records are in use for: `read`, `unread`, `sent`, `toBeSent`, or `free` for one that was
  /// deleted and is still there.
  public var status: String?
  /// Who sent a message received, or is to get one sent: a number, or a name.
  public var address: String?
  /// The service centre it came through.
  public var serviceCentre: String?
  /// When the service centre got it: RFC 3339 with the zone that it names.
  public var sentAt: String?
  /// Its text.
  public var text: String?
  /// Its data, as hexadecimal, where it is no text.
  public var data: String?
  /// Parts that are missing, where it came in parts.
  public var missingParts: [Int]?
  /// The records of EF.SMS or EF.SMSR that hold it.
  public var records: [Int]

  /// A message of which only the place is known.
  public init(direction: String, records: [Int]) {
    self.direction = direction
    self.records = records
  }
}

/// A number that the carrier put on the card.
public struct ServiceNumber: Codable, Equatable, Sendable {
  /// What the card calls it, such as "Customer care".
  public var name: String?
  /// The number, with a plus where it is international.
  public var number: String
  /// The file it stands in, such as `EF.SDN`.
  public var source: String

  /// Names a number.
  public init(name: String?, number: String, source: String) {
    self.name = name
    self.number = number
    self.source = source
  }
}
