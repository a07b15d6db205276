public import Words

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
  /// The applications it goes between, where it names them.
  public var ports: Ports?
  /// How long the service centre was to try to deliver it, of a message sent that says so.
  public var validity: Validity?
  /// Parts that are missing, where it came in parts.
  public var missingParts: [Int]?
  /// The records of EF.SMS or EF.SMSR that hold it.
  public var records: [Int]

  /// Applications by their port numbers (3GPP TS 23.040 §9.2.3.24.3, §9.2.3.24.4).
  public struct Ports: Codable, Equatable, Sendable {
    /// The receiving port.
    public var destination: Int
    /// The sending port.
    public var originator: Int

    /// Names both ports.
    public init(destination: Int, originator: Int) {
      self.destination = destination
      self.originator = originator
    }
  }

  /// How long a service centre tries to deliver a message (3GPP TS 23.040 §9.2.3.12).
  public struct Validity: Codable, Equatable, Sendable {
    /// How it is written: `relative`, `absolute` or `enhanced`.
    public var format: String
    /// For how many seconds after the service centre has got it.
    public var seconds: Int?
    /// Until when: RFC 3339 with the zone that the phone named.
    public var until: String?
    /// Whether it tries no more than once; only in the enhanced format.
    public var isSingleShot: Bool?

    /// A validity of which only the format is known.
    public init(format: String) { self.format = format }
  }

  /// A message of which only the place is known.
  public init(direction: String, records: [Int]) {
    self.direction = direction
    self.records = records
  }
}

extension ShortMessage {
  /// Which way it went.
  public var directionWords: Words { Self.words(direction) }

  /// What its records are in use for.
  public var statusWords: Words? { status.map(Self.words) }

  /// A direction or a status.
  public static func words(_ word: String) -> Words {
    switch word {
    case "received": Words("received")
    case "sent": Words("sent")
    case "statusReport": Words("status report")
    case "free": Words("deleted")
    case "read": Words("read", context: "short message")
    case "unread": Words("unread")
    case "toBeSent": Words("to be sent")
    default: Words("another status")
    }
  }
}
