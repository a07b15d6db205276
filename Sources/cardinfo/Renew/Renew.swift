import ArgumentParser
import Words

/// `cardinfo renew`.
struct Renew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: Words("Renew a line: how to, how far it is, and whether it took effect."),
    discussion: Words(
      """
      Say the line first: cardinfo renew giffgaff guide. A renewal is planned (start), submitted \
      (paid or sent), then confirmed or failed; verify reads the card again and says which.
      """
    ),
    subcommands: [
      RenewGuide.self, RenewStart.self, RenewSubmitted.self, RenewConfirm.self, RenewFail.self,
      RenewVerify.self,
    ])

  /// `renew LINE guide` as `renew guide LINE`, which is how the parser takes it.
  static func subcommandFirst(_ arguments: [String]) -> [String] {
    let commands = Set(Cardinfo.configuration.subcommands.map { $0._commandName })
    guard let place = arguments.firstIndex(where: commands.contains),
      arguments[place] == _commandName,
      let line = arguments.dropFirst(place + 1).first, !line.hasPrefix("-"),
      let action = arguments.dropFirst(place + 2).first,
      configuration.subcommands.contains(where: { $0._commandName == action })
    else { return arguments }
    return arguments.prefix(place + 1) + [action, line] + arguments.dropFirst(place + 3)
  }
}
