import FoundationEssentials
import Ledger
import Renewal
import Words

/// What was written down about a line, and what each did to where it stood.
struct HistoryText {
  let steps: [HistoryStep]
  let events: [Event]
  let zone: TimeZone

  func lines(_ colour: Bool) -> [String] {
    guard !steps.isEmpty else { return [] }
    var table = Table()
    for step in steps {
      table.add(
        Table.Cell(step.recordedAt.minuteText(in: zone), .label),
        Table.Cell(what(step)), Table.Cell(effect(of: step)))
    }
    return ["  " + Style.label.apply(Words("history").text, colour)]
      + table.lines(indent: 4, wraps: true, colour: colour)
  }

  /// What was written down.
  func what(_ step: HistoryStep) -> Words {
    if let change = step.settings {
      return Words.listed(LineSetting.changes(change.before, change.after))
    }
    guard let event = events.first(where: { $0.id == step.event }) else {
      return Words(verbatim: "")
    }
    guard event.kind == .undo, let wrong = events.first(where: { $0.id == event.undoes }) else {
      return named(event)
    }
    return Words("undone: \(named(wrong))")
  }

  private func named(_ event: Event) -> Words {
    let day = event.on.dayText(in: zone)
    guard let amount = event.amount else { return Words("\(event.noun) on \(day)") }
    return Words("\(event.noun) of \(amount.text) on \(day)")
  }

  /// What that did to where the line stood.
  func effect(of step: HistoryStep) -> Words {
    let change = step.standing
    guard change.before != change.after else { return Words("changed nothing") }
    return Words("\(change.before.words) → \(change.after.words)")
  }
}

extension HistoryStep.Standing {
  fileprivate var words: Words {
    dueOn.map { Words("\(state.words) until \($0)") } ?? state.words
  }
}

/// What can be said of a line, for telling two states of it apart.
enum LineSetting: CaseIterable {
  case name, number, card, carrier, rule, plan, owner, group, tags, note, paidBy, fee, dayRate
  case lead, terms, billingDay, warnings, lowBalance, offTheLists

  /// What changed between two states of a line.
  static func changes(_ before: Line, _ after: Line) -> [Words] {
    allCases.compactMap { setting in
      let (old, new) = (setting.text(before), setting.text(after))
      guard old != new else {
        return setting == .terms && before.clocks != after.clocks ? setting.label : nil
      }
      let none = Words("none").text
      return Words("\(setting.label): \(old.isEmpty ? none : old) → \(new.isEmpty ? none : new)")
    }
  }

  private var label: Words {
    switch self {
    case .name: Words("name")
    case .number: Words("number")
    case .card: Words(verbatim: "ICCID")
    case .carrier: Words("carrier")
    case .rule: Words("rule")
    case .plan: Words("plan")
    case .owner: Words("owner")
    case .group: Words("group")
    case .tags: Words("tags")
    case .note: Words("note")
    case .paidBy: Words("paid by")
    case .fee: Words("fee")
    case .dayRate: Words("a day costs")
    case .lead: Words("days to be done before")
    case .terms: Words("terms")
    case .billingDay: Words("billing day")
    case .warnings: Words("warnings, in days before the end")
    case .lowBalance: Words("low balance")
    case .offTheLists: Words("off the lists")
    }
  }

  private func text(_ line: Line) -> String {
    switch self {
    case .name: line.name
    case .number: line.numbers.joined(separator: ", ")
    case .card: line.iccid ?? ""
    case .carrier: line.carrier ?? ""
    case .rule: line.rule ?? ""
    case .plan: line.plan?.words.text ?? ""
    case .owner: line.owner ?? ""
    case .group: line.group ?? ""
    case .tags: line.tags.joined(separator: ", ")
    case .note: line.note ?? ""
    case .paidBy: line.paymentMethod ?? ""
    case .fee:
      line.subscription.map {
        Words("\($0.fee.text) for \($0.period.words), \($0.renewal.words)").text
      } ?? ""
    case .dayRate: line.dayRate?.text ?? ""
    case .lead: line.leadDays.map(String.init) ?? ""
    case .terms: line.clocks.map(\.id).joined(separator: ", ")
    case .billingDay: line.billingDay.map(String.init) ?? ""
    case .warnings: line.thresholds.map { String($0.days) }.joined(separator: ", ")
    case .lowBalance: line.lowBalance?.text ?? ""
    case .offTheLists: line.retiredOn?.description ?? ""
    }
  }
}
