import Testing
import Words

@testable import Provisioning

/// What servers' refusals mean.
struct RSPStatusTests {
  // Every pair of SGP.22 §5.6.1 to §5.6.5, §5.8.1 and §5.8.2.
  static let specified = [
    ("8.8.1", "3.8"), ("8.8.2", "3.1"), ("8.8.3", "3.1"), ("8.8.4", "3.7"), ("8.1.2", "6.1"),
    ("8.1.2", "6.3"), ("8.1.3", "6.1"), ("8.1.3", "6.3"), ("8.1", "6.1"), ("8.1", "4.8"),
    ("8.1.1", "3.8"), ("8.2", "1.2"), ("8.2.5", "4.3"), ("8.2.6", "3.8"), ("8.8.5", "4.10"),
    ("8.8.5", "6.4"), ("8.10.1", "3.9"), ("8.11.1", "3.9"), ("8.2", "3.7"), ("8.2.7", "2.2"),
    ("8.2.7", "3.8"), ("8.2.7", "6.4"), ("8.8", "3.10"), ("8.9.1", "3.8"), ("8.9.2", "3.1"),
    ("8.9.3", "3.1"), ("8.9.4", "3.7"), ("8.9.5", "3.9"), ("8.9.5", "3.3"), ("8.9", "4.2"),
    ("8.9", "5.1"), ("8.8.5", "4.1"), ("8.8", "3.1"), ("8.1.1", "2.2"), ("8.1.1", "3.1"),
    ("8.2.1", "1.2"), ("8.2.1", "3.1"), ("8.2.1", "3.3"), ("8.2.1", "3.5"), ("8.2.1", "3.9"),
    ("8.2.5", "1.2"), ("8.2.5", "3.7"), ("8.2.5", "3.8"), ("8.2.5", "3.9"), ("8.2.6", "3.1"),
    ("8.2.6", "3.3"), ("8.2.8", "1.2"), ("8.1.4", "6.1"),
  ]

  // What is refused because of the card can't be a matter of the code (§5.3.1, §5.6.3).
  @Test(arguments: [("8.1.1", "3.1"), ("8.1.1", "3.8"), ("8.2.1", "3.1")])
  func aProfileForAnotherCardSaysSo(subject: String, reason: String) {
    let meaning = RSPStatus(subject, reason).meaning
    #expect(meaning.words.description == "the profile is set aside for another card")
    #expect(meaning.isCodeUsed == .no && meaning.step == .otherCard)
  }

  @Test(arguments: specified) func everyPairOfTheSpecificationHasItsWords(
    subject: String, reason: String
  ) {
    let words = RSPStatus(subject, reason).meaning.words.description
    #expect(!words.contains("\(subject)/\(reason)"), "\(subject)/\(reason)")
  }

  @Test func anUnknownPairHasTheWordsOfItsParts() {
    let meaning = RSPStatus("8.2.7", "4.4").meaning
    #expect(
      meaning.words.description == "the server refuses with 8.2.7/4.4: the confirmation code, busy")
    #expect(meaning.isCodeUsed == .unknown)
    #expect(meaning.step == .later)
    #expect(RSPStatus("8.2.7", "2.1").meaning.step == .carrier)
  }

  @Test(arguments: ["", "8.2\u{1B}[2J", "LPA:1$a$b", String(repeating: "1", count: 17)])
  func whatIsNoCodeIsNotRepeated(text: String) {
    #expect(RSPStatus(text, "3.8").subject == "?")
    #expect(RSPStatus("8", text).meaning.words.description.contains("8/?"))
  }

  @Test func noPairIsThereTwice() {
    #expect(RSPStatus.meanings.count >= 45)
  }
}
