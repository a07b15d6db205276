import ArgumentParser
import Ledger
import Words

/// The command that a person meant, perhaps, where there is none of that name.
enum NearCommand {
  /// What to say of the first argument that stands where a subcommand would and is none; nil where none is
  /// called nearly so.
  static func question(
    for arguments: [String], of root: any ParsableCommand.Type
  ) -> Words? {
    var command = root
    var path = [command._commandName]
    for argument in arguments {
      let subcommands = command.configuration.subcommands
      if let next = subcommands.first(where: { $0._commandName == argument }) {
        command = next
        path.append(argument)
        continue
      }
      let names = subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
      let meant = NearNames.of(argument, among: names)
      guard !argument.hasPrefix("-"), !meant.isEmpty else { return nil }
      let commands = meant.map { (path + [$0]).joined(separator: " ") }
      return Words("did you mean: \(commands.joined(separator: ", "))?")
    }
    return nil
  }
}
