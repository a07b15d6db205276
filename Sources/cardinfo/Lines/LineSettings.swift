import ArgumentParser
import Card
import Carriers
import Ledger
import Renewal
import Words

/// What a person can say of a line: shared by `line add` and `line set`.
struct LineSettings: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("The ICCID of its card or profile; it need not have one."), valueName: "iccid"))
  var iccid: String?

  @Option(
    help: ArgumentHelp(
      Words("The carrier's rule it lives by; see: cardinfo line rules"), valueName: "rule"),
    completion: CarrierCompletion.rules)
  var rule: String?

  @Option(
    help: ArgumentHelp(
      Words("What was bought: voice, data, combined or payAsYouGo."), valueName: "plan"),
    completion: LineCompletion.plans, transform: Line.Plan.argument)
  var plan: Line.Plan?

  @Option(
    help: ArgumentHelp(
      Words("The day of the month that its plan renews on."), valueName: "1-31"))
  var billingDay: Int?

  @Option(
    help: ArgumentHelp(
      Words("Days before the end to warn at; the last one is critical (default: 30,7)."),
      valueName: "days"),
    transform: Threshold.argument)
  var warn: [Threshold]?

  @Option(
    help: ArgumentHelp(
      Words("The balance below which to warn, such as \"5 GBP\"."), valueName: "amount"),
    transform: WrittenMoney.argument)
  var lowBalance: WrittenMoney?

  @OptionGroup var details: LineDetails

  @OptionGroup var subscription: PlanOptions

  @OptionGroup var clock: OwnClock

  @OptionGroup var validity: ValidityOptions

  func validate() throws {
    if let iccid, ICCID(iccid) == nil {
      throw ValidationError(Words("an ICCID has 18 to 20 digits"))
    }
    if let billingDay, !(1...31).contains(billingDay) {
      throw ValidationError(Words("--billing-day is a day of the month, 1 to 31"))
    }
  }

  /// Whether anything is said.
  var isEmpty: Bool {
    iccid == nil && rule == nil && plan == nil && billingDay == nil && warn == nil
      && lowBalance == nil && clock.expires == nil && clock.every == nil && details.isEmpty
      && subscription.isEmpty && validity.isEmpty
  }

  /// Puts what is said into a line.
  func apply(to line: inout Line) throws {
    if let iccid { line.iccid = ICCID(iccid)?.digits }
    if let rule { line.rule = try Self.known(rule) }
    if let plan { line.plan = plan }
    if let billingDay { line.billingDay = billingDay }
    if let warn { line.thresholds = warn }
    try details.apply(to: &line)
    try subscription.apply(to: &line)
    if let lowBalance { line.lowBalance = try lowBalance.money(in: line.currency()) }
    if let own = clock.clock(hasRule: line.rule != nil) {
      line.clocks.removeAll { $0.id == own.id }
      line.clocks.append(own)
    }
    try validity.apply(to: &line)
  }

  /// The identifier of the only rule of a name.
  static func known(_ rule: String) throws -> Rule.ID {
    let book = CarrierFiles.rules
    if let exact = book[rule.lowercased()] { return exact.id }
    // Another carrier's rule is another date: no piece of a name stands for it.
    let own = CarrierFiles.known.book.carriers(named: rule).filter { $0.id == rule.lowercased() }
      .flatMap(\.rules)
    let near = book.rules.filter {
      own.contains($0.id) || $0.carrier.lowercased() == rule.lowercased()
    }
    if near.count == 1, let only = near.first { return only.id }
    guard near.isEmpty else {
      throw ValidationError(
        Words(
          "'\(rule)' can be: \(near.prefix(8).map(\.id).joined(separator: ", ")); see: cardinfo line rules"
        ))
    }
    let meant = NearNames.items(book.rules, like: rule) { [$0.id, $0.carrier] }.map(\.id)
    throw ValidationError(
      meant.isEmpty
        ? Words("there is no rule '\(rule)'; see: cardinfo line rules")
        : Words(
          "there is no rule '\(rule)'; did you mean: \(meant.joined(separator: ", "))?"))
  }
}
