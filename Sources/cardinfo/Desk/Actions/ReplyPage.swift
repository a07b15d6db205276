import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// Takes in what a carrier wrote, as `cardinfo reply` does: what was understood is shown, and what is open
/// asked, before anything is kept.
struct ReplyPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let line = try visit.line(in: ledger)
    guard visit.request.method == "POST" else { return try page(line, ledger, HTML()) }
    do {
      return try read(line, ledger)
    } catch {
      let problem: Problem =
        error is any Explained
        ? Visit.problem(error) : Problem(.usage, Words(verbatim: ReplyOptions.message(for: error)))
      return try page(line, ledger, DeskForm.problem(problem), status: 422)
    }
  }

  private func read(_ line: Line, _ ledger: Ledger) throws -> WebAnswer {
    let text = visit.request.field("text") ?? ""
    let options = try ReplyOptions.parse(
      ["until", "balance", "currency", "as"].compactMap { name in
        visit.request.field(name).map { "--\(name)=\($0)" }
      })
    guard
      text.contains(where: { !$0.isWhitespace }) || options.until != nil
        || options.balance != nil
    else { throw Problem(.emptyReply, Words("there is no text to take in")) }
    let received = try visit.request.field("on").map(Occurrence.argument) ?? .moment(Date())
    var renewal = try OpenRenewal(ledger, line)
    var reply = try CarrierReply(text, at: received, renewal, options)
    var counts: [Int: Int] = [:]
    reply.settle { place, count, question in
      counts[place] = count
      return visit.request.field("answer-\(place)-\(count)").flatMap { question.answer($0) }
    }
    let conclusion = try renewal.judge(
      reply, asks: false, saysYes: visit.request.field("succeeded") != nil)
    if visit.request.field("keep") != nil {
      try reply.record(in: ledger, of: line.id)
      if let conclusion { try renewal.conclude(conclusion, reply, as: options.about) }
      let kept = reply.facts.filter { if case .entry = $0.outcome { true } else { false } }
      let note = Words(
        kept.count, one: "\(kept.count) entry kept", other: "\(kept.count) entries kept")
      return try visit.back(
        to: line, in: ledger,
        saying: conclusion.map { Words.listed([note, $0.outcome.sentence]) } ?? note)
    }
    let facts = reply.facts.enumerated().map { place, fact in
      row(fact, place, counts[place] ?? 0)
    }
    let nothing: HTML =
      reply.reading.language == nil
      ? "<p>\(Words("The text is in no language that is read; say below what it says."))</p>"
      : "<p>\(Words("nothing that a line's record has a place for"))</p>"
    let doubts = reply.reading.doubts.sorted { $0.rawValue < $1.rawValue }.map { doubt -> HTML in
      "<li>\(doubt.words)</li>"
    }
    let doubtful: HTML? = doubts.isEmpty ? nil : "<h3>\(Words("doubts"))</h3><ul>\(doubts)</ul>"
    let outcome: HTML? = conclusion.map { conclusion in
      let asked: HTML? = conclusion.question.map {
        DeskForm.agreement("succeeded", Words("\($0.sentence) Yes"))
      }
      return "<h3>\(Words("the renewal"))</h3><p>\(conclusion.outcome.sentence)</p>\(asked)"
    }
    let understood: HTML = """
      <section class="understood"><h2>\(Words("What was understood"))</h2>\
      \(facts.isEmpty ? nothing : "<ul class=\"rows\">\(facts)</ul>")\(doubtful)\(outcome)\
      <p class="soft">\(Words("Nothing is kept yet."))</p></section>
      """
    return try page(line, ledger, understood, isRead: true)
  }

  private func row(_ fact: CarrierFact, _ place: Int, _ count: Int) -> HTML {
    let quote: HTML? =
      fact.statement.words.isEmpty
      ? nil : "<blockquote><bdi>\(fact.statement.words.onOneLine)</bdi></blockquote>"
    var answers = HTML()
    for earlier in 0..<count {
      let name = "answer-\(place)-\(earlier)"
      guard let given = visit.request.field(name) else { continue }
      answers.add("<input type=\"hidden\" name=\"\(name)\" value=\"\(given)\">")
    }
    let fate: HTML
    switch fact.outcome {
    case .entry:
      let name = "answer-\(place)-\(count)"
      if let given = visit.request.field(name) {
        answers.add("<input type=\"hidden\" name=\"\(name)\" value=\"\(given)\">")
      }
      fate = "<p class=\"ok\">\(Words("will be kept"))</p>"
    case .nothing(let omission): fate = "<p class=\"soft\">\(omission.words)</p>"
    case .open(let question):
      let choices = question.choices.map { value, words -> HTML in
        """
        <label class="choice"><input type="radio" name="answer-\(place)-\(count)" \
        value="\(value)">\(words)</label>
        """
      }
      fate = "<fieldset><legend>\(question.sentence)</legend>\(choices)</fieldset>"
    }
    return "<li>\(fact.statement.sentence)\(quote)\(fate)\(answers)</li>"
  }

  private func page(
    _ line: Line, _ ledger: Ledger, _ understood: HTML, isRead: Bool = false, status: Int = 200
  ) throws -> WebAnswer {
    let reference = try ledger.reference(of: line.id)
    let shown = visit.service.showsIdentifiers ? line : line.masked
    let text: HTML = """
      <label><span>\(Words("what the carrier wrote: a message, a page, the answer to a code"))</span>\
      <textarea name="text" rows="5">\(visit.request.field("text") ?? "")</textarea></label>
      """
    let fields: [HTML] = [
      text, DeskForm.text(visit, "on", Words("when it came (nothing: now)"), type: "date"),
      DeskForm.text(visit, "until", Words("the last day, as you read it"), type: "date"),
      DeskForm.text(visit, "balance", Words("the balance, as you read it")),
      DeskForm.text(visit, "currency", Words("what a sign such as $ means, such as HKD")),
    ]
    let form = DeskForm(
      visit: visit, action: .page("/reply"), hidden: [("of", reference)],
      fields: fields + [understood],
      buttons: [(Words("Show what it says"), nil)] + (isRead ? [(Words("Keep it"), "keep")] : []))
    return DeskPage(
      title: Words("\(Terminal.clean(shown.name)): what the carrier says"),
      body: """
        <p><a href="\(Address.page("/line", "of", reference))">\(Words("everything about this line"))</a></p>\
        \(form.html)
        """
    ).answer(for: visit, status: status)
  }
}

extension CarrierFact.Question {
  /// What can be said to it, by its place.
  fileprivate var choices: [(value: String, words: Words)] {
    let words: [Words] =
      switch self {
      case .about(let choices): choices.map(\.words)
      case .day(let days): days.map { Words(verbatim: $0.description) }
      case .amount(let amounts): amounts.map { Words(verbatim: $0.text) }
      case .plausible, .whose, .happened, .forGood, .again: [Words("yes")]
      }
    return words.enumerated().map { ("\($0)", $1) }
  }

  /// The answer at a place.
  fileprivate func answer(_ value: String) -> CarrierFact.Answer? {
    guard let place = Int(value), place >= 0 else { return nil }
    return switch self {
    case .about(let choices): choices.dropFirst(place).first.map { .about($0) }
    case .day(let days): days.dropFirst(place).first.map { .day($0) }
    case .amount(let amounts): amounts.dropFirst(place).first.map { .amount($0) }
    case .plausible, .whose, .happened, .forGood, .again: place == 0 ? .yes : nil
    }
  }
}
