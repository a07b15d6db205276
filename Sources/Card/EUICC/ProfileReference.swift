public import CardState
public import Words

/// A profile by what names it on its eUICC.
public struct ProfileReference: Hashable, Sendable {
  /// One way to name it (GSMA SGP.22 §5.7.16).
  public struct Name: Hashable, Sendable {
    /// What kind of name, for people.
    public var kind: Words
    /// Its data object.
    var object: [UInt8]

    static let byICCID = Words("by ICCID")

    /// By ICCID, filled up to ten bytes as cards store it. Nil when it can't be one.
    public static func iccid(_ digits: String) -> Name? {
      SwappedNibbles.encode(digits, count: 10).map {
        Name(kind: byICCID, object: BERTLV.encode(0x5A, $0))
      }
    }

    /// By the name of its ISD-P. Nil when it can't be one.
    public static func aid(_ hex: String) -> Name? {
      [UInt8](hex: hex).map { Name(kind: Words("by AID"), object: BERTLV.encode(0x4F, $0)) }
    }
  }

  private let iccid: String?
  private let aid: String?

  /// Names a profile as a read found it.
  public init(_ profile: Profile) {
    iccid = profile.iccid
    aid = profile.aid
  }

  /// The ways to name it, the usual one first.
  public var names: [Name] {
    [iccid.flatMap(Name.iccid), aid.flatMap(Name.aid)].compactMap { $0 }
  }

  /// The profile among others. Nil when it is not there.
  public func find(in profiles: [Profile]) -> Profile? {
    profiles.first { iccid != nil ? $0.iccid == iccid : $0.aid == aid && aid != nil }
  }
}
