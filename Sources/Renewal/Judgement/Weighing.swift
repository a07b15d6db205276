import CardState
import FoundationEssentials

/// How sure a line's standing is, and what its card has to do with that.
///
/// Confidence moves on a ladder: estimated, derived, confirmed. Strong evidence that agrees moves it
/// up, evidence of medium strength against it moves it down, and strong evidence against it makes it
/// contradicted. The state stays what it is.
struct Weighing {
  let confidence: Confidence
  /// When something was read or happened that says something else; of the weightiest of these.
  let contradictedOn: Date?
  /// When the card said that its home network refused it, of a line of which nothing else is known.
  let refusedOn: Date?
  /// What the evidence does, in its order.
  let effects: [(evidence: Evidence, effect: Effect)]
  /// Whether there is no line to keep: a profile for tests, or for fetching others.
  let isNoLine: Bool

  /// What a piece of evidence does to the confidence.
  enum Effect: Equatable { case supports, contradicts, lowers, notes, tellsAlone }

  init(standing: LineStanding, evidence: [Evidence]) {
    let effects = evidence.map { ($0, standing.effect(of: $0)) }
    self.effects = effects
    let isNoLine = evidence.contains { $0.rule == .notALine }
    self.isNoLine = isNoLine
    refusedOn = isNoLine ? nil : effects.first { $0.1 == .tellsAlone }?.0.readAt
    guard !isNoLine, standing.state != .unknown else {
      (confidence, contradictedOn) = (.unknown, nil)
      return
    }
    if let found = effects.first(where: { $0.1 == .contradicts }) {
      (confidence, contradictedOn) = (.contradicted, found.0.readAt)
      return
    }
    if standing.state.rank > LineState.unknown.rank, let place = standing.deciding,
      let used = place.notes.last(where: { $0.what.code == .usedAfterEnd })
    {
      confidence = .contradicted
      contradictedOn = place.calendar.point(used.event.on)?.moment
      return
    }
    contradictedOn = nil
    var level = standing.ownConfidence
    for (piece, effect) in effects {
      switch effect {
      case .supports: level = level.raised(by: piece)
      case .lowers: level = level.lowered
      case .contradicts, .notes, .tellsAlone: break
      }
    }
    confidence = level
  }
}

extension Confidence {
  // A registration at an unknown date can't confirm anything about today.
  fileprivate func raised(by evidence: Evidence) -> Confidence {
    switch self {
    case .estimated: evidence.rule == .acceptedAtLastUse ? .derived : .confirmed
    case .derived: evidence.rule == .acceptedAtLastUse ? .derived : .confirmed
    default: self
    }
  }

  fileprivate var lowered: Confidence {
    switch self {
    case .confirmed: .derived
    case .derived: .estimated
    default: self
    }
  }
}

extension LineStanding {
  /// How sure the standing is without a card.
  var ownConfidence: Confidence {
    if ending != nil || course.suspension != nil || course.bar != nil { return .confirmed }
    guard let deciding else { return .derived }
    let unproven = deciding.expectation.map { $0.provenOn == nil ? 2 : $0.unproven.count } ?? 0
    return (0..<min(unproven, 2)).reduce(confidence(by: deciding)) { level, _ in level.lowered }
  }

  // How sure a clock is, whether or not it went on by itself since.
  private func confidence(by deciding: ClockStanding) -> Confidence {
    let caveats = deciding.run?.caveats ?? []
    if deciding.run?.basis == .notice, caveats.subtracting([.renewedItself]).isEmpty {
      return .confirmed
    }
    let provenance = provenance(of: deciding.clock)
    let isWeak = provenance?.quality == .userReport || !assumptions(behind: deciding).isEmpty
    let isDoubtful =
      !caveats.subtracting([.renewedItself]).isEmpty || deciding.position == .notStarted
    return isWeak || isDoubtful || !openReadings.isEmpty ? .estimated : .derived
  }

  /// Where a clock comes from; absent for a clock that the person set up.
  func provenance(of clock: Clock) -> Provenance? {
    if line.clocks.contains(where: { $0.id == clock.id }) { return clock.provenance }
    return clock.provenance ?? rule?.provenance
  }

  /// The members of a clock that its source does not state and that matter as things stand.
  func assumptions(behind place: ClockStanding) -> [Clock.Member] {
    (provenance(of: place.clock)?.assumed ?? []).filter { member in
      switch member {
      case .renewFrom, .cap: (place.run?.renewals ?? 0) > 0
      case .firstPeriod: place.run?.basis == .firstPeriod
      case .stages: place.position != .running && place.position != .notStarted
      case .subject, .anchor, .period, .tiers, .boundary, .firstDayCounts, .zone, .qualifying,
        .auto:
        place.run?.basis != .notice && place.run?.basis != .person
      }
    }
  }

  /// What a piece of evidence does to the confidence.
  func effect(of evidence: Evidence) -> Weighing.Effect {
    switch evidence.rule {
    case .acceptedBetweenReads, .acceptedAtLastUse: effectOfAcceptance(evidence)
    case .neverActivated: effectOfFactoryState(evidence)
    case .refusedByHome, .refusedSubscriber: effectOfRefusal(evidence)
    case .carrierText: effectOfText(evidence)
    default: .notes
    }
  }

  private func effectOfAcceptance(_ evidence: Evidence) -> Weighing.Effect {
    if course.suspension != nil || course.bar != nil { return .notes }
    if let ending {
      // What its owner ended or moved away no network accepts a day later.
      guard let since = evidence.since, let day = calendar.day(of: ending.on),
        let next = calendar.adding(1, .day, to: day).flatMap({ calendar.start(of: $0) })
      else { return .notes }
      return since >= next ? .contradicts : .notes
    }
    switch state {
    case .active, .grace:
      // It speaks for the present period if it was read in it.
      guard let from = deciding?.presentFrom else { return .supports }
      return evidence.readAt >= from ? .supports : .notes
    case .quarantined, .terminated, .suspended:
      // Barred lines stay registered. Only a line that is lost can't be.
      guard let since = evidence.since, let end = deciding?.run?.end.moment,
        since >= end, state != .suspended || isOutOfService
      else { return .notes }
      return .contradicts
    case .overdue:
      // What may be so is not contradicted; a loss is.
      guard deciding?.position == .over, let since = evidence.since,
        let end = deciding?.run?.end.moment, since >= end
      else { return .notes }
      return .contradicts
    case .pendingActivation: return .contradicts
    case .unknown: return .notes
    }
  }

  private var isOutOfService: Bool {
    guard case .stage(let stage, _) = deciding?.position else { return false }
    return stage.effects.contains(.noService)
  }

  private func effectOfFactoryState(_ evidence: Evidence) -> Weighing.Effect {
    guard evidence.strength == .strong else { return .notes }
    switch state {
    case .pendingActivation: return .supports
    case .active, .grace:
      let inPhone = Event.Kind.uses.union([.firstAttach])
      return happened.contains { inPhone.contains($0.kind) } ? .contradicts : .notes
    default: return .notes
    }
  }

  private func effectOfRefusal(_ evidence: Evidence) -> Weighing.Effect {
    switch state {
    case .active, .grace, .pendingActivation:
      // What was read before the last renewal is what the renewal was for.
      if let setAt = deciding?.run?.setAt, evidence.readAt < setAt { return .notes }
      return evidence.strength == .strong ? .contradicts : .lowers
    case .suspended, .quarantined, .terminated:
      guard ending == nil, let end = deciding?.run?.end.moment, evidence.readAt >= end else {
        return .notes
      }
      return evidence.strength == .strong ? .supports : .notes
    case .overdue: return .notes
    case .unknown: return wasRevived(since: evidence.readAt) ? .notes : .tellsAlone
    }
  }

  /// Whether something was recorded that may have brought it back since.
  private func wasRevived(since moment: Date) -> Bool {
    let revivals = Event.Kind.activating.union([
      .topUp, .pack, .renewal, .transferIn, .reinstated, .resumption,
    ])
    return happened.contains { event in
      revivals.contains(event.kind)
        && calendar.point(event.on).map { $0.moment > moment } == true
    }
  }

  private func effectOfText(_ evidence: Evidence) -> Weighing.Effect {
    guard ending == nil, course.suspension == nil, let run = deciding?.run,
      let day = evidence.day.flatMap({ CalendarDay($0) })
    else { return .notes }
    // What the carrier wrote before the last renewal is out of date.
    guard evidence.readAt >= run.setAt else { return .notes }
    return day == run.end.lastDay || day == run.end.strictLastDay ? .supports : .contradicts
  }
}
