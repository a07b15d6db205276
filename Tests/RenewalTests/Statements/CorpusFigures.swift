import Renewal
import Testing

/// Prints how much of the corpus is read: by language, and apart for texts that were kept aside. Of
/// those it prints the kinds of what is missed, of the others the facts.
struct CorpusFigures {
  @Test(arguments: ReplyCorpus.all) func byLanguage(corpus: String) throws {
    for isHeldOut in [false, true] {
      let scores = try CorpusTests.scores(corpus) { $0.isHeldOut(in: corpus) == isHeldOut }
      for (language, score) in scores.sorted(by: { $0.key < $1.key }) {
        let part = isHeldOut ? "kept aside" : "open"
        print("\(corpus), \(part), \(language): \(score.summary)")
      }
      guard let all = scores["all"] else { continue }
      for (kind, count) in all.missedKinds.sorted(by: { $0.key < $1.key }) {
        print("\(corpus) misses \(count) of \(kind)")
      }
      guard !isHeldOut else { continue }
      for missed in all.missed { print("\(corpus) misses \(missed)") }
    }
  }
}

/// How much of a corpus is found.
struct CorpusScore: CustomStringConvertible {
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
  /// How many facts of each kind were missed, which tells nothing of the texts.
  var missedKinds: [String: Int] = [:]

  var share: Double { facts == 0 ? 1 : Double(found) / Double(facts) }

  /// The figures, without the texts that they are of.
  var summary: String {
    """
    \(texts) texts, \(found) of \(facts) facts (\(Int(share * 100)) %); \(confirmed) of \(successes) \
    successes confirmed, \(asked) asked; false success: \(falseSuccess.count)
    """
  }

  var description: String {
    """
    \(summary) \(falseSuccess); taken for another language: \(otherLanguage)
    \(missed.joined(separator: "\n"))
    """
  }

  mutating func add(_ reply: ReplyCorpus.Reply, of corpus: String) throws {
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
        missedKinds["\(reply.language) \(fact.kind)", default: 0] += 1
      }
    }
    if reading.language != reply.language { otherLanguage.append(reply.id) }
    let answer = RenewalProof(reading, reply.expectation(in: corpus)).answer.label
    if answer == .yes, reply.confirms != .yes { falseSuccess.append(reply.id) }
    guard reply.confirms == .yes else { return }
    successes += 1
    if answer == .yes { confirmed += 1 }
    if answer == .ask { asked += 1 }
  }
}
