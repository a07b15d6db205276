/// What the registration files of a card say, without their bytes: the input of the rules R1 to R8.
///
/// An absent member was not read, or is not on the card.
public struct RegistrationFacts: Codable, Equatable, Sendable {
  /// Circuit switched: EF.LOCI.
  public var cs: Domain?
  /// Packet switched: EF.PSLOCI, or EF.LOCIGPRS of a 2G card.
  public var ps: Domain?
  /// 4G: EF.EPSLOCI.
  public var eps: Domain?
  /// 5G: EF.5GS3GPPLOCI.
  public var fiveG: Domain?
  /// EF.FPLMN: networks that refused the card, as MCC and MNC; empty where the file is blank.
  public var forbiddenPLMNs: [String]?
  /// The home networks: that of the IMSI and those of EF.EHPLMN, as MCC and MNC.
  public var homePLMNs: [String]

  /// Nothing read yet.
  public init(homePLMNs: [String] = []) { self.homePLMNs = homePLMNs }

  /// What one location information file says.
  public struct Domain: Codable, Equatable, Sendable {
    /// The update status.
    public var status: Status
    /// The network of the last location, as MCC and MNC; absent where it is blank.
    public var plmn: String?
    /// Whether a temporary identity stands in it (TMSI, P-TMSI, GUTI): not FF, not erased.
    public var hasIdentity: Bool
    /// Whether it is as the factory left it: no identity, no location, never updated.
    public var isFactoryShaped: Bool
    /// Whether every byte is FF: no phone writes that.
    public var isAllFF: Bool
    /// Whether the location was deleted: LAC 0000 or FFFE after use, or a GUTI header (0BF6)
    /// without a GUTI.
    public var isLocationDeleted: Bool
    /// Whether there is no valid key: KSI or CKSN 7; absent where the key file was not read.
    public var hasNoKey: Bool?
    /// Anything that differs when the file's bytes differ, such as a keyed hash of them.
    public var digest: String?

    /// What a file says.
    public init(
      _ status: Status, plmn: String? = nil, hasIdentity: Bool = false,
      isFactoryShaped: Bool = false, isAllFF: Bool = false, isLocationDeleted: Bool = false,
      hasNoKey: Bool? = nil, digest: String? = nil
    ) {
      self.status = status
      self.plmn = plmn
      self.hasIdentity = hasIdentity
      self.isFactoryShaped = isFactoryShaped
      self.isAllFF = isAllFF
      self.isLocationDeleted = isLocationDeleted
      self.hasNoKey = hasNoKey
      self.digest = digest
    }
  }

  /// An update status. An open list: keep unknown ones.
  public struct Status: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Registered at last use.
    public static let updated = Status(rawValue: "updated")
    /// Not registered at last use.
    public static let notUpdated = Status(rawValue: "notUpdated")
    /// Refused: the network.
    public static let plmnNotAllowed = Status(rawValue: "plmnNotAllowed")
    /// Refused: the location area or routing area.
    public static let areaNotAllowed = Status(rawValue: "areaNotAllowed")
    /// Refused: roaming, in 4G and 5G.
    public static let roamingNotAllowed = Status(rawValue: "roamingNotAllowed")
    /// A value that the specification keeps for itself.
    public static let reserved = Status(rawValue: "reserved")

    /// Whether a network refused the card.
    var isRefusal: Bool { [.plmnNotAllowed, .areaNotAllowed, .roamingNotAllowed].contains(self) }
  }
}

extension RegistrationFacts {
  /// The domains that were read with the files they come from, the newest generation first: a
  /// phone that only uses LTE leaves the older files as they were.
  var domains: [(file: String, domain: Domain)] {
    [
      ("EF.5GS3GPPLOCI", fiveG), ("EF.EPSLOCI", eps), ("EF.PSLOCI", ps), ("EF.LOCI", cs),
    ].compactMap { file, domain in domain.map { (file, $0) } }
  }
}
