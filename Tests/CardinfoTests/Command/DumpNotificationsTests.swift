import Foundation
import Testing

/// Signed notifications, whole.
struct DumpNotificationsTests {
  private func dump(_ arguments: String..., card: String = "travel-euicc") throws -> Command.Result
  {
    try Command.run(
      [Command.executable, "notifications", "dump"] + arguments + ["--virtual", card])
  }

  @Test func oneOrAllAsHexadecimal() throws {
    let all = try dump().output.split(separator: "\n")
    #expect(all.count == 3)
    #expect(all.first?.hasPrefix("BF37") == true)
    let one = try dump("42").output
    #expect(one == all.dropFirst().prefix(1).joined() + "\n")
    #expect(one.hasPrefix("30"))
    #expect(one.contains("BF2F"))
    #expect(one.contains("5F3740"))
  }

  @Test func aCardThatDoesNotFindThemByNumberIsAskedForAll() throws {
    #expect(try dump("43", card: "no-notification-number").output == (try dump("43").output))
  }

  @Test func otherForms() throws {
    let hex = try dump("41").output.filter { $0 != "\n" }
    let base64 = try #require(
      Data(base64Encoded: try dump("41", "--format", "base64").output.filter { $0 != "\n" }))
    #expect(base64.map { String(format: "%02X", $0) }.joined() == hex)
    for (arguments, number) in [
      (["--format", "json"], "sequenceNumber"), (["--json"], "sequenceNumber"),
      (["--format", "lpac"], "seqNumber"),
    ] {
      let output = try Command.run(
        [Command.executable, "notifications", "dump", "41"] + arguments
          + ["--virtual", "travel-euicc"]
      ).output.filter { $0 != " " }
      #expect(output.contains("\"\(number)\":41"))
      #expect(output.contains("\"pendingNotification\":\"\(base64.base64EncodedString())\""))
    }
  }

  @Test func aFileIsForItsOwnerAlone() throws {
    let scratch = try Scratch()
    let path = scratch.path("notification")
    let result = try dump("42", "--format", "der", "-o", path)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(bytes.map { String(format: "%02X", $0) }.joined() + "\n" == (try dump("42").output))
  }

  @Test func mistakesAreExplained() throws {
    let unknown = try dump("7")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("no notification has the number 7"))
    #expect(try dump("--redact").status == 64)
    #expect(try dump("41", "-o", "/no/such/place/x").status == 73)
  }
}
