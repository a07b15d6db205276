public import Words

/// One secure element that answered as an eUICC (GSMA SGP.22).
public struct EUICC: Codable, Equatable, Sendable {
  /// The AID of the ISD-R that answered, as upper-case hexadecimal.
  public var isdrAID: String
  /// The eUICC's identifier: 32 digits.
  public var eid: String
  /// The eUICC's maker by the EID's prefix; absent when the prefix is not known.
  public var maker: String?
  /// Which of GSMA's architectures it follows; absent when not known.
  public var architecture: Architecture?
  /// The profiles on it; absent when the list was not read. ``unread`` says whether some of them are
  /// missing.
  public var profiles: [Profile]?
  /// What it was asked and gave no usable answer to; absent where there is nothing of the kind.
  public var unread: [UnreadAnswer]?
  /// What it says of itself. This and what follows is in full reads only.
  public var info: EUICCInfo?
  /// The servers that it turns to.
  public var addresses: ConfiguredAddresses?
  /// Which policy rules profiles may bring.
  public var rulesAuthorisationTable: [RuleAuthorisation]?
  /// Reports that wait to be sent.
  public var notifications: [PendingNotification]?
  /// What its maker says of it.
  public var vendorInformation: VendorInformation?

  /// Names an eUICC.
  public init(isdrAID: String, eid: String, maker: String? = nil, profiles: [Profile]? = nil) {
    self.isdrAID = isdrAID
    self.eid = eid
    self.maker = maker
    self.profiles = profiles
  }

  /// GSMA's architectures for eUICCs. An open list: keep unknown ones.
  public struct Architecture: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// For people: SGP.22, managed on the device.
    public static let consumer = Architecture(rawValue: "consumer")
    /// For the Internet of Things: SGP.32, managed by a server.
    public static let iot = Architecture(rawValue: "iot")
    /// For machines: SGP.02, managed by its operator over the air.
    public static let m2m = Architecture(rawValue: "m2m")
  }
}

/// One profile on an eUICC (SGP.22 §5.7.15, ProfileInfo). Absent members were not in the answer.
public struct Profile: Codable, Equatable, Sendable {
  /// The profile's ICCID, 18 to 20 digits.
  public var iccid: String?
  /// The AID of its ISD-P, as upper-case hexadecimal.
  public var aid: String?
  /// Whether it is the profile in use. Not the state of the subscription behind it.
  public var state: State?
  /// What it is for. The specification's default, operational, is filled in.
  public var `class`: Class
  /// The name its owner gave it.
  public var nickname: String?
  /// The service provider's name.
  public var serviceProvider: String?
  /// The profile's name.
  public var name: String?
  /// The icon.
  public var icon: Icon?
  /// The network that owns it.
  public var owner: Owner?
  /// Where changes of its state are reported to.
  public var notificationSettings: [NotificationSetting]?
  /// What its owner forbids, such as `disableNotAllowed`.
  public var policyRules: [String]?
  /// Data of the SM-DP+ that issued it, as hexadecimal.
  public var smdpProprietaryData: String?
  /// Access rules of the profile (tag BF76), as hexadecimal.
  public var accessRules: String?
  /// Data objects that this version has no name for.
  public var unknown: [RawDataObject]?

  /// A profile of which nothing but the class is known.
  public init(class: Class = .operational) { self.class = `class` }

  /// SGP.22 ProfileState. An open list: keep unknown ones.
  public struct State: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// In use.
    public static let enabled = State(rawValue: "enabled")
    /// Stored, not in use.
    public static let disabled = State(rawValue: "disabled")
  }

  /// SGP.22 ProfileClass. An open list: keep unknown ones.
  public struct Class: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// For tests of the device.
    public static let test = Class(rawValue: "test")
    /// For fetching other profiles.
    public static let provisioning = Class(rawValue: "provisioning")
    /// A subscriber's line.
    public static let operational = Class(rawValue: "operational")
  }

  /// A profile's icon.
  public struct Icon: Codable, Equatable, Sendable {
    /// `jpeg` or `png`.
    public var type: String
    /// The image, as hexadecimal.
    public var data: String?

    /// Describes an icon.
    public init(type: String, data: String? = nil) {
      self.type = type
      self.data = data
    }
  }

  /// The network that owns a profile (SGP.22 OperatorId).
  public struct Owner: Codable, Equatable, Sendable {
    /// MCC and MNC, five or six digits.
    public var plmn: String?
    /// Group identifier level 1, as hexadecimal.
    public var gid1: String?
    /// Group identifier level 2, as hexadecimal.
    public var gid2: String?

    /// Names an owner.
    public init(plmn: String? = nil, gid1: String? = nil, gid2: String? = nil) {
      self.plmn = plmn
      self.gid1 = gid1
      self.gid2 = gid2
    }
  }

  /// Where changes of a profile's state are reported to (NotificationConfigurationInformation).
  public struct NotificationSetting: Codable, Equatable, Sendable {
    /// `install`, `enable`, `disable`, `delete`.
    public var operations: [String]
    /// The server's name.
    public var address: String?

    /// Describes a setting.
    public init(operations: [String], address: String?) {
      self.operations = operations
      self.address = address
    }
  }
}

/// A data object kept as it came.
public struct RawDataObject: Codable, Equatable, Sendable {
  /// The tag, as hexadecimal.
  public var tag: String
  /// The value, as hexadecimal.
  public var value: String

  /// Keeps a data object.
  public init(tag: String, value: String) {
    self.tag = tag
    self.value = value
  }
}

extension Profile.State {
  /// The state in words; one of a newer version is another state.
  public var words: Words {
    switch self {
    case .enabled: Words("enabled")
    case .disabled: Words("disabled")
    default: Words("another state")
    }
  }
}

extension Profile.Class {
  /// What the profile is for; a class of a newer version is another one.
  public var words: Words {
    switch self {
    case .test: Words("test")
    case .provisioning: Words("provisioning")
    case .operational: Words("operational")
    default: Words("another class")
    }
  }
}
