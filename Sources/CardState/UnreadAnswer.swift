public import Words

/// A question to a card whose answer could not be used, or not all of it. What would be in it is
/// unknown: neither there nor not there.
public struct UnreadAnswer: Codable, Equatable, Sendable {
  /// What was asked, by its name in the specification, such as `ES10c.GetProfilesInfo`.
  public var function: Function
  /// A stable code such as `euicc.profilesRefused`; `Docs/errors.md` lists them.
  public var code: String
  /// One sentence on what came in place of an answer, without identifiers.
  public var message: Words
  /// What to do next.
  public var hint: Words?
  /// The card's status word when it refused, as hexadecimal.
  public var statusWord: String?
  /// The answer as it came, as hexadecimal; absent where there was none.
  public var raw: String?

  /// Describes an answer that could not be used.
  public init(
    _ function: Function, code: String, message: Words, hint: Words? = nil,
    statusWord: String? = nil, raw: String? = nil
  ) {
    self.function = function
    self.code = code
    self.message = message
    self.hint = hint
    self.statusWord = statusWord
    self.raw = raw
  }

  /// A question to a card. An open list: keep unknown ones.
  public struct Function: RawRepresentable, Codable, Hashable, Sendable {
    /// The name in the specification.
    public var rawValue: String

    /// Keeps any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// SELECT of the ISD-R (SGP.22 §5.7.1).
    public static let selectISDR = Function(rawValue: "SELECT ISD-R")
    /// The EID (SGP.22 §5.7.20).
    public static let eid = Function(rawValue: "ES10c.GetEID")
    /// The profiles (SGP.22 §5.7.15).
    public static let profiles = Function(rawValue: "ES10c.GetProfilesInfo")
    /// What an eUICC says of itself (SGP.22 §5.7.8).
    public static let information = Function(rawValue: "ES10b.GetEUICCInfo")
    /// The servers that it turns to (SGP.22 §5.7.3).
    public static let addresses = Function(rawValue: "ES10a.GetEuiccConfiguredAddresses")
    /// Which policy rules profiles may bring (SGP.22 §5.7.22).
    public static let rules = Function(rawValue: "ES10b.GetRAT")
    /// Reports that wait to be sent (SGP.22 §5.7.9).
    public static let notifications = Function(rawValue: "ES10b.ListNotification")
  }
}

extension EUICC {
  /// Whether ``profiles`` are all that there are. Where they are not, one that is not among them may
  /// be there nevertheless.
  public var listsAllProfiles: Bool {
    profiles?.allSatisfy { $0.iccid != nil } == true && !isUnread(.profiles)
  }

  /// Whether the answer to a question could not be used, or not all of it.
  public func isUnread(_ function: UnreadAnswer.Function) -> Bool {
    unread?.contains { $0.function == function } == true
  }
}
