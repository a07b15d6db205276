import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal
import Words

/// All that is known of one line, folded up: where it stands, why, what its card says, what next, what
/// happened, what it costs.
struct LineCard {
  let line: ReportedLine
  let context: ReportContext
  /// What can be done about an event, beside it in the history.
  var actions: ((Event) -> HTML?)?

  func html(_ codes: inout QRCodes) -> HTML {
    """
    <details class="line"><summary>\
    <span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\(line.row.mark)</span> \
    <span class="who"><bdi>\(line.row.name)</bdi></span> \
    <span class="what">\(text.summary)</span></summary>\
    <div class="card" id="line-\(line.number)">\(facts)\(reasons)\(next(&codes))\(rest)</div></details>
    """
  }

  /// The same where it is all that a page has: what next before all the rest.
  func unfolded(_ codes: inout QRCodes) -> HTML {
    "<div class=\"card\">\(next(&codes))\(reasons)<h4>\(Words("what is known"))</h4>\(facts)\(rest)</div>"
  }

  private var reasons: HTML {
    """
    \(section(Words("why"), reasons(ofCard: false)))\
    \(section(Words("what its card says"), cardReasons))
    """
  }

  private var rest: HTML {
    """
    \(section(Words("notes of its rule"), text.notes.map { "<li>\($0)</li>" }))\
    \(terms)\(cost)\(history)
    """
  }

  /// Where it stands, in one sentence.
  var summary: Words { text.summary }

  private var verdict: Verdict { line.verdict }

  private var text: VerdictText {
    VerdictText(verdict: verdict, events: line.events, zone: context.zone)
  }

  private func section(_ title: Words, _ items: [HTML]) -> HTML? {
    items.isEmpty ? nil : "<h4>\(title)</h4><ul>\(items)</ul>"
  }

  // MARK: - Facts

  private var facts: HTML {
    let known = line.line
    let iccid: [(Words, String?)] = [(Words(verbatim: "ICCID"), known.iccid)]
    let facts: [(Words, String?)] =
      [
        (Words("state"), text.summary.text), (Words("sure"), verdict.confidence.words.text),
        (Words("number"), known.numbers.joined(separator: ", ")),
      ] + iccid + [
        (Words("carrier"), line.carrier?.names.text(in: .ofThisRun) ?? known.carrier),
        (Words("country"), CarrierFiles.name(of: line.country)),
        (Words("rule"), known.rule), (Words("plan"), known.plan?.words.text),
      ] + PlanText(known, verdict, context.zone).facts.map { ($0, $1.text) } + [
        (Words("owner"), known.owner), (Words("group"), known.group),
        (Words("tags"), known.tags.joined(separator: ", ")),
        (Words("paid by"), known.paymentMethod), (Words("note"), known.note),
        (Words("card read"), line.details?.lastRead?.minuteText(in: context.zone)),
      ]
    let rows = facts.compactMap { label, value -> HTML? in
      guard let value, !value.isEmpty else { return nil }
      return "<dt>\(label)</dt><dd><bdi>\(value)</bdi></dd>"
    }
    return "<dl>\(rows)</dl>"
  }

  // MARK: - Why

  private func reasons(ofCard: Bool) -> [HTML] {
    let sentences = Reason.Context(verdict, events: line.events, zone: context.zone)
    return verdict.reasons.filter { $0.isOfCard == ofCard }.map { reason in
      let source: HTML? = reason.source(in: sentences).map { source in
        "<span class=\"soft\">\(page(of: reason))\(Words("(\(source))"))</span>"
      }
      return "<li>\(reason.sentence(in: sentences)) \(source)</li>"
    }
  }

  /// The page that a reason comes from, to be opened.
  private func page(of reason: Reason) -> HTML? {
    guard case .rule(_, _, .rule(_, let provenance)) = reason else { return nil }
    let title = provenance.source.title
    guard let address = provenance.source.url.flatMap({ Address($0) }) else { return "\(title) " }
    return "<a href=\"\(address)\" rel=\"noreferrer\">\(title)</a> "
  }

  private var cardReasons: [HTML] {
    let said = reasons(ofCard: true)
    guard said.isEmpty else { return said }
    return ["<li class=\"soft\">\(Words("nothing: no read of it says anything of this"))</li>"]
  }

  // MARK: - Next

  private func next(_ codes: inout QRCodes) -> HTML {
    let steps =
      (verdict.next.map(\.sentence) + verdict.missing.map { Words("missing: \($0.sentence)") })
      .map { sentence -> HTML in "<li>\(sentence)</li>" }
    let list: HTML =
      steps.isEmpty ? "<p>\(Words("there is nothing to do now"))</p>" : "<ul>\(steps)</ul>"
    var guide: HTML?
    if let details = line.details {
      guide = GuidePart(guide: details.guide, line: line, context: context).html(&codes)
    }
    return "<h4>\(Words("next"))</h4>\(list)\(guide)"
  }

  // MARK: - Terms, cost, history

  private var terms: HTML? {
    let rows = verdict.clocks.map { clock -> HTML in
      """
      <tr><td><span class="mark \(clock.severity.rawValue)" aria-hidden="true">\
      \(clock.mark)</span> \(clock.subject.words)</td>\
      <td>\((clock.pack?.words ?? clock.state.words))</td>\
      <td>\(clock.safeLastDay?.description ?? "–")</td></tr>
      """
    }
    guard !rows.isEmpty else { return nil }
    return """
      <h4>\(Words("terms"))</h4><table><thead><tr><th scope="col">\(Words("term"))</th>\
      <th scope="col">\(Words("state"))</th><th scope="col">\(Words("last day"))</th></tr></thead>\
      <tbody>\(rows)</tbody></table>
      """
  }

  private var cost: HTML {
    let planned = line.cost.planned.texts.joined(separator: ", ")
    let paid = line.cost.paid.texts.joined(separator: ", ")
    let none = Words("not recorded").text
    return """
      <h4>\(Words("cost a year"))</h4><dl>\
      <dt>\(Words("its plan, in a year"))</dt><dd>\(planned.isEmpty ? none : planned)</dd>\
      <dt>\(Words("paid in the last 365 days"))</dt><dd>\(paid.isEmpty ? none : paid)</dd></dl>
      """
  }

  private var history: HTML {
    let name = line.reference
    guard let steps = line.details?.history else {
      let command = Words("history and guide: cardinfo line show \(name) --history")
      return "<p class=\"soft\">\(command)</p>"
    }
    let text = HistoryText(steps: steps, events: line.events, zone: context.zone)
    let rows = steps.map { step -> HTML in
      """
      <li><time>\(step.recordedAt.minuteText(in: context.zone))</time> \(text.what(step))\
      <br><span class="soft">\(text.effect(of: step))</span>\(action(of: step))</li>
      """
    }
    let list: HTML =
      rows.isEmpty
      ? "<p>\(Words("nothing was written down"))</p>" : "<ol class=\"history\">\(rows)</ol>"
    return "<h4>\(Words("history"))</h4>\(list)\(attempts)"
  }

  /// Of an event that stands: what was undone is undone once.
  private func action(of step: HistoryStep) -> HTML? {
    guard let actions, let event = line.events.first(where: { $0.id == step.event }),
      !line.events.contains(where: { $0.undoes == event.id })
    else { return nil }
    return actions(event)
  }

  private var attempts: HTML? {
    let rows = line.attempts.map { attempt -> HTML in
      let channel = attempt.channel?.words.text
      let shown = context.showsIdentifiers ? channel : channel.map { Masking.numbers(in: $0) }
      let parts = [
        attempt.amount?.text, shown, attempt.confirmation?.words.text,
        attempt.failure?.words.text,
      ].compactMap { $0 }.joined(separator: ", ")
      let last = attempt.closedAt ?? attempt.submittedAt ?? attempt.plannedAt
      return """
        <li><time>\(last.minuteText(in: context.zone))</time> \
        \(attempt.phase(at: context.now, zone: context.zone).words)\
        <br><span class="soft">\(parts)</span></li>
        """
    }
    return rows.isEmpty ? nil : "<h4>\(Words("renewals"))</h4><ol class=\"history\">\(rows)</ol>"
  }
}

extension Reason {
  fileprivate var isOfCard: Bool {
    switch self {
    case .card: true
    case .rule, .record: false
    }
  }
}
