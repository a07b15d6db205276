import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles reset`.
struct ResetProfiles: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: Words("Delete every profile of an eUICC for good, enabled or not."))

  @Flag(help: ArgumentHelp(Words("Delete test profiles that were loaded in the field, too.")))
  var testProfiles = false

  @Flag(help: ArgumentHelp(Words("Take the default SM-DP+ away, too.")))
  var address = false

  @Option(
    help: ArgumentHelp(Words("The last four digits of the EID: with --yes, nothing is asked.")))
  var tail: String?

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let target = try run.onlyTarget()
    var parts: MemoryResetParts = .operationalProfiles
    if testProfiles { parts.insert(.testProfiles) }
    if address { parts.insert(.defaultAddress) }
    let count = target.euicc.profiles?.count ?? 0
    return PreparedChange(
      plan: .init(target: target, change: .reset(parts)), done: Words("the eUICC was reset"),
      question: Words(
        """
        Delete every operational profile of the \(count) on the eUICC \(target.euicc.eid) \
        for good? Type the last four digits of the EID:
        """),
      tail: String(target.euicc.eid.suffix(4)), typedTail: tail)
  }
}
