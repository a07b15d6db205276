import CardState
import GRDB
public import Words

/// Something that the ledger can't do. Nothing was changed.
///
/// Words and codes only: none holds an identifier. Names of lines stand only where it is asked which of
/// them is meant; numbers in them are masked.
public struct LedgerError: Error, Equatable, Sendable {
  /// What happened, as a stable code.
  public var code: Code
  /// One sentence, lower case, without a full stop.
  public var message: Words
  /// What to do next.
  public var hint: Words?

  /// Describes what happened.
  public init(_ code: Code, _ message: Words, hint: Words? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// A stable code; `Docs/errors.md` lists them. An open list.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable word, such as `ledger.locked`.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The directory or the file can't be written.
    public static let readOnly = Code(rawValue: "ledger.readOnly")
    /// There is no ledger where one was looked for.
    public static let missing = Code(rawValue: "ledger.missing")
    /// The directory or the file can't be read.
    public static let unreadable = Code(rawValue: "ledger.unreadable")
    /// There is no room left.
    public static let full = Code(rawValue: "ledger.full")
    /// Another program writes for too long.
    public static let locked = Code(rawValue: "ledger.locked")
    /// A newer version made it.
    public static let newerSchema = Code(rawValue: "ledger.newerSchema")
    /// Others can read it, or it belongs to somebody else.
    public static let permissions = Code(rawValue: "ledger.permissions")
    /// The file is not a ledger, or is damaged.
    public static let damaged = Code(rawValue: "ledger.damaged")
    /// Reading or writing failed in another way.
    public static let failed = Code(rawValue: "ledger.failed")
    /// No line is called that.
    public static let unknownLine = Code(rawValue: "ledger.unknownLine")
    /// Several lines are called that.
    public static let ambiguousLine = Code(rawValue: "ledger.ambiguousLine")
    /// The line is there already.
    public static let duplicateLine = Code(rawValue: "ledger.duplicateLine")
    /// Another line has the name.
    public static let duplicateName = Code(rawValue: "ledger.duplicateName")
    /// The line has no such event.
    public static let unknownEvent = Code(rawValue: "ledger.unknownEvent")
    /// There is another event with that identifier.
    public static let differentEvent = Code(rawValue: "ledger.differentEvent")
    /// The attempt is further along, or another one.
    public static let differentAttempt = Code(rawValue: "ledger.differentAttempt")
    /// A line was purged, and traces of it may be left in the file.
    public static let purgeUnfinished = Code(rawValue: "ledger.purgeUnfinished")
    /// A file was not imported, since something in it is wrong.
    public static let refusedImport = Code(rawValue: "ledger.refusedImport")
  }
}

extension LedgerError: CustomStringConvertible {
  /// The message in English.
  public var description: String { message.description }
}

extension LedgerError {
  static let readOnly = LedgerError(
    .readOnly, Words("the ledger can't be written"),
    hint: Words("check who owns its directory and files, and how the disk is mounted"))
  static let missing = LedgerError(
    .missing, Words("there is no ledger in that directory"),
    hint: Words(
      "name the directory that has the file \(Ledger.fileName); cardinfo line add makes a new one"))
  static let noDirectory = LedgerError(
    .damaged, Words("that is no directory, and a ledger is one"),
    hint: Words("name the directory that has the file \(Ledger.fileName)"))
  static let unreadable = LedgerError(
    .unreadable, Words("the ledger can't be read"),
    hint: Words("run the command as its owner, or take it back: chmod 700 the directory"))
  static let full = LedgerError(
    .full, Words("there is no room left for the ledger"),
    hint: Words("free some space on its disk, and run the command again"))
  static let locked = LedgerError(
    .locked, Words("another program is writing the ledger"),
    hint: Words("wait until it has finished, and run the command again"))
  static let newerSchema = LedgerError(
    .newerSchema, Words("the ledger was made by a newer version of cardinfo"),
    hint: Words("install that version"))
  static let damaged = LedgerError(
    .damaged, Words("the ledger's file is not a ledger, or is damaged"),
    hint: Words("move it away, and bring the lines back from a backup or an export"))
  static let unknownLine = LedgerError(
    .unknownLine, Words("no line is called that"),
    hint: Words("cardinfo lines shows those there are"))
  /// No line is called that; some are called nearly that.
  static func unknownLine(near names: [String]) -> LedgerError {
    guard !names.isEmpty else { return .unknownLine }
    return LedgerError(
      .unknownLine, unknownLine.message,
      hint: Words("did you mean: \(shown(names))? cardinfo lines shows all"))
  }
  /// Several lines can be meant, and their names tell which.
  static func ambiguous(_ names: [String]) -> LedgerError {
    LedgerError(
      .ambiguousLine, Words("several lines are called that: \(shown(names))"),
      hint: Words("give more of the name or of the ICCID, or the whole number"))
  }
  private static func shown(_ names: [String]) -> String {
    names.prefix(5).map { "\"\(Masking.numbers(in: $0))\"" }.joined(separator: ", ")
  }
  static let duplicateLine = LedgerError(
    .duplicateLine, Words("the ledger has a line with this ICCID already"),
    hint: Words(
      "cardinfo line set changes what is kept of it; two lines on one card each need their --number"
    ))
  static let duplicateName = LedgerError(
    .duplicateName, Words("another line is called that"),
    hint: Words("give it another name; cardinfo lines and lines --removed show those there are"))
  static let unknownEvent = LedgerError(
    .unknownEvent, Words("the line has no such event"),
    hint: Words("cardinfo line show lists its events"))
  static let differentEvent = LedgerError(
    .differentEvent, Words("the line has another event with this identifier"),
    hint: Words("events are never changed: undo it, and record another one"))
  static let differentAttempt = LedgerError(
    .differentAttempt, Words("the renewal has moved on in the meantime"),
    hint: Words("cardinfo line show tells how far"))

  init(_ error: any Error) {
    switch error {
    case let error as LedgerError: self = error
    case let error as DatabaseError: self.init(error)
    case is DecodingError: self = .damaged
    default: self.init(.failed, Words("the ledger can't be used: \(String(describing: error))"))
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
    case .SQLITE_FULL: self = .full
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged
    // SQLite says this when the index of its journal can't grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full
    default:
      self.init(
        .failed,
        Words("the ledger can't be used: SQLite says \(error.extendedResultCode.rawValue)"))
    }
  }
}
