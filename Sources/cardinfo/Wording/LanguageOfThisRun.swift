import Words

extension Words {
  /// The text in the language of this run.
  var text: String { description }
}
