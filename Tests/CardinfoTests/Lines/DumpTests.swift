import CardState
import Carriers
import Foundation
import Renewal
import Testing
import Words

@testable import cardinfo

private struct Mix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct DumpTests {
  @Test func dump() throws {
    let book = try RuleBook.shipped()
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    var out = ""
    var random = Mix(state: 7)
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let zh = try #require(Language(tag: "zh-Hans"))
    let start = Date(timeIntervalSince1970: 1_750_000_000)
    let kinds: [Event.Kind] = [
      .purchase, .install, .activation, .firstAttach, .firstData, .topUp, .topUp, .topUp, .pack,
      .exhausted, .balance, .use, .outgoingCall, .incomingSMS, .data, .notice, .explicitDate,
      .reinstated, .profileDisabled, .undo, .cancel, .portOut, Event.Kind(rawValue: "novelty"),
    ]
    let says: [Evidence.Statement] = [.wasAlive, .refused]
    let strengths: [Evidence.Strength] = [.strong, .strongest, .medium, .weak, .none]
    let carriers = try CarrierBook.shipped().carriers.sorted { $0.id < $1.id }
    for seed in 0..<4000 {
      var line = Line(id: "made", name: "made")
      let rules = book.rules.map(\.id)
      if Int.random(in: 0...9, using: &random) > 0 { line.rule = rules[seed % rules.count] }
      if seed % 97 == 0 { line.rule = "nobody" }
      if seed % 11 == 0 { line.clocks = [.givenDate] }
      if seed % 13 == 0 {
        var follow = Clock(
          id: "follow", .number, anchor: [.clockEnd("own", plusDays: 3)], period: Period(2, .month))
        follow.zone = Zone("Asia/Tokyo")
        line.clocks = [
          Clock(id: "own", .pack, anchor: [.explicitDate(CalendarDay("2025-09-01"))]), follow,
        ]
      }
      if seed % 5 == 0 { line.billingDay = 15 }
      if seed % 7 == 0 { line.lowBalance = Money(5, Currency(rawValue: "GBP")!) }
      let currency = Currency(
        rawValue: ["GBP", "HKD", "INR", "JPY", "EUR", "USD", "CNY", "UAH"].randomElement(
          using: &random)!)!
      let events = (0..<Int.random(in: 0...7, using: &random)).map { number -> Event in
        let moment = start.addingTimeInterval(
          86_400 * Double(Int.random(in: -500...30, using: &random)))
        let kind = kinds.randomElement(using: &random)!
        let on: Occurrence =
          Bool.random(using: &random) ? .moment(moment) : .day(CalendarDay(moment, in: zone)!)
        var event = Event(id: "event \(number)", kind, on: on, recordedAt: start)
        if Bool.random(using: &random) {
          event.amount = Money(Decimal(Int.random(in: 0...60, using: &random)), currency)
        }
        if Bool.random(using: &random) {
          event.term = Period(Int.random(in: 1...60, using: &random), .day)
        }
        if kind == .notice || kind == .explicitDate || Int.random(in: 0...9, using: &random) == 0 {
          event.date = CalendarDay(moment.addingTimeInterval(86_400 * 100), in: zone)
        }
        if kind == .outgoingCall, Bool.random(using: &random) { event.counterpart = .service }
        if kind == .undo { event.undoes = "event \(Int.random(in: 0...7, using: &random))" }
        return event
      }
      var evidence: [Evidence] = []
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let rule = Evidence.Rule.known.randomElement(using: &random)!
        var piece = Evidence(
          rule, says.randomElement(using: &random)!, strengths.randomElement(using: &random)!,
          sources: ["EF.LOCI"],
          readAt: start.addingTimeInterval(-86_400 * Double(Int.random(in: 0...20, using: &random)))
        )
        if rule == .carrierText { piece.day = "2026-01-0\(Int.random(in: 1...9, using: &random))" }
        if rule == .acceptedBetweenReads {
          piece.since = piece.readAt.addingTimeInterval(-86_400 * 3)
        }
        evidence.append(piece)
      }
      let verdict = judge(line, by: book, events: events, evidence: evidence, at: start, zone: zone)
      out += "V \(seed) " + String(decoding: try encoder.encode(verdict), as: UTF8.self) + "\n"
      for language in [Language.english, zh] {
        let words = sentences(verdict, events, zone)
        for word in words { out += "T \(seed) \(word.text(in: language))\n" }
      }
      var situation = GuideCase(line: line, verdict: verdict, now: start, zone: zone)
      situation.rule = line.rule.flatMap { book[$0] }
      if seed % 3 > 0 { situation.carriers = [carriers[seed % carriers.count]] }
      if seed % 4 == 0 {
        var attempt = RenewalAttempt(id: "x", line: "a", plannedAt: start)
        attempt.amount = Money(10, currency)
        try attempt.submit(at: start)
        if seed % 8 == 0 {
          try attempt.fail(FailureReason.allCases.randomElement(using: &random)!, at: start)
        }
        situation.attempts = [attempt]
      }
      let guide = Guide(situation)
      out += "G \(seed) " + String(decoding: try encoder.encode(guide), as: UTF8.self) + "\n"
      var actions = guide.steps.flatMap(\.actions)
      for problem in GuideProblem.allCases {
        let answer = situation.answer(to: problem)
        out += "P \(seed) " + String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n"
        actions += answer
      }
      for language in [Language.english, zh] {
        for action in actions {
          out += "A \(seed) \(action.sentence(for: "a", in: language).text(in: language))\n"
        }
      }
      let text = try #require(
        [
          "Valid until 7 Dec 2025", "Your balance is £12", "Valid until 03/04/2027", "x",
          "Valid until 7 Dec 2024 balance £1",
        ].randomElement(using: &random))
      var findings = RenewalObservations(submittedAt: start)
      findings.paid = Money(10, Currency(rawValue: "GBP")!)
      findings.dueBefore =
        Bool.random(using: &random)
        ? CalendarDay("2025-12-0\(Int.random(in: 1...9, using: &random))") : nil
      findings.reply = CarrierReply(text)
      findings.balanceBefore =
        Bool.random(using: &random)
        ? Money(Decimal(Int.random(in: 0...20, using: &random)), Currency(rawValue: "GBP")!) : nil
      findings.personSays = [true, false, nil].randomElement(using: &random)!
      let conclusion = findings.verdict(iccid: nil)
      out += "C \(seed) " + String(decoding: try encoder.encode(conclusion), as: UTF8.self) + "\n"
      for language in [Language.english, zh] {
        for reason in conclusion.reasons {
          out += "R \(seed) \(reason.sentence.text(in: language))\n"
        }
      }
    }
    try out.write(toFile: "/tmp/verdicts-dump.txt", atomically: true, encoding: .utf8)
  }

  func sentences(_ verdict: Verdict, _ events: [Event], _ zone: TimeZone) -> [Words] {
    let words = Reason.Context(verdict, events: events, zone: zone)
    return verdict.reasons.flatMap {
      [$0.sentence(in: words), $0.source(in: words) ?? Words(verbatim: "-")]
    }
      + verdict.missing.map(\.sentence) + verdict.next.map(\.sentence)
  }

}
