extension Profile {
  /// What a profile is called where it is shown: by its owner, by its provider, by itself.
  public var shownNames: [String] {
    [nickname, serviceProvider, name].compactMap { $0 }.filter { !$0.isEmpty }
  }
}
