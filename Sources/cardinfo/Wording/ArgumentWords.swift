import ArgumentParser
import Words

extension ArgumentHelp {
  /// Help in the language of this run.
  init(_ abstract: Words, discussion: Words? = nil, valueName: String? = nil) {
    self.init(abstract.text, discussion: discussion?.text ?? "", valueName: valueName)
  }
}

extension CommandConfiguration {
  /// A command whose help is in the language of this run.
  init(
    commandName: String? = nil, abstract: Words, discussion: Words? = nil,
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: commandName, abstract: abstract.text, discussion: discussion?.text ?? "",
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}

extension ValidationError {
  /// What is wrong with the arguments, in the language of this run.
  init(_ words: Words) { self.init(words.text) }
}
