import Renewal
import Testing

/// What the reader finds in texts that were labelled by hand.
struct CorpusTests {
  static func scores(
    _ corpus: String, where fits: (ReplyCorpus.Reply) -> Bool = { _ in true }
  ) throws -> [String: CorpusScore] {
    var scores: [String: CorpusScore] = [:]
    for reply in try ReplyCorpus.load(corpus).replies where fits(reply) {
      try scores[reply.language, default: CorpusScore()].add(reply, of: corpus)
      try scores["all", default: CorpusScore()].add(reply, of: corpus)
    }
    return scores
  }

  @Test(arguments: ReplyCorpus.all)
  func nothingThatConfirmsNothingIsTakenForASuccess(corpus: String) throws {
    let all = try #require(try Self.scores(corpus)["all"])
    #expect(all.falseSuccess.isEmpty)
  }

  @Test(arguments: ReplyCorpus.all)
  func nineOfTenFactsAreFound(corpus: String) throws {
    let all = try #require(try Self.scores(corpus)["all"])
    #expect(all.share >= 0.9, "\(all)")
  }

  /// Of the texts that nobody looked at while the patterns were written.
  @Test(arguments: [("replies", 0.75), ("further-replies", 0.9)])
  func mostFactsAreFoundInTextsThatWereKeptAside(corpus: String, least: Double) throws {
    let all = try #require(try Self.scores(corpus) { $0.isHeldOut(in: corpus) }["all"])
    #expect(all.share >= least, "\(all.summary)")
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
