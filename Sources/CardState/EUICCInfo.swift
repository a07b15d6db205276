public import Words

/// What an eUICC says of itself (GSMA SGP.22 §5.7.8, EUICCInfo2; SGP.32 §5.9.2 for the Internet of
/// Things). Absent members were not in the answer.
public struct EUICCInfo: Codable, Equatable, Sendable {
  /// The version of profile packages that it understands, such as `2.3.1`.
  public var profilePackageVersion: String?
  /// The version of SGP.22 that it follows.
  public var specificationVersion: String?
  /// The highest version of SGP.22 that it follows, where that is another.
  public var highestSpecificationVersion: String?
  /// The version of its firmware.
  public var firmwareVersion: String?
  /// How much room there is.
  public var memory: Memory?
  /// What the UICC can do, in the specification's words.
  public var uiccCapabilities: [String]?
  /// The version of ETSI TS 102 241, the Java Card interface, that it follows.
  public var ts102241Version: String?
  /// The version of GlobalPlatform that it follows.
  public var globalPlatformVersion: String?
  /// What it can do in remote provisioning, in the specification's words.
  public var rspCapabilities: [String]?
  /// Roots whose certificates it verifies.
  public var verificationRoots: [Root]?
  /// Roots under which it can sign. With none it can't download.
  public var signingRoots: [Root]?
  /// `basicEuicc`, `mediumEuicc`, `contactlessEuicc` or `other`.
  public var category: String?
  /// Policy rules that no profile may bring.
  public var forbiddenPolicyRules: [String]?
  /// The version of the protection profile that it was evaluated by.
  public var protectionProfileVersion: String?
  /// The number of the site's accreditation under GSMA's Security Accreditation Scheme.
  public var sasAccreditationNumber: String?
  /// Its entry in the registry of certified platforms.
  public var certification: Certification?
  /// Properties of its tamper-resistant element.
  public var treProperties: [String]?
  /// What product its tamper-resistant element is.
  public var treProductReference: String?
  /// Further versions of profile packages that it understands.
  public var additionalProfilePackageVersions: [String]?
  /// Where the profile assistant runs: `device` or `euicc`.
  public var ipaMode: String?
  /// What only IoT eUICCs say.
  public var iot: IoT?
  /// Data objects that this version has no name for.
  public var unknown: [RawDataObject]?

  /// Nothing known yet.
  public init() {}

  /// Room on an eUICC (ETSI TS 102 226 §8.2.1.7.2), in bytes.
  public struct Memory: Codable, Equatable, Sendable {
    /// Applications installed.
    public var installedApplications: Int?
    /// Free non-volatile memory, where profiles go.
    public var freeNonVolatile: Int?
    /// Free volatile memory.
    public var freeVolatile: Int?
    /// How many more profiles that is room for, about.
    public var roomForProfiles: Int?
    /// What that number rests on.
    public var basis: Words?

    /// Nothing known yet.
    public init() {}
  }

  /// A root of trust, by the identifier of its key.
  public struct Root: Codable, Equatable, Sendable {
    /// The subject key identifier, as hexadecimal.
    public var keyID: String
    /// Whose it is; absent when not known.
    public var name: String?

    /// Names a root.
    public init(keyID: String, name: String? = nil) {
      self.keyID = keyID
      self.name = name
    }
  }

  /// An entry in the registry of certified platforms.
  public struct Certification: Codable, Equatable, Sendable {
    /// The platform's label.
    public var platformLabel: String?
    /// Where the registry is.
    public var discoveryBaseURL: String?

    /// Describes an entry.
    public init(platformLabel: String? = nil, discoveryBaseURL: String? = nil) {
      self.platformLabel = platformLabel
      self.discoveryBaseURL = discoveryBaseURL
    }
  }

  /// What only eUICCs for the Internet of Things say (SGP.32, IoTSpecificInfo).
  public struct IoT: Codable, Equatable, Sendable {
    /// Versions of SGP.32 that it follows.
    public var versions: [String]
    /// Whether it knows emergency calls of vehicles.
    public var supportsECall: Bool
    /// Whether it can fall back to another profile by itself.
    public var supportsFallback: Bool

    /// Describes an IoT eUICC.
    public init(versions: [String], supportsECall: Bool, supportsFallback: Bool) {
      self.versions = versions
      self.supportsECall = supportsECall
      self.supportsFallback = supportsFallback
    }
  }
}
