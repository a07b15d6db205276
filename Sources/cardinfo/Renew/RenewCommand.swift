import ArgumentParser
import Words

/// `cardinfo renew`.
struct RenewCommand: ParsableCommand {
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
  /// `commands` are those that `renew` stands among.
  static func subcommandFirst(_ arguments: [String], among commands: [any ParsableCommand.Type])
    -> [String]
  {
    // Most runs don't renew, and need no list of commands for it.
    guard arguments.contains(_commandName) else { return arguments }
    let commands = Set(commands.map { $0._commandName })
    guard let place = arguments.firstIndex(where: commands.contains),
      arguments[place] == _commandName,
      let line = arguments.dropFirst(place + 1).first, !line.hasPrefix("-"),
      let action = arguments.dropFirst(place + 2).first,
      configuration.subcommands.contains(where: { $0._commandName == action })
    else { return arguments }
    return arguments.prefix(place + 1) + [action, line] + arguments.dropFirst(place + 3)
  }
}
