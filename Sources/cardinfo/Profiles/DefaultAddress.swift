import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles default-address`.
struct DefaultAddress: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "default-address",
    abstract: Words("Set the SM-DP+ that profiles are fetched from unless told otherwise."))

  @Argument(help: ArgumentHelp(Words("The server's name; an empty one takes it away.")))
  var address: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    let isName = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && address.utf8.count <= 255
    guard isName else {
      throw ValidationError(Words("a server's name has no spaces, and 255 characters"))
    }
  }

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let target = try run.onlyTarget()
    return PreparedChange(
      plan: .init(target: target, change: .setDefaultAddress(address)),
      done: address.isEmpty
        ? Words("the default SM-DP+ was taken away") : Words("the default SM-DP+ is \(address)"),
      alreadySo: Words("it is so already"),
      question: address.isEmpty
        ? Words("Take the default SM-DP+ of the eUICC \(target.euicc.eid) away?")
        : Words("Make \(address) the default SM-DP+ of the eUICC \(target.euicc.eid)?"))
  }
}
