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

    /// A file can't be opened or read.
    public static let fileUnreadable = Code(rawValue: "carriers.fileUnreadable")
    /// A file of carriers breaks the format; the message has file, line and column.
    public static let fileInvalid = Code(rawValue: "carriers.fileInvalid")
    /// The system's list is no such list.
    public static let providerInfoInvalid = Code(rawValue: "carriers.providerInfoInvalid")
    /// The system's list is larger, or nested deeper, than any such list.
    public static let providerInfoTooLarge = Code(rawValue: "carriers.providerInfoTooLarge")
    /// A list of Android's can't be understood.
    public static let androidListInvalid = Code(rawValue: "carriers.androidListInvalid")
  }
}
