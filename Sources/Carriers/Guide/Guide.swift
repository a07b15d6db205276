public import Renewal

/// How to renew one line, in four steps: check, choose, renew, verify.
public struct Guide: Equatable, Sendable, Encodable {
  /// The line.
  public let line: Line.ID
  /// Who may run it, the likeliest first.
  public let carriers: [Carrier.ID]
  /// What the line's rule says in words alone.
  public let notes: [RuleNote]
  /// The one thing to do now; absent where there is nothing to do.
  public let first: FirstThing?
  /// The four steps, in their order. None is empty.
  public let steps: [Step]

  /// One step and what to do in it.
  public struct Step: Equatable, Sendable, Encodable {
    /// Which step it is.
    public let phase: NextStep.Phase
    /// What to do; one of these is enough in `check`, `choose` and `renew`.
    public let actions: [GuideAction]
  }

  /// The guide for a line.
  public init(_ situation: GuideCase) {
    line = situation.line.id
    carriers = situation.carriers.map(\.id)
    notes = situation.verdict.notes
    first = situation.firstThing
    steps = [
      Step(phase: .check, actions: situation.check),
      Step(phase: .choose, actions: situation.choose),
      Step(phase: .renew, actions: situation.renew),
      Step(phase: .verify, actions: situation.verify),
    ]
  }
}
