import Card
internal import Words

extension StoredProfile {
  /// What StoreMetadata and ConfigureISDP say of a profile (SGP.22 §5.5.2, §5.5.3); it has no place
  /// on the eUICC yet.
  init(metadata: BERTLV, configuration: BERTLV) throws(ParseError) {
    let parts = try metadata.children()
    guard let iccid = parts.first(0x5A) else {
      throw ParseError(.missing(0x5A), at: metadata.offset)
    }
    guard iccid.value.count == 10 else {
      throw ParseError(.invalid(Words("ICCID")), at: iccid.offset)
    }
    self.init(iccid: SwappedNibbles.digits(iccid.value), aid: [], profileClass: nil)
    serviceProvider = try Self.text(parts, 0x91, upTo: 32)
    name = try Self.text(parts, 0x92, upTo: 64)
    icon = try Self.icon(parts)
    if let number = try parts.first(0x95)?.number() {
      guard let known = UInt8(exactly: number).flatMap(ProfileClass.init) else {
        throw ParseError(.invalid(Words("profile class")), at: metadata.offset)
      }
      profileClass = known
    }
    for setting in try parts.first(0xB6)?.children() ?? [] {
      var members = try Members(of: setting)
      let operations = try members.next(0x80).value.dropFirst().first ?? 0
      notificationSettings.append(
        NotificationSetting(
          operations: Notification.Operation(rawValue: operations),
          address: try members.next(0x81).text))
    }
    owner = try parts.first(0xB7).map { object throws(ParseError) in try Owner(object) }
    policyRules = PolicyRules(rawValue: parts.first(0x99)?.value.dropFirst().first ?? 0)
    smdpProprietaryData = try configuration.children().first(0xB8).map { Array($0.value) }
  }

  /// A name that has to be there, perhaps empty.
  private static func text(_ parts: [BERTLV], _ tag: BERTLV.Tag, upTo limit: Int)
    throws(ParseError) -> String
  {
    guard let object = parts.first(tag) else { throw ParseError(.missing(tag), at: 0) }
    guard let text = String(validating: object.value, as: UTF8.self), text.count <= limit else {
      throw ParseError(.invalid(Words("name")), at: object.offset)
    }
    return text
  }

  private static func icon(_ parts: [BERTLV]) throws(ParseError) -> Icon? {
    guard let data = parts.first(0x94) else { return nil }
    guard let type = parts.first(0x93)?.value.first, data.value.count <= 1024 else {
      throw ParseError(.invalid(Words("icon")), at: data.offset)
    }
    return Icon(type: type, data: Array(data.value))
  }
}

extension StoredProfile.Owner {
  /// OperatorId: MCC and MNC as in 3GPP TS 24.008 §10.5.1.13, and the group identifiers.
  fileprivate init(_ object: BERTLV) throws(ParseError) {
    var members = try Members(of: object)
    let nibbles = SwappedNibbles.text(try members.next(0x80).value)
    let third = nibbles.dropFirst(3).prefix(1)
    plmn = String(nibbles.prefix(3) + nibbles.dropFirst(4) + (third == "F" ? "" : third))
    groupIdentifier1 = members.optional(0x81).map { Array($0.value) }
    groupIdentifier2 = members.optional(0x82).map { Array($0.value) }
  }
}
