import Foundation
import Testing

/// With `--json` every command prints one document with its schema and its errors, also when it
/// fails.
struct AnswerTests {
  /// A command line, the status it ends with, and the codes of its errors.
  struct Case: CustomTestStringConvertible {
    var arguments: String
    var status: Int32 = 0
    var codes: [String] = []
    var schema = "answer"
    var testDescription: String { arguments }
  }

  static let cases = [
    Case(arguments: "--virtual plain-sim", schema: "card-state"),
    Case(arguments: "", status: 69, codes: ["pcsc.notRunning"], schema: "card-state"),
    Case(arguments: "export --virtual plain-sim", schema: "card-state"),
    Case(arguments: "export --virtual plain-sim -o /no/x", status: 73, codes: ["file.unwritable"]),
    Case(arguments: "--virtual plain-sim --trace /no/x", status: 73, codes: ["file.unwritable"]),
    Case(arguments: "--virtual no-such-card", status: 64, codes: ["usage"]),
    Case(arguments: "--pin-fd 0", status: 64, codes: ["usage"]),
    Case(
      arguments: "--virtual pin-locked --pin-fd 0", status: 65, codes: ["pin1.malformed"]),
    Case(arguments: "--only colour", status: 64, codes: ["usage"]),
    Case(arguments: "readers", status: 69, codes: ["pcsc.notRunning"]),
    Case(arguments: "doctor", status: 1),
    Case(arguments: "virtual list"),
    Case(arguments: "decode iccid 8986 0111 2345 6789 0123"),
    Case(arguments: "decode imsi 460001234567890"),
    Case(arguments: "decode eid 89049032000000000000012600041755"),
    Case(arguments: "decode eid 12", status: 65, codes: ["input.malformed"]),
    Case(arguments: "decode atr 3B9F96803FC7828031E073FE211B57AA8660F0010027D8"),
    Case(arguments: "decode sw 6A82"),
    Case(arguments: "decode tlv A0065A01114F0122"),
    Case(arguments: "decode tlv 5A05", status: 65, codes: ["input.malformed"]),
    Case(arguments: "decode file EF.SPN 016769666667616666FFFF"),
    Case(arguments: "decode file no.such 00", status: 64, codes: ["usage"]),
    Case(
      arguments: "decode sms 0107914151551512F2040B916105551511F100006060605130308A04D4F29C0E"),
    Case(arguments: "notify"),
    Case(arguments: "notify --dry-run"),
    Case(arguments: "notify --config /no/x", status: 65, codes: ["file.unreadable"]),
    Case(arguments: "notify --config README.md", status: 77, codes: ["file.readableByOthers"]),
    Case(arguments: "notify --digest hourly", status: 64, codes: ["usage"]),
    Case(arguments: "notify test"),
    Case(arguments: "notify test nobody", status: 65, codes: ["notify.unknownChannel"]),
    Case(arguments: "notify snooze known 3d"),
    Case(arguments: "notify mute known"),
    Case(arguments: "notify unmute known"),
    Case(arguments: "notify mute nobody", status: 65, codes: ["ledger.unknownLine"]),
    Case(arguments: "check", status: 3),
    Case(arguments: "metrics"),
    Case(arguments: "desk --listen 192.0.2.1", status: 64, codes: ["usage"]),
    Case(
      arguments: "desk --listen nowhere --certificate /no/x --key /no/x", status: 65,
      codes: ["file.unreadable"]),
    Case(arguments: "check --warning x", status: 3, codes: ["usage"]),
    Case(arguments: "carrier 46000"),
    Case(arguments: "carrier nobody", status: 65, codes: ["carriers.unknown"]),
    Case(arguments: "profiles --virtual travel-euicc", schema: "card-state"),
    Case(
      arguments: "profiles --virtual plain-sim", status: 1, codes: ["euicc.none"],
      schema: "card-state"),
    Case(arguments: "chip --virtual travel-euicc", schema: "card-state"),
    Case(arguments: "notifications --virtual travel-euicc", schema: "card-state"),
    Case(arguments: "notifications dump --virtual travel-euicc"),
    Case(
      arguments: "notifications dump 7 --virtual travel-euicc", status: 65,
      codes: ["notification.unknown"]),
    Case(
      arguments: "notifications remove 42 --yes --virtual travel-euicc", schema: "card-state"),
    Case(
      arguments: "notifications remove 7 --yes --virtual travel-euicc", status: 65,
      codes: ["notification.unknown"]),
    Case(
      arguments: "notifications send 7 --virtual travel-euicc", status: 65,
      codes: ["notification.unknown"]),
    Case(
      arguments: "profiles download 07700900123 --virtual travel-euicc", status: 65,
      codes: ["code.malformed"]),
    Case(
      arguments: "profiles download --smdp https://x --virtual travel-euicc", status: 65,
      codes: ["code.malformed"]),
    Case(
      arguments: "profiles download --qr /no/x --virtual travel-euicc", status: 65,
      codes: ["file.unreadable"]),
    Case(
      arguments: "profiles download --qr /proc/version --virtual travel-euicc", status: 65,
      codes: ["code.noQR"]),
    Case(
      arguments: "profiles download --ca /proc/version --smdp localhost:1 --virtual travel-euicc",
      status: 69, codes: ["server.noRoots"]),
    Case(
      arguments: "profiles download --resume --virtual travel-euicc", status: 65,
      codes: ["download.none"]),
    Case(
      arguments: "profiles download --virtual m2m-euicc", status: 1, codes: ["download.failed"]),
    Case(
      arguments: "profiles discover --smds x:y --virtual travel-euicc", status: 65,
      codes: ["code.malformed"]),
    Case(arguments: "profiles enable 8985 --yes --virtual travel-euicc", schema: "card-state"),
    Case(arguments: "profiles enable airalo --yes --virtual travel-euicc", schema: "card-state"),
    Case(arguments: "profiles enable 8985 --dry-run --virtual travel-euicc"),
    Case(arguments: "profiles enable 8985 --dry-run --redact --virtual travel-euicc"),
    Case(
      arguments: "profiles enable 8985 --virtual travel-euicc", status: 64,
      codes: ["change.unconfirmed"]),
    Case(
      arguments: "profiles enable none --yes --virtual travel-euicc", status: 65,
      codes: ["profile.unknown"]),
    Case(
      arguments: "profiles delete 8933 --yes --tail 9017 --virtual travel-euicc", status: 1,
      codes: ["change.refused"], schema: "card-state"),
    Case(
      arguments: "profiles reset --yes --tail 0000 --virtual plain-sim", status: 1,
      codes: ["euicc.none"]),
    Case(arguments: "line rules"),
    Case(arguments: "lines", schema: "lines"),
    Case(arguments: "line show known", schema: "lines"),
    Case(arguments: "line show nobody", status: 65, codes: ["ledger.unknownLine"]),
    Case(arguments: "line add --name new", schema: "lines"),
    Case(
      arguments: "line add --name twin --iccid 8944110123456789013", status: 65,
      codes: ["ledger.duplicateLine"]),
    Case(arguments: "line add --name new --rule none", status: 64, codes: ["usage"]),
    Case(arguments: "line set known --plan data", schema: "lines"),
    Case(arguments: "line remove known", schema: "lines"),
    Case(arguments: "line restore known", schema: "lines"),
    Case(arguments: "line purge known", status: 64, codes: ["change.unconfirmed"]),
    Case(arguments: "line purge known --yes"),
    Case(arguments: "line export", schema: "lines"),
    Case(arguments: "line export -o $XDG_DATA_HOME/lines.csv"),
    Case(arguments: "line export -o /no/x", status: 73, codes: ["file.unwritable"]),
    Case(arguments: "line import /no/x", status: 65, codes: ["file.unreadable"]),
    Case(
      arguments: "line import /proc/version", status: 65, codes: ["ledger.refusedImport"]),
    Case(arguments: "report -o $XDG_DATA_HOME/page.html"),
    Case(arguments: "calendar -o $XDG_DATA_HOME/lines.ics"),
    Case(arguments: "calendar", status: 64, codes: ["usage"]),
    Case(arguments: "report", status: 64, codes: ["usage"]),
    Case(arguments: "report -o /no/x", status: 73, codes: ["file.unwritable"]),
    Case(arguments: "log known call", schema: "lines"),
    Case(arguments: "log known undo --event 9", status: 65, codes: ["ledger.unknownEvent"]),
    Case(arguments: "renew known guide"),
    Case(arguments: "renew known guide --problem region"),
    Case(arguments: "renew known start 10 GBP", schema: "lines"),
    Case(arguments: "renew known submitted", schema: "lines"),
    Case(arguments: "renew known confirm", status: 65, codes: ["renewal.none"]),
    Case(arguments: "renew open confirm", schema: "lines"),
    Case(arguments: "renew open start", status: 65, codes: ["renewal.underWay"]),
    Case(arguments: "renew open submitted", status: 65, codes: ["renewal.step"]),
    Case(arguments: "renew open fail networkError", schema: "lines"),
    Case(arguments: "renew open verify", status: 75),
    Case(arguments: "reply known 'Your balance is £5.'"),
    Case(arguments: "reply open 'Your balance is £5.'", status: 75),
    Case(arguments: "reply open 'Your top-up of £10 failed.'", status: 1),
    Case(arguments: "reply known", status: 65, codes: ["reply.empty"]),
    Case(arguments: "reply known 'Goedendag'", status: 65, codes: ["reply.unknownLanguage"]),
    Case(arguments: "reply known /no/such", status: 65, codes: ["file.unreadable"]),
  ]

  @Test(.enabled(if: SchemaTests.hasValidator, "python3-jsonschema is not installed"))
  func everyAnswerIsADocument() throws {
    let documents = try Scratch()
    for schema in ["answer", "lines", "card-state"] {
      try FileManager.default.createDirectory(
        atPath: documents.path(schema), withIntermediateDirectories: true)
    }
    for (index, asked) in Self.cases.enumerated() {
      let desk = try Desk()
      try desk.output("line add --name known --iccid 8944110123456789013 --rule giffgaff")
      try desk.output("line add --name open")
      try desk.output("renew open submitted 10 GBP")
      let text = try desk.run(
        "\(asked.arguments) --json </dev/null", within: "setsid --wait", noService: true)
      #expect(text.status == asked.status, "\(asked): \(text.errors)")
      let document = try JSONDecoder().decode(Document.self, from: Data(text.output.utf8))
      #expect(document.schema == "cardinfo.\(asked.schema)", "\(asked)")
      #expect(document.errors.map(\.code) == asked.codes, "\(asked)")
      #expect(document.errors.allSatisfy { !$0.message.isEmpty })
      try text.output.write(
        toFile: documents.path("\(asked.schema)/\(index).json"), atomically: true, encoding: .utf8)
    }
    for schema in ["answer", "lines", "card-state"] {
      let result = try Command.run(
        [
          SchemaTests.python, "Tests/System/validate_json.py", "Docs/schema/\(schema).schema.json",
          documents.path(schema),
        ])
      #expect(result.status == 0, "\(schema): \(result.output)\(result.errors)")
    }
  }

  @Test func everyCommandThatPeopleCanRunAnswersPrograms() throws {
    let help = try Command.cardinfo("--experimental-dump-help").output
    let root = try JSONDecoder().decode(Help.self, from: Data(help.utf8)).command
    let leaves = root.leaves
    #expect(leaves.count > 30)
    // All that lpac prints is for programs.
    for command in leaves where !["serve", "help", "lpac"].contains(command.commandName) {
      let names = (command.arguments ?? []).flatMap { $0.names ?? [] }.map(\.name)
      #expect(names.contains("json"), "\(command.commandName)")
    }
  }

  @Test func filesThatAreLeftOutStandInEveryAnswer() throws {
    let desk = try Desk()
    try desk.configure("rules/broken.json", "{ oops }")
    try desk.configure("carriers/broken.json", "{ oops }")
    try desk.output("line add --name a")
    let lines = try desk.output("lines --json")
    #expect(lines.contains("carriers.fileInvalid") && lines.contains("broken.json:1:3"))
    #expect(try desk.output("line rules --json").contains("carriers.fileInvalid"))
    #expect(try desk.output("carrier 46000 --json").contains("carriers.fileInvalid"))
    #expect(try desk.output("--virtual plain-sim --json").contains("carriers.fileInvalid"))
  }

  @Test func recordsThatWereRefusedStandInTheAnswer() throws {
    let desk = try Desk()
    let file = desk.scratch.path("lines.csv")
    try Data("name,expires,colour\nx,2027-01-01,\ny,11/12/2026,\n".utf8)
      .write(to: URL(filePath: file))
    let whole = try desk.run("line import \(file) --json")
    #expect(whole.status == 65)
    let refused = try JSONDecoder().decode(Document.self, from: Data(whole.output.utf8))
    #expect(
      refused.errors.map(\.code) == [
        "ledger.oddRecord", "ledger.refusedRecord", "ledger.refusedImport",
      ])
    #expect(refused.imported?["lines"] == 0)
    #expect(refused.imported?["refused"] == 1)
    let result = try desk.run("line import \(file) --skip-bad --json")
    #expect(result.status == 65)
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.errors.map(\.code) == ["ledger.oddRecord", "ledger.refusedRecord"])
    #expect(
      document.imported == [
        "lines": 1, "changed": 0, "events": 1, "attempts": 0, "unchanged": 0, "refused": 1,
        "skipped": 0,
      ])
  }

  private struct Document: Decodable {
    struct Problem: Decodable {
      var code: String
      var message: String
    }

    var schema: String
    var schemaVersion: String
    var errors: [Problem]
    var imported: [String: Int]?
  }

  /// What ArgumentParser tells of the commands.
  private struct Help: Decodable {
    final class Command: Decodable {
      struct Argument: Decodable {
        struct Name: Decodable { var name: String }
        var names: [Name]?
      }

      var commandName: String
      var arguments: [Argument]?
      var subcommands: [Command]?

      var leaves: [Command] { subcommands?.flatMap(\.leaves) ?? [self] }
    }

    var command: Command
  }
}
