import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles disable`.
struct DisableProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: Words("Disable the enabled profile: no line is in use then."))

  @Argument(
    help: ArgumentHelp(Words("Its ICCID, AID or nickname, or a beginning that no other has.")))
  var profile: String

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(profile, in: try run.targets())
    return PreparedChange(
      plan: .init(target: choice.target, change: .disable(ProfileReference(choice.profile))),
      done: Words("disabled: \(choice.description)"), alreadySo: Words("it is disabled already"),
      question: Words("Disable \(choice.description)? No line is in use then."))
  }
}
