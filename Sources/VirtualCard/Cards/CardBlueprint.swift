/// Everything that tells one card from another, as data.
struct CardBlueprint: Sendable {
  var behaviour = Behaviour()
  var pin1 = PIN("1234", isEnabled: false)
  /// The SIM that is there whatever profile is enabled; an eUICC has none.
  var subscription: Subscription?
  var elements: [SecureElement] = []

  /// This card but for one thing.
  func with(_ change: (inout CardBlueprint) -> Void) -> CardBlueprint {
    var changed = self
    change(&changed)
    return changed
  }

  /// This card with another behaviour.
  func behaving(_ change: (inout Behaviour) -> Void) -> CardBlueprint {
    with { change(&$0.behaviour) }
  }
}
