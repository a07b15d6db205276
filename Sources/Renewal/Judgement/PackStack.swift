/// Packs that were bought and have not ended: each is used up for itself.
extension ClockFold {
  /// A pack that was bought.
  struct Pack {
    let term: Period
    let cause: Event
    let point: StartingPoint
    /// When it ends, if those before it are not used up earlier.
    let end: ClockEnd
  }

  /// Whether a pack waits for the end of the one before it.
  private var isQueue: Bool { clock.renewFrom == .previousEnd }

  /// Notes the pack that the clock was just started or renewed by.
  mutating func stack(_ term: Period, _ event: Event, at point: StartingPoint) {
    guard clock.subject == .pack, let run,
      let end = isQueue ? run.end : calendar.end(of: term, from: point, for: clock)
    else { return }
    packs.append(Pack(term: term, cause: event, point: point, end: end))
    if !isQueue { packs.sort { $0.end.moment < $1.end.moment } }
  }

  /// Starts the packs that were bought before the first one started, behind it.
  mutating func startQueue(at point: StartingPoint) {
    guard isQueue else { return }
    for (term, event) in bought.dropFirst() {
      renew(from: point, term, .renewal, event, at: point.moment)
      stack(term, event, at: point)
    }
  }

  /// Takes the pack that runs as used up: the next one goes on, where there is one.
  mutating func useUp(by event: Event, at point: StartingPoint) {
    packs.removeAll { $0.end.moment <= point.moment }
    let waiting = Array(packs.dropFirst())
    packs = []
    guard var run, !waiting.isEmpty else {
      self.run?.exhausted = event
      return
    }
    guard isQueue else {
      packs = waiting
      guard let last = waiting.last else { return }
      (run.point, run.term, run.end, run.cause) = (last.point, last.term, last.end, last.cause)
      return set(run, event)
    }
    // The next one starts now, and the others follow it.
    for (index, pack) in waiting.enumerated() {
      let start = index == 0 ? calendar.end(of: pack.term, from: point, for: clock) : nil
      if let start {
        (run.point, run.term, run.end) = (point, pack.term, start)
      } else if let longer = calendar.prolonged(run, by: pack.term, for: clock) {
        run = longer
      }
      run.cause = pack.cause
      run.setAt = point.moment
      packs.append(Pack(term: pack.term, cause: pack.cause, point: point, end: run.end))
    }
    set(run, event)
  }
}
