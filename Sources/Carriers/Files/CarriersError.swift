import Renewal
public import Words

/// A file of carriers that can't be used.
public struct CarriersError: Error, Hashable, Sendable {
  /// What is wrong, as a stable code.
  public var code: Code
  /// One sentence, lower case, without a full stop.
  public var message: Words
  /// What to do next.
  public var hint: Words?

  /// Describes what is wrong.
  public init(_ code: Code, _ message: Words, hint: Words? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// A stable code, the same in JSON and documents. An open list.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable word, such as `carriers.fileInvalid`.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A file can't be opened, or is no plain file.
    public static let fileUnreadable = Code(rawValue: "carriers.fileUnreadable")
    /// A file is larger than any such file.
    public static let fileTooLarge = Code(rawValue: "carriers.fileTooLarge")
    /// A file of carriers breaks the format.
    public static let fileInvalid = Code(rawValue: "carriers.fileInvalid")
    /// A file of carriers or rules is in a form that is read no more.
    public static let fileOutdated = Code(rawValue: "carriers.fileOutdated")
    /// The system's list can't be understood.
    public static let providerInfoInvalid = Code(rawValue: "carriers.providerInfoInvalid")
    /// The system's list has what such a list never has: entities, depth, endless text.
    public static let providerInfoHostile = Code(rawValue: "carriers.providerInfoHostile")
    /// A list of Android's can't be understood.
    public static let androidListInvalid = Code(rawValue: "carriers.androidListInvalid")
  }
}

extension CarriersError {
  /// What the reader of the format found, with file, line and column.
  ///
  /// - Parameter isOutdated: whether the file is one of a form that can be converted.
  init(_ error: DataFileError, isOutdated: Bool = false) {
    let more = error.problems.count - 1
    let first = error.problems.first?.description ?? ""
    self.init(
      isOutdated ? .fileOutdated : .fileInvalid,
      more > 0
        ? Words(
          more, one: "\(first) (and \(more) more problem)",
          other: "\(first) (and \(more) more problems)") : Words(verbatim: first),
      hint: isOutdated
        ? Words("convert it: cardinfo carrier convert FILE -o FILE")
        : Words("carriers.md, a document of cardinfo, describes the format"))
  }
}
