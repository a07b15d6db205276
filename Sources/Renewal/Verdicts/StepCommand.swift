import Words

/// The command that takes a step, or writes down that it was taken.
public struct StepCommand: Equatable, Sendable {
  /// What to type. `AMOUNT`, `DATE`, `TERM`, `DAY` and `RULE` stand for what only its owner knows.
  public let text: String
  /// Whether it writes down what was done elsewhere: with a phone, in a shop.
  public let records: Bool

  init(_ text: String, records: Bool) {
    self.text = text
    self.records = records
  }

  /// The command for what is to be done about a line.
  ///
  /// - Returns: nil for what leaves nothing to write down.
  init?(_ action: NextStep.Action, of line: Line) {
    let name = ShellWord.quoted(line.name)
    func log(_ what: String) -> StepCommand { Self("cardinfo log \(name) \(what)", records: true) }
    func run(_ what: String) -> StepCommand { Self("cardinfo \(what)", records: false) }
    let command: StepCommand? =
      switch action {
      case .topUp(let least): log("topup \(Self.amount(least))")
      case .buyPack(let least): log("pack \(Self.amount(least)) --term TERM")
      case .use(let kinds, let least):
        log(Self.word(kinds) + (least.map { " \(Self.amount($0))" } ?? ""))
      case .test(let kinds): log(Self.word(kinds))
      case .activate(.firstAttach?): log("attach")
      case .activate(.firstData?): log("first-data")
      case .activate: log("activate")
      case .install: log("install")
      case .contactCarrier: log("reinstated")
      case .askCarrier: run("reply \(name)")
      case .keepBalance: log("balance AMOUNT")
      case .enableProfile: run("profiles enable \(name)")
      case .sendNotifications: run("notifications send")
      case .recordNotice(let day): run("log \(name) notice --until \(day)")
      case .record(.anchor, let anchors):
        anchors.lazy.compactMap { Self.recording($0, of: name) }.first.map(run)
      case .record(let missing, _): run(Self.recording(missing, of: name))
      case .confirmRenewal: log("renewal")
      case .resume: log("resume")
      case .verifyRenewal: run("renew \(name) verify")
      case .removeFromList: run("line remove \(name)")
      case .readAgain, .findAsset, .replace, .payOtherwise, .tryAgain, .useHomeMarket, .prepareEnd:
        nil
      }
    guard let command else { return nil }
    self = command
  }

  private static func recording(_ missing: Missing.What, of name: String) -> String {
    switch missing {
    case .rule, .knownRule: "line set \(name) --rule RULE"
    case .billingDay: "line set \(name) --billing-day DAY"
    case .activation: "log \(name) activate --on DATE"
    case .anchor, .amount: "log \(name) topup AMOUNT --on DATE"
    case .term: "log \(name) pack AMOUNT --term TERM --on DATE"
    case .usage: "log \(name) call --on DATE"
    case .date, .stages: "log \(name) notice --until DATE"
    case .balance: "log \(name) balance AMOUNT"
    }
  }

  /// The command that records what starts a clock; nil where that is another clock.
  private static func recording(_ anchor: Anchor.Word, of name: String) -> String? {
    switch anchor {
    case .purchase: "log \(name) purchase --on DATE"
    case .install: "log \(name) install --on DATE"
    case .activation: "log \(name) activate --on DATE"
    case .firstAttach: "log \(name) attach --on DATE"
    case .firstData: "log \(name) first-data --on DATE"
    case .lastTopUp: "log \(name) topup AMOUNT --on DATE"
    case .lastChargeable: "log \(name) call --on DATE"
    case .lastUse: "log \(name) use --on DATE"
    case .clockEnd: nil
    case .billingDay: "line set \(name) --billing-day DAY"
    case .explicitDate: "log \(name) notice --until DATE"
    }
  }

  private static func amount(_ least: LeastAmount?) -> String {
    guard case .atLeast(let amount) = least else { return "AMOUNT" }
    return amount.text
  }

  /// The word of `cardinfo log` for the first way to use a line.
  private static func word(_ kinds: [Qualifier.Word]) -> String {
    switch kinds.first {
    case .outgoingCall: "call"
    case .outgoingSMS: "sms"
    case .outgoingMMS: "mms"
    case .data: "data"
    case .incomingCall: "incoming-call"
    case .incomingSMS: "incoming-sms"
    case .incomingMMS: "incoming-mms"
    case .firstData: "first-data"
    case .firstAttach: "attach"
    case .topUp: "topup"
    case .pack: "pack"
    case .activation: "activate"
    case .install: "install"
    case nil: "use"
    }
  }
}
