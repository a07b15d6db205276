/// How an eUICC says that a function ended: a code whose meaning depends on the function (GSMA
/// SGP.22 §5.7).
public struct ES10Result: Hashable, Sendable {
  /// The function, by the tag of its request.
  public var function: BERTLV.Tag
  /// The code. 0 is success.
  public var code: Int

  /// A code of a function.
  public init(_ function: BERTLV.Tag, code: Int) {
    self.function = function
    self.code = code
  }

  /// The error that stands in place of a list: `81` and a code, where `A0` would be
  /// (§5.7.9, §5.7.10, §5.7.15). Nil when there is none.
  init?(listError objects: [BERTLV], of function: BERTLV.Tag) {
    let lists = [ES10.getProfilesInfo, ES10.listNotifications, ES10.retrieveNotifications]
    guard lists.contains(function), objects.first(0xA0) == nil,
      let code = try? objects.first(0x81)?.count()
    else { return nil }
    self.init(function, code: code)
  }

  /// Whether the function was carried out.
  public var isSuccess: Bool { code == 0 }

  /// Whether the card gives no reason, so that asking in another way may help.
  public var isUndefined: Bool { code == 127 }

  /// Whether the card's toolkit has to finish something first.
  public var isToolkitBusy: Bool {
    code == 5
      && [ES10.enableProfile, ES10.disableProfile, ES10.memoryReset].contains(function)
  }

  /// What it means, and what to do next. Any code has words.
  public var meaning: Meaning {
    if code == 0 { return Meaning("carried out") }
    if let meaning = Self.meanings[function]?[code] { return meaning }
    if code == 127 { return .undefined }
    return Meaning("ended with code \(code), which the specification does not name", .report)
  }

  /// A sentence's end and a next step.
  public struct Meaning: Hashable, Sendable {
    /// What it means.
    public var words: String
    /// What to do next.
    public var hint: String?

    init(_ words: String, _ hint: Hint? = nil) {
      self.words = words
      self.hint = hint?.rawValue
    }

    static let undefined = Meaning("undefined error: the card gives no reason", .again)
  }

  /// Next steps.
  enum Hint: String {
    case again = "insert the card again and run the command again; --trace shows each exchange"
    case list = "cardinfo profiles lists what is on the card"
    case notifications = "cardinfo notifications lists what waits"
    case disableFirst = "disable it first, or enable another profile"
    case policy = "only who issued the profile can change its rules: ask the carrier"
    case busy = "wait a little, or insert the card again, and run the command again"
    case input = "check what was given"
    case block = "try --block 60"
    case download = "ask for a new activation code, and run the download again"
    case room = "delete a profile that is not needed any more"
    case server = "the server is not meant for this card: ask who gave the activation code"
    case report = "please report it with --trace"
  }
}
