import FoundationEssentials
import Renewal
import Words

/// A verdict for people: where a line stands, why, and what to do.
struct VerdictText {
  let verdict: Verdict
  let events: [Event]
  let zone: TimeZone

  /// State, what has to be done and by when, in one sentence, such as `active, 6 days left
  /// (2026-11-29), act by 2026-11-26`.
  var summary: Words {
    let state = verdict.words
    guard let duty = verdict.duty else { return state }
    let isOfLine =
      duty.clock != nil && verdict.clocks.first { $0.clock == duty.clock }?.governs == true
    let what = isOfLine && duty.what == .renew ? state : Words("\(state); \(duty.what.words)")
    guard let day = duty.deadline else { return what }
    let left = duty.daysLeft
    if left < 0 { return Words("\(what), its last day was \(day)") }
    if left == 0 { return Words("\(what), today is its last day (\(day))") }
    return Words(
      left, one: "\(what), \(left) day left (\(day)), act by \(duty.actBy)",
      other: "\(what), \(left) days left (\(day)), act by \(duty.actBy)")
  }

  /// A line's name with how much of a worry it is, and the summary.
  func headline(_ name: String, _ colour: Bool) -> String {
    let title = "\(verdict.mark) \(Terminal.clean(name))"
    return verdict.style.apply(title, colour) + "  " + Terminal.clean(summary.text)
  }

  /// The weightiest reason and the most urgent step, each behind its label.
  func brief(indent: Int) -> [String] {
    let reasons = verdict.reasons.prefix(1).map { sentence($0, withSource: false) }
    let steps = verdict.next.prefix(1).map(\.sentence)
    return labelled(Words("why"), reasons, indent) + labelled(Words("next"), steps, indent)
  }

  /// All reasons with their sources, all steps, and what is missing.
  func full(indent: Int) -> [String] {
    labelled(Words("why"), verdict.reasons.map { sentence($0, withSource: true) }, indent)
      + labelled(Words("missing"), verdict.missing.map(\.sentence).each, indent)
      + labelled(Words("next"), verdict.next.map(\.sentence), indent)
      + labelled(Words("note"), notes, indent)
  }

  /// What the line's rule says in words alone.
  var notes: [Words] {
    verdict.notes.map { Words(verbatim: $0.text.text(in: .ofThisRun)) }
  }

  private func sentence(_ reason: Reason, withSource: Bool) -> Words {
    let context = Reason.Context(verdict, events: events, zone: zone)
    let sentence = reason.sentence(in: context)
    guard withSource, let source = reason.source(in: context) else { return sentence }
    return Words("\(sentence) (\(source))")
  }
}

/// Sentences behind a label, wrapped beside it; nothing where there are none.
func labelled(_ label: Words, _ sentences: [Words], _ indent: Int) -> [String] {
  let labels = [Words("why"), Words("next"), Words("missing")].map { Terminal.width($0.text) }
  let width = max(labels.max() ?? 0, Terminal.width(label.text)) + 2
  let start = label.text + String(repeating: " ", count: width - Terminal.width(label.text))
  return sentences.enumerated().flatMap { index, sentence in
    var lines = Terminal.wrapped(sentence.text, indent: indent + width)
    if index == 0, let first = lines.first {
      lines[0] =
        String(repeating: " ", count: indent) + start + first.dropFirst(indent + width)
    }
    return lines
  }
}

extension Severity {
  /// How a line of this severity stands out.
  var style: Style {
    switch self {
    case .ok: .good
    case .warning: .attention
    case .critical: .error
    case .unknown: .label
    }
  }

  /// One character, so that a list tells without colour too.
  var mark: String {
    switch self {
    case .ok: "●"
    case .warning: "▲"
    case .critical: "✖"
    case .unknown: "?"
    }
  }
}

extension Verdict {
  /// The mark of the line: of what is over for good, or unknown, it is not that all is well.
  var mark: String { isOver ? "–" : state == .unknown ? severity.unknownMark : severity.mark }

  /// How the line stands out.
  var style: Style { isOver ? .label : severity.style }
}

extension ClockVerdict {
  /// The last day to act by: of the stage that it is in, or else on the stricter reading.
  var safeLastDay: CalendarDay? { stageLastDay ?? strictLastDay ?? lastDay }

  /// The mark of one term.
  var mark: String {
    switch (state, pack) {
    case (.terminated, _), (_, .expired), (_, .exhausted):
      severity == .ok ? "–" : severity.mark
    case (.unknown, _): severity.unknownMark
    default: severity.mark
    }
  }
}

extension Severity {
  /// The mark of what is unknown, where it is no worry either.
  fileprivate var unknownMark: String { self == .ok ? Severity.unknown.mark : mark }
}

extension [Words] {
  /// The sentences, each once.
  fileprivate var each: [Words] {
    var seen: Set<String> = []
    return filter { seen.insert($0.text).inserted }
  }
}
