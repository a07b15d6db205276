import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles enable`.
struct EnableProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable",
    abstract: Words("Enable a profile; the one that is enabled is disabled with it."))

  @Argument(
    help: ArgumentHelp(Words("Its ICCID, AID or nickname, or a beginning that no other has.")))
  var profile: String

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(profile, in: try run.targets())
    return PreparedChange(
      plan: .init(target: choice.target, change: .enable(ProfileReference(choice.profile))),
      done: Words("enabled: \(choice.description)"), alreadySo: Words("it is enabled already"),
      question: Words("Enable \(choice.description)?"))
  }
}
