/// What a phone and the networks left on the card when they registered it. An absent member was not
/// read, or is not on the card.
///
/// The temporary identities themselves are in the files' raw bytes alone, and keys nowhere.
public struct Registration: Codable, Equatable, Sendable {
  /// For calls: EF.LOCI.
  public var cs: Domain?
  /// For data before LTE: EF.PSLOCI, or EF.LOCIGPRS of a 2G card.
  public var ps: Domain?
  /// LTE: EF.EPSLOCI.
  public var eps: Domain?
  /// 5G over its own radio: EF.5GS3GPPLOCI.
  public var fiveG: Domain?
  /// 5G over other radios: EF.5GSN3GPPLOCI.
  public var fiveGNon3GPP: Domain?
  /// EF.FPLMN: networks that refused the card, as MCC and MNC. Empty where the file is blank.
  public var forbiddenPLMNs: [String]?
  /// Networks that count as home, as MCC and MNC: of the IMSI, EF.EHPLMN, EF.HPLMNwAcT and EF.SPDI.
  public var homePLMNs: [String]

  /// Nothing read yet.
  public init(homePLMNs: [String] = []) { self.homePLMNs = homePLMNs }

  /// What one location information file says, with the keys that go with it.
  public struct Domain: Codable, Equatable, Sendable {
    /// How the last try to register went.
    public var status: Status
    /// The network of the last area, as MCC and MNC.
    public var plmn: String?
    /// Whether a temporary identity (TMSI, P-TMSI, GUTI) stands in it: a network had accepted the
    /// card.
    public var hasIdentity: Bool
    /// What the area code says besides where: `valid`, `unused`, `deleted`.
    public var area: String
    /// Whether what was there was deleted: an area code of FFFE, or the header of a GUTI without one.
    public var isDeleted: Bool
    /// Whether it is as the factory left it: no identity, no area, never updated.
    public var isFactoryShaped: Bool
    /// Whether every byte is FF. No phone writes that.
    public var isBlank: Bool
    /// Which keys go with it, 0 to 6; 7 means none (KSI, CKSN).
    public var keySetIdentifier: Int?
    /// Whether there are bytes in the place of the keys.
    public var hasKeys: Bool?

    /// What a file says.
    public init(
      _ status: Status, plmn: String? = nil, hasIdentity: Bool = false, area: String = "unused",
      isDeleted: Bool = false, isFactoryShaped: Bool = false, isBlank: Bool = false
    ) {
      self.status = status
      self.plmn = plmn
      self.hasIdentity = hasIdentity
      self.area = area
      self.isDeleted = isDeleted
      self.isFactoryShaped = isFactoryShaped
      self.isBlank = isBlank
    }
  }

  /// How the last try to register went. An open list: keep unknown ones.
  public struct Status: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A network accepted the card.
    public static let updated = Status(rawValue: "updated")
    /// No answer came, or the card is new.
    public static let notUpdated = Status(rawValue: "notUpdated")
    /// The network or the home network refused it.
    public static let plmnNotAllowed = Status(rawValue: "plmnNotAllowed")
    /// The network refused it in that location area.
    public static let locationAreaNotAllowed = Status(rawValue: "locationAreaNotAllowed")
    /// The network refused it in that routing area.
    public static let routingAreaNotAllowed = Status(rawValue: "routingAreaNotAllowed")
    /// LTE and 5G: the network or the home network refused it, or roaming there.
    public static let roamingNotAllowed = Status(rawValue: "roamingNotAllowed")
    /// A code that the specification keeps free.
    public static let reserved = Status(rawValue: "reserved")

    /// Whether a network said no.
    public var isRefusal: Bool {
      [.plmnNotAllowed, .locationAreaNotAllowed, .routingAreaNotAllowed, .roamingNotAllowed]
        .contains(self)
    }
  }
}
