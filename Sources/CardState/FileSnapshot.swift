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
  /// Its records in order, as hexadecimal, for files of records.
  public var records: [String]?
  /// What could not be understood in it, and where.
  public var problem: String?

  /// Describes a file.
  public init(path: String, name: String? = nil, status: Status) {
    self.path = path
    self.name = name
    self.status = status
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
    /// Not on the card.
    public static let absent = Status(rawValue: "absent")
    /// There, and the card refuses to have it read.
    public static let refused = Status(rawValue: "refused")
    /// Read, and not as its specification says.
    public static let malformed = Status(rawValue: "malformed")
  }
}
