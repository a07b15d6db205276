import ArgumentParser
import Ledger
import Words

/// The command that a person meant, perhaps, where there is none of that name.
enum NearCommand {
  /// The first argument that stands where a subcommand would and is none, with those that are called nearly
  /// so; nil where none is.
  static func mistake(
    in arguments: [String], of root: any ParsableCommand.Type
  ) -> ValidationError? {
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
      let commands = meant.map { (path + [$0]).joined(separator: " ") }.joined(separator: ", ")
      return ValidationError(
        Words("there is no command '\(argument)'; did you mean: \(commands)?"))
    }
    return nil
  }
}
