extension LineState {
  /// How far from alive a state is. Time alone only ever raises it.
  var rank: Int {
    switch self {
    case .active: 0
    case .pendingActivation: 1
    case .unknown: 2
    case .grace: 3
    case .suspended: 4
    case .quarantined: 5
    case .terminated: 6
    }
  }
}
