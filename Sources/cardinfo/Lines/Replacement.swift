import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// The line whose place a new one takes: shared by the commands that make a line.
struct ReplacementOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words(
        "The line whose place it takes, which goes off the lists; its renewal has taken effect then."
      ),
      valueName: "line"),
    completion: LineCompletion.lines)
  var replaces: String?

  /// The replacement that is wanted, if one is.
  func replacement(in ledger: Ledger) throws(LedgerError) -> Replacement? {
    guard let replaces else { return nil }
    return Replacement(try ledger.line(matching: replaces))
  }
}

/// A new line in the place of one that is over, as most eSIMs are renewed: the new one has what the
/// person said of the old one, and the old one goes off the lists with its history.
struct Replacement {
  let former: Line

  init(_ former: Line) { self.former = former }

  /// Adds a line in the place of the former one. Of that, a renewal that is under way has taken effect,
  /// as the person says.
  ///
  /// - Parameter takesName: Whether the line is called as the former one was.
  func make(
    with line: Line, _ events: [Event], takesName: Bool = false, in ledger: Ledger
  ) throws -> Line {
    let now = Date()
    guard let today = CalendarDay(now, in: ledger.judging.zone) else { return line }
    var (former, line) = (former, line)
    former.retiredOn = former.retiredOn ?? today
    if takesName || line.name.lowercased() == former.name.lowercased() {
      line.name = former.name
      former.name = try ledger.freeName(Words("\(former.name) until \(today)").text)
    }
    line.takeSettings(of: former)
    try ledger.add(line, with: events, inPlaceOf: former, at: now)
    if var attempt = try ledger.attempts(of: former.id).first(where: \.isOpen) {
      if attempt.phase == .planned { try attempt.submit(at: max(now, attempt.plannedAt)) }
      try attempt.confirm(by: .person, at: max(now, attempt.submittedAt ?? now))
      try ledger.save(attempt)
    }
    return line
  }
}

extension Line {
  /// Takes what a person said of another line and would say of this one, where nothing is said of it.
  fileprivate mutating func takeSettings(of other: Line) {
    carrier = carrier ?? other.carrier
    owner = owner ?? other.owner
    group = group ?? other.group
    if tags.isEmpty { tags = other.tags }
    paymentMethod = paymentMethod ?? other.paymentMethod
    leadDays = leadDays ?? other.leadDays
    ownThresholds = ownThresholds ?? other.ownThresholds
    lowBalance = lowBalance ?? other.lowBalance
  }
}

extension RenewalAttempt {
  /// Whether it was neither confirmed nor failed yet.
  var isOpen: Bool { phase == .planned || phase == .submitted }
}
