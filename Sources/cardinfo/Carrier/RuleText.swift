import FoundationEssentials
import Renewal
import Words

/// What a rule says in words alone, and where it stands, for people.
struct RuleText {
  let rule: Rule
  private let today = CalendarDay(Date(), in: .current)

  init(_ rule: Rule) { self.rule = rule }

  func lines(_ colour: Bool) -> [String] {
    let title =
      rule.provenance.plan.map { Words("rule \(rule.id): \($0)") } ?? Words("rule \(rule.id)")
    var lines = Terminal.wrapped(title.text, indent: 4)
    if let first = lines.first { lines[0] = "  - " + first.dropFirst(4) }
    return lines + notes.flatMap { Terminal.wrapped($0.text(in: .ofThisRun), indent: 4) }
      + sources.flatMap { source in
        let place = [source.title, source.url].compactMap { $0 }.joined(separator: ", ")
        return Terminal.wrapped(Words("\(source.words(on: today)): \(place)").text, indent: 4)
          .map { Style.label.apply($0, colour) }
      }
  }

  private var notes: [LocalText] { [rule.note].compactMap { $0 } + rule.clocks.compactMap(\.note) }

  /// Every source of the rule, its clocks and their stages, once.
  private var sources: [Source] {
    let ofClocks = rule.clocks.flatMap { clock in
      [clock.provenance?.source, clock.loss?.source] + (clock.stages ?? []).map(\.source)
    }
    return ([rule.provenance.source] + ofClocks.compactMap { $0 }).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
