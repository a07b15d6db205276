import ArgumentParser
import Card
import CardState

/// `cardinfo profiles rename`.
struct RenameProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a profile a nickname, or take it away.")

  @Argument(help: "Its ICCID, AID or nickname, or a beginning that no other has.")
  var profile: String

  @Argument(help: "The nickname, up to 64 bytes of UTF-8; an empty one takes it away.")
  var nickname: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard nickname.utf8.count <= 64 else {
      throw ValidationError("a nickname has up to 64 bytes; this one has \(nickname.utf8.count)")
    }
  }

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(profile, in: try run.targets())
    let rename = EUICCChange.rename(ProfileReference(choice.profile), to: nickname)
    guard !rename.attempts.isEmpty else {
      throw ChangeRefusal("profile.unknown", "the profile has no ICCID to name it by")
    }
    return PreparedChange(
      plan: .init(target: choice.target, change: rename),
      done: nickname.isEmpty
        ? "nickname taken away: \(choice.description)"
        : "renamed: \(choice.description) is \(nickname)",
      alreadySo: "it is called that already",
      question: nickname.isEmpty
        ? "Take the nickname of \(choice.description) away?"
        : "Name \(choice.description) \(nickname)?")
  }
}
