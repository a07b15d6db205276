public import Words

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
    if code == 0 { return Meaning(Words("carried out")) }
    if let meaning = Self.meanings[function]?[code] { return meaning }
    if code == 127 { return .undefined }
    return Meaning(Words("ended with code \(code), which the specification does not name"), .report)
  }

  /// A sentence's end and a next step.
  public struct Meaning: Hashable, Sendable {
    /// What it means.
    public var words: Words
    /// What to do next.
    public var hint: Words?

    init(_ words: Words, _ hint: Hint? = nil) {
      self.words = words
      self.hint = hint?.words
    }

    static let undefined = Meaning(Words("undefined error: the card gives no reason"), .again)
  }

  /// Next steps.
  enum Hint {
    case again, list, notifications, disableFirst, policy, busy, input, block, download, room,
      server, report

    var words: Words {
      switch self {
      case .again:
        Words("insert the card again and run the command again; --trace shows each exchange")
      case .list:
        Words("cardinfo profiles lists what is on the card")
      case .notifications:
        Words("cardinfo notifications lists what waits")
      case .disableFirst:
        Words("disable it first, or enable another profile")
      case .policy:
        Words("only who issued the profile can change its rules: ask the carrier")
      case .busy:
        Words("wait a little, or insert the card again, and run the command again")
      case .input:
        Words("check what was given")
      case .block:
        Words("try --block 60")
      case .download:
        Words("ask for a new activation code, and run the download again")
      case .room:
        Words("delete a profile that is not needed any more")
      case .server:
        Words("the server is not meant for this card: ask who gave the activation code")
      case .report:
        Words("please report it with --trace")
      }
    }
  }
}
