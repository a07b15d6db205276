public import Words

/// One file of a card: what it held, or why it could not be read.
public struct FileSnapshot: Codable, Equatable, Sendable {
  /// Where it is, such as `3F00/2FE2` or `ADF.USIM/6F07`.
  public var path: String
  /// Its name in the specification, such as `EF.ICCID`.
  public var name: String?
  /// How reading it ended.
  public var status: Status
  /// The card's status word when it refused, as hexadecimal.
  public var statusWord: String?
  /// What it held, as hexadecimal. Never there for files that hold keys.
  public var raw: String?
  /// What that means; its members are those of the specification's layout.
  public var value: JSONValue?
  /// Its records in order, for files of records.
  public var records: [Record]?
  /// Why it was refused or not asked for, or what could not be understood in it and where.
  public var problem: Words?

  /// Describes a file.
  public init(path: String, name: String? = nil, status: Status) {
    self.path = path
    self.name = name
    self.status = status
  }

  /// One record of a file.
  public struct Record: Codable, Equatable, Sendable {
    /// How reading it ended: `read`, `blank` or `malformed`.
    public var status: Status
    /// What it held, as hexadecimal. Never there for files that hold keys.
    public var raw: String?
    /// What that means.
    public var value: JSONValue?
    /// What could not be understood in it, and where.
    public var problem: Words?

    /// Describes a record.
    public init(status: Status, raw: String? = nil, value: JSONValue? = nil, problem: Words? = nil)
    {
      self.status = status
      self.raw = raw
      self.value = value
      self.problem = problem
    }
  }

  /// How reading a file ended. An open list: keep unknown ones.
  public struct Status: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Read and understood.
    public static let read = Status(rawValue: "read")
    /// There, and never written: every byte is FF.
    public static let blank = Status(rawValue: "blank")
    /// Not on the card: it was asked for.
    public static let absent = Status(rawValue: "absent")
    /// Not asked for, since the service table does not announce it: it may be there.
    public static let notAsked = Status(rawValue: "notAsked")
    /// Read in part: the card refused to go on.
    public static let incomplete = Status(rawValue: "incomplete")
    /// There, and the card refuses to have it read.
    public static let refused = Status(rawValue: "refused")
    /// Read, and not as its specification says.
    public static let malformed = Status(rawValue: "malformed")
  }
}

extension FileSnapshot.Status {
  /// What came of a file, in words; a status of a newer version is another one.
  public var words: Words {
    switch self {
    case .read: Words("read", context: "file of a card")
    case .blank: Words("blank")
    case .absent: Words("absent")
    case .notAsked: Words("not asked for")
    case .incomplete: Words("incomplete")
    case .refused: Words("refused")
    case .malformed: Words("malformed")
    default: Words("another status")
    }
  }
}
