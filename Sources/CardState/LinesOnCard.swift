extension CardSnapshot {
  /// The ICCIDs on the card: of its enabled subscription, then of each profile.
  public var iccids: [String] {
    var seen: Set<String> = []
    return ([iccid].compactMap { $0 } + euiccs.compactMap(\.profiles).joined().compactMap(\.iccid))
      .filter { seen.insert($0).inserted }
  }

  /// Those of them that are of lines. Profiles for tests and for fetching others are none.
  public var lineICCIDs: [String] {
    let profiles = euiccs.compactMap(\.profiles).joined()
    let none = Set(profiles.filter { $0.class != .operational }.compactMap(\.iccid))
    return iccids.filter { !none.contains($0) }
  }
}
