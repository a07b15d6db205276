import CardState
import Foundation
import Renewal
import Testing
import Words

/// Everything that a verdict can say has a sentence in every language, and a form in JSON from which
/// it comes back as it was.
struct SentenceTests {
  private static let zone = TimeZone.gmt

  private func context() throws -> Reason.Context {
    let event = on("2026-07-08", .topUp, "10 GBP")
    var named = event
    named.id = "a"
    let line = Line(id: "x", name: "x", rule: "asda-mobile")
    let verdict = judge(
      line, by: try shipped(), events: [named], at: moment("2026-07-09T00:00:00Z"), zone: .gmt)
    return Reason.Context(verdict, events: [named], zone: Self.zone)
  }

  @Test func nothingIsForgotten() {
    #expect(Set(Samples.fromRule.keys) == Set(Reason.FromRule.Code.allCases))
    #expect(Set(Samples.fromRecord.keys) == Set(Reason.FromRecord.Code.allCases))
    #expect(Set(Samples.fromCard.keys) == Set(Reason.FromCard.Code.allCases))
    #expect(Set(Samples.steps.keys) == Set(NextStep.Code.allCases))
    #expect(Set(Samples.missing.keys) == Set(Missing.What.allCases))
    #expect(Set(Samples.renewal.keys) == Set(RenewalVerdict.Reason.Code.allCases))
    #expect(Samples.fromRule.allSatisfy { $0.key == $0.value.code })
    #expect(Samples.fromRecord.allSatisfy { $0.key == $0.value.code })
    #expect(Samples.fromCard.allSatisfy { $0.key == $0.value.code })
    #expect(Samples.steps.allSatisfy { $0.key == $0.value.code })
    #expect(Samples.missing.allSatisfy { $0.key == $0.value.what })
    #expect(Samples.renewal.allSatisfy { $0.key == $0.value.code })
  }

  @Test func everythingHasASentence() throws {
    let context = try context()
    let outcomes: [RenewalVerdict.Outcome] =
      Confirmation.allCases.map { .tookEffect(by: $0, newDate: Samples.day) } + [.failed, .unknown]
    let sentences: [Words] =
      Samples.reasons.map { $0.sentence(in: context) }
      + Samples.reasons.compactMap { $0.source(in: context) }
      + Samples.steps.values.map(\.sentence) + Samples.missing.values.map(\.sentence)
      + Samples.renewal.values.map(\.sentence) + outcomes.map(\.sentence)
      + (Evidence.Rule.known + [Evidence.Rule(rawValue: "R99")]).map(\.words)
      + Event.Kind.all.map(\.words) + [Event.Kind(rawValue: "newKind").words]
    for sentence in sentences { Self.check(sentence) }
    for words in Event.Kind.all.map(\.words) + Evidence.Rule.known.map(\.words) {
      #expect(words != Event.Kind(rawValue: "newKind").words)
      #expect(words != Evidence.Rule(rawValue: "R99").words)
    }
  }

  @Test func everythingInAListHasWords() {
    let lists: [[Words]] = [
      LineState.allCases.map(\.words), Confidence.allCases.map(\.words),
      Subject.allCases.map(\.words), PackState.allCases.map(\.words),
      Stage.Effect.allCases.map(\.words), Line.Plan.allCases.map(\.words),
      Line.Plan.allCases.map(\.advice), Source.Quality.allCases.map(\.words),
      Anchor.Word.allCases.map(\.words), Clock.Member.allCases.map(\.words),
      Missing.What.allCases.map(\.words), FailureReason.allCases.map(\.words),
      RenewalAttempt.Phase.allCases.map(\.words), NextStep.Phase.allCases.map(\.words),
      Duty.Task.allCases.map(\.words),
    ]
    for words in lists.joined() { Self.check(words) }
  }

  @Test func nothingIsSaidOfTheMembersOfJSON() throws {
    let reason = Reason.rule(.assumed([.anchor, .qualifying]), by: .person)
    let sentence = reason.sentence(in: try context())
    #expect(
      sentence.description == "the source does not state what starts its time, "
        + "what keeps it alive; the stricter side was taken")
    let chinese = try #require(Language(tag: "zh-Hans"))
    #expect(!sentence.text(in: chinese).contains { $0.isASCII && $0.isLetter })
  }

  /// In every language: no name of a member or a case, and nothing that is missing in the sentence.
  static func check(_ sentence: Words) {
    for language in Language.all {
      let text = sentence.text(in: language)
      #expect(!text.isEmpty)
      #expect(!text.contains(" ?") && !text.contains("??") && !text.contains("nil"), "\(text)")
      // In lower case and then in upper case: an identifier.
      #expect(text.firstMatch(of: /\b[a-z]+[A-Z][A-Za-z]*\b/)?.output.isName != false, "\(text)")
    }
  }

  @Test func everythingComesBackFromJSON() throws {
    for reason in Samples.reasons { #expect(try Self.stored(reason) == reason) }
    for step in Samples.steps.values { #expect(try Self.stored(step) == step) }
    for missing in Samples.missing.values { #expect(try Self.stored(missing) == missing) }
  }

  private static func stored<Value: Codable>(_ value: Value) throws -> Value {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Value.self, from: encoder.encode(value))
  }
}

extension Substring {
  /// Whether it is a name with a small letter in front, and no identifier.
  fileprivate var isName: Bool { ["eSIM", "eSIMs", "eUICC"].contains(self) }
}

extension Event.Kind {
  /// Every kind that has a name.
  fileprivate static let all: [Event.Kind] = [
    .purchase, .install, .activation, .firstAttach, .firstData, .topUp, .pack, .exhausted,
    .balance, .use, .outgoingCall, .outgoingSMS, .outgoingMMS, .incomingCall, .incomingSMS,
    .incomingMMS, .data, .notice, .explicitDate, .reinstated, .cancel, .portOut,
    .profileInstalled, .profileEnabled, .profileDisabled, .profileDeleted, .undo,
  ]
}
