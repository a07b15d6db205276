import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles delete`.
struct DeleteProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: Words("Delete a profile for good. Most can't be downloaded again."))

  @Argument(
    help: ArgumentHelp(Words("Its ICCID, AID or nickname, or a beginning that no other has.")))
  var profile: String

  @Option(
    help: ArgumentHelp(Words("The last four digits of its ICCID: with --yes, nothing is asked.")))
  var tail: String?

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(profile, in: try run.targets())
    guard choice.profile.state != .enabled else {
      throw ChangeRefusal(
        "profile.enabled", Words("the profile is enabled, so it was not deleted"),
        hint: Words("enable another profile or disable this one first"))
    }
    guard let iccid = choice.profile.iccid ?? choice.profile.aid else {
      throw ChangeRefusal("profile.unknown", Words("the profile has no ICCID and no AID"))
    }
    return PreparedChange(
      plan: .init(target: choice.target, change: .delete(ProfileReference(choice.profile))),
      done: Words("deleted: \(choice.description)"),
      question: Words(
        "Delete \(choice.description) for good? Type the last four digits of its ICCID:"),
      tail: String(iccid.suffix(4)), typedTail: tail)
  }
}
