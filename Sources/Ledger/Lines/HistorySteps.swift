public import FoundationEssentials
public import Renewal

/// One thing that was written down about a line, and what it did to where the line stood at that
/// moment.
public struct HistoryStep: Codable, Equatable, Sendable {
  /// When it was written down.
  public var recordedAt: Date
  /// The event, of a step that is one.
  public var event: Event.ID?
  /// The line before and after a change of its settings, of a step that is one.
  public var settings: Change<Line>?
  /// Where the line stood without it and with it, at that moment; cards are not looked at.
  public var standing: Change<Standing>

  /// What something was before and after.
  public struct Change<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    /// Before.
    public var before: Value
    /// After.
    public var after: Value
  }

  /// Where a line stands, in short.
  public struct Standing: Codable, Equatable, Sendable {
    /// Where it stands.
    public var state: LineState
    /// The last day before it gets worse.
    public var dueOn: CalendarDay?

    init(_ outlook: Outlook) {
      state = outlook.state
      dueOn = outlook.dueOn
    }
  }
}

extension Ledger {
  /// What was written down about a line, in that order, and what each did to where it stood.
  public func history(of id: Line.ID) throws(LedgerError) -> [HistoryStep] {
    try wholeLine(id).history(by: judging)
  }
}

extension WholeLine {
  /// What was written down about the line, in that order, and what each did to where it stood.
  public func history(by judging: Judging) -> [HistoryStep] {
    func standing(_ line: Line, _ events: [Event], at moment: Date) -> HistoryStep.Standing {
      .init(Outlook(line, by: judging.rules, events: events, at: moment, zone: judging.zone))
    }
    let former = former.reversed()
    var settings = former.map(\.line) + [line]
    var known: [Event] = []
    var present = settings.removeFirst()
    var changes = Array(former.map(\.until))
    var rest = events[...]
    var steps: [HistoryStep] = []
    while !rest.isEmpty || !changes.isEmpty {
      // A change of the settings comes with the events of its second, and stands before them.
      if let change = changes.first, rest.first.map({ change <= $0.recordedAt }) ?? true {
        changes.removeFirst()
        let changed = settings.removeFirst()
        steps.append(
          HistoryStep(
            recordedAt: change, settings: .init(before: present, after: changed),
            standing: .init(
              before: standing(present, known, at: change),
              after: standing(changed, known, at: change))))
        present = changed
      } else if let event = rest.popFirst() {
        let before = standing(present, known, at: event.recordedAt)
        known.append(event)
        steps.append(
          HistoryStep(
            recordedAt: event.recordedAt, event: event.id,
            standing: .init(
              before: before, after: standing(present, known, at: event.recordedAt))))
      }
    }
    return steps
  }
}
