import Testing

/// Questions on a terminal.
struct ConfirmationTests {
  private func onTerminal(_ command: String, _ question: String, typing answer: String) throws
    -> Command.Result
  {
    try Command.onTerminal(
      command + " --virtual travel-euicc", typing: [.init(after: question, text: answer + "\\n")])
  }

  @Test(arguments: [("y", true), ("yes", true), ("n", false), ("", false), ("true", false)])
  func enablingIsAskedAbout(answer: String, isDone: Bool) throws {
    let result = try onTerminal("profiles enable 8985", "y/N", typing: answer)
    #expect(result.output.contains("Enable 8985203012345678902"))
    #expect(result.output.contains("[y/N]"))
    #expect(result.output.contains("enabled: 8985203012345678902") == isDone)
    #expect(result.output.contains("nothing was changed") == !isDone)
    #expect((result.status == 0) == isDone)
  }

  @Test(arguments: [
    ("0120", true), ("Test network", true), ("y", false), ("0121", false), ("Test", false),
    ("8900101234567890120", false),
  ]) func deletingWantsItsNameOrTheLastDigits(answer: String, isDone: Bool) throws {
    let result = try onTerminal("profiles delete 8900", "Type its name", typing: answer)
    #expect(
      result.output.contains("Type its name, Test network, or the last four digits of its ICCID"))
    #expect(result.output.contains("deleted: 8900101234567890120") == isDone)
    #expect((result.status == 0) == isDone)
  }

  @Test(arguments: [("1755", true), ("y", false)])
  func aResetWantsTheLastDigitsOfTheEID(answer: String, isDone: Bool) throws {
    let result = try onTerminal("profiles reset", "EID", typing: answer)
    #expect(result.output.contains("the eUICC was reset") == isDone)
    #expect((result.status == 0) == isDone)
  }

  @Test func removingANotificationSaysWhatItMeans() throws {
    let result = try onTerminal("notifications remove 42", "y/N", typing: "n")
    #expect(result.output.contains("will never learn of the enable"))
  }

  @Test func namesOfACardCantForgeAQuestion() throws {
    let result = try Command.onTerminal(
      "profiles disable 8944 --virtual hostile-names", typing: [.init(after: "y/N", text: "n\\n")])
    #expect(!result.output.contains("\u{1B}]0;"))
    #expect(!result.output.contains("\u{202E}"))
  }
}
