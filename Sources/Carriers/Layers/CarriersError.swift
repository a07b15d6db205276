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
  init(_ error: DataFileError) {
    let more = error.problems.count - 1
    let first = error.problems.first?.description ?? ""
    self.init(
      .fileInvalid,
      more > 0
        ? Words(
          more, one: "\(first) (and \(more) more problem)",
          other: "\(first) (and \(more) more problems)") : Words(verbatim: first),
      hint: Words("Docs/carriers.md describes the format"))
  }

  /// What is wrong with the system's list.
  init(_ flaw: XMLFlaw) {
    let place = flaw.line
    let (code, message): (Code, Words) =
      switch flaw.kind {
      case .syntax(let reason):
        (.providerInfoInvalid, Words("the system's list of providers, line \(place): \(reason)"))
      case .unexpected(let element):
        (
          .providerInfoInvalid,
          Words(
            "the system's list of providers, line \(place): \"\(element)\" is not as such a list has it"
          )
        )
      case .declarations:
        (
          .providerInfoHostile,
          Words(
            "the system's list of providers, line \(place): declarations and entities are refused")
        )
      case .tooDeep:
        (
          .providerInfoHostile,
          Words("the system's list of providers, line \(place): nested too deeply")
        )
      case .tooLarge:
        (
          .providerInfoHostile,
          Words("the system's list of providers, line \(place): a text without an end in sight")
        )
      }
    self.init(
      code, message,
      hint: Words(
        "install the package mobile-broadband-provider-info anew; the rest is used without it"))
  }
}
