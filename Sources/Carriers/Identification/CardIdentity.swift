public import CardState

/// What a card or a profile says that tells whose it is. An absent member is unknown.
public struct CardIdentity: Hashable, Sendable {
  /// MCC and MNC; both readings, the likelier first, where nothing says how long the MNC is.
  public var plmns: [String] = []
  /// The IMSI.
  public var imsi: String?
  /// The ICCID.
  public var iccid: String?
  /// The service provider's name in EF.SPN.
  public var spn: String?
  /// Group identifier level 1, as hexadecimal.
  public var gid1: String?
  /// Group identifier level 2, as hexadecimal.
  public var gid2: String?
  /// The service provider's name in an eSIM profile's metadata.
  public var provider: String?
  /// The hosts of the SM-DP+s that an eSIM profile reports to.
  public var smdps: [String] = []

  /// Nothing known yet.
  public init() {}

  /// What a card says of its enabled subscription, and of its enabled profile where it has one.
  public init(_ card: CardSnapshot) {
    self = card.enabledProfile.map { CardIdentity($0) } ?? CardIdentity()
    iccid = card.iccid ?? iccid
    guard let subscriber = card.subscriber else { return }
    imsi = subscriber.imsi
    spn = subscriber.spn
    gid1 = subscriber.gid1 ?? gid1
    gid2 = subscriber.gid2 ?? gid2
    let readings = Self.plmns(of: subscriber)
    if !readings.isEmpty { plmns = readings }
  }

  /// What an eUICC says of one of its profiles.
  public init(_ profile: Profile) {
    iccid = profile.iccid
    provider = profile.serviceProvider
    smdps = (profile.notificationSettings ?? []).compactMap(\.address)
    gid1 = profile.owner?.gid1
    gid2 = profile.owner?.gid2
    plmns = profile.owner?.plmn.map { [$0] } ?? []
  }

  /// The PLMNs that an IMSI can begin with; the one that the card or its country points to first.
  private static func plmns(of subscriber: Subscriber) -> [String] {
    let said = subscriber.mcc.flatMap { mcc in subscriber.mnc.map { mcc + $0 } }
    if subscriber.mncSource == .efAD, let said { return [said] }
    let possible = [5, 6].compactMap { length in
      subscriber.imsi.flatMap { $0.count > length ? String($0.prefix(length)) : nil }
    }
    guard let said else { return possible }
    return [said] + possible.filter { $0 != said }
  }
}

extension CardSnapshot {
  /// The profile whose subscription the card shows.
  fileprivate var enabledProfile: Profile? {
    let profiles = euiccs.flatMap { $0.profiles ?? [] }
    return profiles.first { $0.iccid != nil && $0.iccid == iccid }
      ?? profiles.first { $0.state == .enabled && iccid == nil }
  }
}
