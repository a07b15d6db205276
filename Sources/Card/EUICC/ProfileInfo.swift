public import CardState

/// ProfileInfo (GSMA SGP.22 §5.7.15): what an eUICC says of one profile.
public enum ProfileInfo {
  /// The tag of each.
  public static let tag: BERTLV.Tag = 0xE3

  /// The data objects that tell a profile from others, and whose line it is.
  public static let identifyingTags: [BERTLV.Tag] = [
    0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x95, 0xB7, 0x99,
  ]

  /// The icon and its type.
  static let iconTags: [BERTLV.Tag] = [0x93, 0x94]

  /// What is left: where changes are reported to, data of the server, access rules.
  static let detailTags: [BERTLV.Tag] = [0xB6, 0xB8, 0xBF76]

  /// All data objects that the specification names.
  public static let allTags: [BERTLV.Tag] = identifyingTags + iconTags + detailTags

  /// Understands one ProfileInfo. Data objects without a name here are kept raw, and so is one that
  /// is not as the specification says: the others still tell whose profile it is.
  ///
  /// - Throws: When it can't be taken apart into data objects.
  public static func decode(_ object: BERTLV) throws(ParseError) -> Profile {
    var profile = Profile()
    for part in try object.children() {
      do throws(ParseError) {
        if try note(part, in: &profile) { continue }
      } catch {}
      let raw = RawDataObject(tag: part.tag.description, value: part.value.hex)
      profile.unknown = (profile.unknown ?? []) + [raw]
    }
    return profile
  }

  /// Understands what a server says of a profile before it is downloaded (§5.5.3, StoreMetadataRequest):
  /// the same data objects in a `BF25`.
  public static func decode(metadata bytes: [UInt8]) throws(ParseError) -> Profile {
    try decode(try BERTLV.only(0xBF25, in: bytes))
  }

  /// The data objects of a profile that have a name here and were not as the specification says.
  static func misunderstood(_ profile: Profile) -> [BERTLV.Tag] {
    let kept = Set((profile.unknown ?? []).map(\.tag))
    return allTags.filter { kept.contains($0.description) }
  }

  /// Puts a data object where it belongs. False when it has no place.
  private static func note(
    _ part: BERTLV, in profile: inout Profile
  ) throws(ParseError) -> Bool {
    switch part.tag {
    case 0x5A: profile.iccid = try ICCID(part).digits
    case 0x4F: profile.aid = part.value.hex
    case 0x9F70: profile.state = try state(part)
    case 0x90: profile.nickname = part.text
    case 0x91: profile.serviceProvider = part.text
    case 0x92: profile.name = part.text
    case 0x93:
      let type = try part.number() == 0 ? "jpeg" : "png"
      profile.icon = Profile.Icon(type: type, data: profile.icon?.data)
    case 0x94:
      profile.icon = Profile.Icon(type: profile.icon?.type ?? "unknown", data: part.value.hex)
    case 0x95: profile.class = try `class`(part)
    case 0xB6: profile.notificationSettings = try notificationSettings(part)
    case 0xB7: profile.owner = try OperatorID.decode(try part.children())
    case 0xB8: profile.smdpProprietaryData = part.value.hex
    case 0x99: profile.policyRules = NamedBits.names(PolicyRules.names, in: part.value)
    case 0xBF76: profile.accessRules = part.value.hex
    default: return false
    }
    return true
  }

  private static func state(_ part: BERTLV) throws(ParseError) -> Profile.State {
    switch try part.number() {
    case 0: .disabled
    case 1: .enabled
    case let other: Profile.State(rawValue: "unknown-\(other)")
    }
  }

  private static func `class`(_ part: BERTLV) throws(ParseError) -> Profile.Class {
    switch try part.number() {
    case 0: .test
    case 1: .provisioning
    case 2: .operational
    case let other: Profile.Class(rawValue: "unknown-\(other)")
    }
  }

  /// NotificationConfigurationInformation: `30 {80 events, 81 address}` each.
  private static func notificationSettings(
    _ part: BERTLV
  ) throws(ParseError) -> [Profile.NotificationSetting] {
    var settings: [Profile.NotificationSetting] = []
    for setting in try part.children() {
      let members = try setting.children()
      settings.append(
        Profile.NotificationSetting(
          operations: members.first(0x80).map {
            NamedBits.names(NotificationMetadata.operations, in: $0.value)
          }
            ?? [],
          address: members.first(0x81)?.text))
    }
    return settings
  }
}
