extension CardSnapshot {
  /// The ICCIDs of the lines on the card: of its enabled subscription, then of each profile that is
  /// a line. Profiles for tests and for fetching others are none.
  public var lineICCIDs: [String] {
    let profiles = euiccs.compactMap(\.profiles).joined()
    let none = Set(profiles.filter { $0.class != .operational }.compactMap(\.iccid))
    let all = [iccid].compactMap { $0 } + profiles.compactMap(\.iccid)
    var seen = none
    return all.filter { seen.insert($0).inserted }
  }
}
