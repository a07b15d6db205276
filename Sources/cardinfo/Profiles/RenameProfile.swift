import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles rename`.
struct RenameProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: Words("Give a profile a nickname, or take it away."))

  @Argument(
    help: ArgumentHelp(Words("Its ICCID, AID or nickname, or a beginning that no other has.")))
  var profile: String

  @Argument(
    help: ArgumentHelp(Words("The nickname, up to 64 bytes of UTF-8; an empty one takes it away.")))
  var nickname: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard nickname.utf8.count <= 64 else {
      throw ValidationError(
        Words("a nickname has up to 64 bytes; this one has \(nickname.utf8.count)"))
    }
  }

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(profile, in: try run.targets())
    let rename = EUICCChange.rename(ProfileReference(choice.profile), to: nickname)
    guard !rename.attempts.isEmpty else {
      throw ChangeRefusal("profile.unknown", Words("the profile has no ICCID to name it by"))
    }
    return PreparedChange(
      plan: .init(target: choice.target, change: rename),
      done: nickname.isEmpty
        ? Words("nickname taken away: \(choice.description)")
        : Words("renamed: \(choice.description) is \(nickname)"),
      alreadySo: Words("it is called that already"),
      question: nickname.isEmpty
        ? Words("Take the nickname of \(choice.description) away?")
        : Words("Name \(choice.description) \(nickname)?"))
  }
}
