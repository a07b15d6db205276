import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Glibc
import Words

/// `cardinfo notifications dump`.
struct DumpNotifications: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: Words(
      "Write signed notifications whole, to be sent by other means. They stay on the card."),
    discussion: Words(
      """
      A server takes it at https://ADDRESS/gsma/rsp2/es9plus/handleNotification, in JSON as the \
      member pendingNotification in base64 (SGP.22 section 6.5.2.4).
      """))

  /// How to write it.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case hex, base64, json, lpac, der
  }

  @Argument(help: ArgumentHelp(Words("Their numbers; all of them without any.")))
  var numbers: [Int] = []

  @Option(
    help: ArgumentHelp(
      Words("One of hex, base64, json, lpac and der, which is the bytes themselves.")))
  var format: Format?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(Words("A file to write to, readable by you alone."), valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp(Words("The eUICC, by its EID or the end of it."), valueName: "digits"))
  var eid: String?

  @OptionGroup var cards: CardOptions

  @Flag(help: ArgumentHelp(Words("Short for --format json.")))
  var json = false

  func validate() throws {
    guard !cards.redact else {
      throw ValidationError(Words("a signed notification can't be redacted"))
    }
    guard !json || format == nil || format == .json else {
      throw ValidationError(Words("--json is short for --format json"))
    }
    guard format != .der || output != nil || isatty(STDOUT_FILENO) == 0 else {
      throw ValidationError(Words("--format der is for a file: name one with --output"))
    }
  }

  func run() throws {
    let (eid, notifications) = try read()
    let bytes = try rendered(notifications, of: eid)
    guard let output, output != "-" else { return StandardOutput.write(bytes) }
    try PrivateFile.replace(output, with: bytes)
    if json { try Document(.answer, NoContent()).write() }
  }

  private func read() throws -> (eid: String, [SignedNotification]) {
    let run = try ChangeRun(cards, eid: eid)
    let target = try run.onlyTarget(asking: [])
    var found: [SignedNotification] = []
    for number in numbers.isEmpty ? [nil] : numbers.map(Optional.some) {
      let part = try run.signedNotifications(number, of: target)
      guard !part.isEmpty || number == nil else {
        throw ChangeRefusal.unknownNotification(number ?? 0)
      }
      found += part
    }
    return (target.euicc.eid, found)
  }

  private func rendered(
    _ notifications: [SignedNotification], of eid: String
  ) throws -> [UInt8] {
    switch json ? .json : format ?? .hex {
    case .der: return notifications.flatMap(\.bytes)
    case .hex: return Array(notifications.map { $0.bytes.hex + "\n" }.joined().utf8)
    case .base64:
      return Array(notifications.map { Data($0.bytes).base64EncodedString() + "\n" }.joined().utf8)
    case .lpac:
      return try notifications.flatMap {
        try LPACLine.encode(LPACLine.notification($0, of: eid)) + [0x0A]
      }
    case .json:
      let list = notifications.map { notification in
        JSONValue.object([
          "eid": .string(eid), "sequenceNumber": .integer(notification.metadata.sequenceNumber),
          "operation": .string(notification.metadata.operation),
          "address": notification.metadata.address.map(JSONValue.string) ?? .null,
          "iccid": notification.metadata.iccid.map(JSONValue.string) ?? .null,
          "pendingNotification": .string(Data(notification.bytes).base64EncodedString()),
        ])
      }
      return try Document(.answer, ["notifications": list]).text()
    }
  }
}
