import ArgumentParser
import Words

// The parser takes text: here it is given ours, in the language of this run.

extension CommandConfiguration {
  /// A command that is explained in words. It has a name of its own: the parser makes one from the
  /// type at the cost of a third of a short run.
  init(
    commandName: String, abstract: Words, discussion: Words? = nil, version: String = "",
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: commandName, abstract: abstract.text, discussion: discussion?.text ?? "",
      version: version, subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}

extension ArgumentHelp {
  /// An option or argument that is explained in words.
  init(_ abstract: Words, discussion: Words? = nil, valueName: String? = nil) {
    self.init(abstract.text, discussion: discussion?.text ?? "", valueName: valueName)
  }
}

extension ValidationError {
  /// A mistake in the arguments.
  init(_ words: Words) { self.init(words.text) }
}
