import FoundationEssentials
import Renewal
import Words

/// What a line costs and what is on it, for people.
struct PlanText {
  /// Each with its label.
  let facts: [(Words, Words)]

  init(_ line: Line, _ verdict: Verdict, _ zone: TimeZone) {
    var facts: [(Words, Words)] = []
    if let plan = line.subscription {
      let fee = plan.fee.text
      facts.append(
        (Words("fee"), Words("\(fee) every \(plan.period.words), \(plan.renewal.words)")))
    }
    if let rate = line.dayRate { facts.append((Words("a day"), Words(verbatim: rate.text))) }
    if let balance = verdict.balance {
      let noted = Words("\(balance.noted.text) on \(balance.notedOn.dayText(in: zone))")
      let present =
        balance.present == balance.noted
        ? noted : Words("\(balance.present.text); it was \(noted)")
      facts.append(
        (
          Words("balance"),
          balance.expected.map { Words("\(present), about \($0.text) by now") } ?? present
        ))
    }
    self.facts = facts
  }
}
