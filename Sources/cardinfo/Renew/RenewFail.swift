import ArgumentParser
import FoundationEssentials
import Renewal
import Words

/// `cardinfo renew LINE fail`.
struct RenewFail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fail", abstract: Words("Record why a renewal failed, and learn what to do."))

  @OptionGroup var line: LineArgument

  @Argument(
    help: ArgumentHelp(
      Words("Why: \(FailureReason.allCases.map(\.rawValue).joined(separator: ", "))."),
      valueName: "reason"),
    transform: Self.reason)
  var reason: FailureReason

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    var attempt = try renewal.submitted()
    try OpenRenewal.step { try attempt.fail(reason, at: Date()) }
    try renewal.save(attempt)
    if json { return try LineReport(renewal.ledger, renewal.line).print(asJSON: true) }
    let text =
      labelled(Words("why"), [reason.words], 2)
      + labelled(Words("next"), reason.next(clock: attempt.clock).map(\.sentence), 2)
    StandardOutput.write(
      ([Terminal.clean(Words("\(renewal.line.name): the renewal failed").text)] + text)
        .map { $0 + "\n" }.joined())
  }

  private static func reason(_ text: String) throws -> FailureReason {
    guard
      let reason = FailureReason.allCases.first(where: {
        $0.rawValue.lowercased() == text.lowercased()
      })
    else {
      let known = FailureReason.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("'\(text)' is no reason that is known; known are \(known)"))
    }
    return reason
  }
}
