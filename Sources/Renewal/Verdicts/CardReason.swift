import CardState
import Words

extension Reason {
  /// What follows from a read of the card; with the day that a carrier's text on it gives.
  public enum FromCard: Equatable, Sendable {
    /// The card bears it out.
    case supports(CalendarDay?)
    /// The card says something else.
    case contradicts(CalendarDay?)
    /// The card says something that does not bear on the state.
    case notes(CalendarDay?)
    /// The carrier's text gives this day, which does not bear on the state.
    case carrierText(CalendarDay)
  }
}

extension Reason.FromCard {
  func sentence(_ testimony: Reason.Testimony) -> Words {
    switch self {
    case .supports(let day): Words("the card bears it out: \(testimony.words(day))")
    case .contradicts(let day): Words("the card says something else: \(testimony.words(day))")
    case .notes(let day): Words("the card: \(testimony.words(day))")
    case .carrierText(let day): Words("a text of the carrier on the card gives \(day)")
    }
  }
}

extension Reason.Testimony {
  fileprivate func words(_ day: CalendarDay?) -> Words {
    guard rule == .carrierText, let day else { return rule.words }
    return Words("a text of the carrier gives \(day)")
  }
}

extension Reason.FromCard {
  package enum Code: String, Vocabulary {
    case cardSupports, cardContradicts, cardNotes, carrierText
  }

  package var code: Code {
    switch self {
    case .supports: .cardSupports
    case .contradicts: .cardContradicts
    case .notes: .cardNotes
    case .carrierText: .carrierText
    }
  }

  init(_ container: Reason.Reader) throws {
    let day = try container.decodeIfPresent(CalendarDay.self, forKey: .day)
    switch try container.decode(Code.self, forKey: .code) {
    case .cardSupports: self = .supports(day)
    case .cardContradicts: self = .contradicts(day)
    case .cardNotes: self = .notes(day)
    case .carrierText:
      self = .carrierText(try container.decode(CalendarDay.self, forKey: .day))
    }
  }

  func encode(into container: inout Reason.Writer) throws {
    try container.encode(code, forKey: .code)
    switch self {
    case .supports(let day), .contradicts(let day), .notes(let day):
      try container.encodeIfPresent(day, forKey: .day)
    case .carrierText(let day): try container.encode(day, forKey: .day)
    }
  }
}
