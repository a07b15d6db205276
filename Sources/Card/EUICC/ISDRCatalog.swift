/// The names under which eUICCs answer, in the order in which they are tried.
public enum ISDRCatalog {
  /// One name.
  public struct Entry: Hashable, Sendable {
    /// Who uses it.
    public var vendor: String
    /// The application's name.
    public var aid: AID
  }

  /// The name that GSMA SGP.22 §2.2.3 gives every ISD-R.
  public static let standard = Entry(
    vendor: "GSMA", aid: AID([0xA0, 0, 0, 0x05, 0x59, 0x10, 0x10] + standardSuffix))

  /// Names of vendors' own, as seen on their cards.
  public static let vendors: [Entry] = [
    ("5ber", "A0000005591010FFFFFFFF8900050500"),
    ("eSIM.me", "A0000005591010000000008900000300"),
    ("eSIM.me", "A0000005591010000000890000000300"),
    ("XeSIM", "A0000005591010FFFFFFFF8900000177"),
    ("LinksField", "A000000559104C696E6B736669656C64"),
    (eSTK, "A06573746B6D65FFFF4953442D522030"),
    (eSTK, "A06573746B6D65FFFF4953442D522031"),
    (eSTK, "A06573746B6D65FFFFFFFF4953442D52"),
    ("GlocalMe", "A0000006281010FFFFFFFF8900000100"),
  ].compactMap { vendor, hex in [UInt8](hex: hex).map { Entry(vendor: vendor, aid: AID($0)) } }

  /// Beginnings that several names share: where a card has nothing that begins like that, it has none of
  /// them.
  static let beginnings: [AID] = [
    AID([0xA0, 0, 0, 0x05, 0x59, 0x10]), AID([0xA0] + Array("estkme".utf8)),
  ]

  /// All names in the order in which they are tried, those with one beginning together; a name that shares
  /// none stands alone.
  static let families: [(beginning: AID?, names: [Entry])] = {
    let all = [standard] + vendors
    let shared = beginnings.map { beginning in
      (Optional(beginning), all.filter { $0.aid.hasPrefix(beginning) })
    }
    let others = all.filter { entry in !beginnings.contains { entry.aid.hasPrefix($0) } }
    return shared + others.map { (nil, [$0]) }
  }()

  /// Other names worth trying once `entry` has answered: a card of several secure elements has one
  /// for each.
  public static func siblings(of entry: Entry) -> [Entry] {
    vendors.filter { $0.vendor == entry.vendor && $0 != entry }
  }

  /// Names worth trying on a card whose maker signs its answer to reset, even when the standard
  /// name has answered.
  public static func signed(in answerToReset: [UInt8]) -> [Entry] {
    vendors.filter { $0.vendor == eSTK && answerToReset.contains(eSTKSignature) }
  }

  private static let eSTK = "eSTK.me"
  private static let eSTKSignature = Array("estk.me".utf8)
  private static let standardSuffix: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x89, 0x00, 0x00, 0x01, 0x00,
  ]
}
