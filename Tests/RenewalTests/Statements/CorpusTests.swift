import Renewal
import Testing

/// What the reader finds in texts that were labelled by hand.
struct CorpusTests {
  /// How much of a corpus is found.
  private struct Score: CustomStringConvertible {
    var texts = 0
    var facts = 0
    var found = 0
    /// Texts that confirm nothing and were taken for a success.
    var falseSuccess: [String] = []
    var successes = 0
    var confirmed = 0
    var asked = 0
    var otherLanguage: [String] = []
    var missed: [String] = []

    var share: Double { facts == 0 ? 1 : Double(found) / Double(facts) }

    var description: String {
      """
      \(texts) texts, \(found) of \(facts) facts; \(confirmed) of \(successes) successes confirmed, \
      \(asked) asked; false success: \(falseSuccess); taken for another language: \(otherLanguage)
      \(missed.joined(separator: "\n"))
      """
    }

    mutating func add(_ reply: ReplyCorpus.Reply) throws {
      let reading = try shippedReader.get().read(reply.text, reply.setting)
      texts += 1
      var left = reading.statements
      for fact in reply.statements {
        facts += 1
        if let index = left.firstIndex(where: { $0.isFact(fact) }) {
          left.remove(at: index)
          found += 1
        } else {
          missed.append("\(reply.id): \(fact)")
        }
      }
      if reading.language != reply.language { otherLanguage.append(reply.id) }
      let answer = RenewalProof(reading, reply.expectation).answer.label
      if answer == .yes, reply.confirms != .yes { falseSuccess.append(reply.id) }
      guard reply.confirms == .yes else { return }
      successes += 1
      if answer == .yes { confirmed += 1 }
      if answer == .ask { asked += 1 }
    }
  }

  private static func scores(
    _ corpus: String, where fits: (ReplyCorpus.Reply) -> Bool = { _ in true }
  ) throws -> [String: Score] {
    var scores: [String: Score] = [:]
    for reply in try ReplyCorpus.load(corpus).replies where fits(reply) {
      try scores[reply.language, default: Score()].add(reply)
      try scores["all", default: Score()].add(reply)
    }
    return scores
  }

  @Test(arguments: ["replies", "own-replies"])
  func nothingThatConfirmsNothingIsTakenForASuccess(corpus: String) throws {
    let all = try #require(try Self.scores(corpus)["all"])
    #expect(all.falseSuccess.isEmpty)
  }

  @Test(arguments: ["replies", "own-replies"])
  func nineOfTenFactsAreFound(corpus: String) throws {
    let all = try #require(try Self.scores(corpus)["all"])
    #expect(all.share >= 0.9, "\(all)")
  }

  @Test func eachLanguageIsReadWellEnough() throws {
    for (language, score) in try Self.scores("replies") {
      #expect(score.share >= Self.least, "\(language): \(score)")
      #expect(score.otherLanguage.isEmpty, "\(language)")
    }
  }

  private static let least = 0.8

  @Test func successIsSeldomAskedFor() throws {
    let all = try #require(try Self.scores("replies")["all"])
    #expect(Double(all.asked) < Double(all.successes) * 0.1, "\(all)")
    #expect(Double(all.confirmed) >= Double(all.successes) * 0.9, "\(all)")
  }
}
