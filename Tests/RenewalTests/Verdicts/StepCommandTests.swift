import FoundationEssentials
import Testing

@testable import Renewal

/// What a step says to type.
struct StepCommandTests {
  private func command(_ action: NextStep.Action, name: String = "gg") -> String? {
    NextStep(action).of(Line(id: "1", name: name)).command?.text
  }

  @Test func aStepNamesItsCommandForTheLine() throws {
    let ten = Money(10, try #require(Currency(rawValue: "GBP")))
    #expect(command(.topUp(.atLeast(ten))) == "cardinfo log gg topup 10 GBP")
    // More than ten is an amount that its owner chooses.
    #expect(command(.topUp(.moreThan(ten))) == "cardinfo log gg topup AMOUNT")
    #expect(command(.use([.outgoingSMS, .outgoingCall])) == "cardinfo log gg sms")
    #expect(command(.removeFromList) == "cardinfo line remove gg")
    #expect(command(.record(.billingDay)) == "cardinfo line set gg --billing-day DAY")
    #expect(command(.replace) == nil)
  }

  /// What starts a clock is recorded as what it is: a top-up starts no clock of the first data.
  @Test func whatStartsAClockIsRecordedAsItself() {
    func starting(_ anchors: Anchor.Word...) -> String? {
      command(.record(.anchor, anyOf: anchors))
    }
    #expect(starting(.explicitDate) == "cardinfo log gg notice --until DATE")
    #expect(starting(.firstData, .activation) == "cardinfo log gg first-data --on DATE")
    #expect(starting(.lastTopUp, .explicitDate) == "cardinfo log gg topup AMOUNT --on DATE")
    #expect(starting(.clockEnd) == nil)
  }

  @Test(arguments: [
    ("my line", "'my line'"), ("it's", #"'it'\''s'"#), ("a;rm b", "'a;rm b'"), ("$HOME", "'$HOME'"),
    ("出差卡", "'出差卡'"), ("-x", "'-x'"), ("a\nb", "'a\nb'"),
  ])
  func aNameIsQuotedForAShell(name: String, quoted: String) {
    #expect(command(.resume, name: name) == "cardinfo log \(quoted) resume")
  }

  @Test func whatWasDoneElsewhereIsRecorded() {
    let line = Line(id: "1", name: "gg")
    #expect(NextStep(.activate()).of(line).command?.records == true)
    #expect(NextStep(.askCarrier).of(line).command?.records == false)
  }
}
