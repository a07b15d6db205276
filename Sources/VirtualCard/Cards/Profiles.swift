/// The profiles of the built-in eUICCs.
extension StoredProfile {
  /// Travel data, used up, with the date typed into the nickname.
  static let airalo = StoredProfile(
    iccid: Subscription.travel.iccid, aid: ApplicationIdentifier.isdp(1), isEnabled: true,
    nickname: "airalo expires 5/25", serviceProvider: "Airalo", name: "Discover Global",
    icon: .dot,
    notificationSettings: [
      NotificationSetting(
        operations: [.install, .enable, .disable, .delete], address: "smdp.example.com")
    ],
    owner: Owner(plmn: "23450"), subscription: .travel)

  /// A Hong Kong line with a Chinese nickname.
  static let hongKong = StoredProfile(
    iccid: "8985203012345678902", aid: ApplicationIdentifier.isdp(2), nickname: "出差 🇭🇰 每90天充值",
    serviceProvider: "3HK", name: "3 Prepaid",
    notificationSettings: [
      NotificationSetting(operations: [.install, .delete], address: "rsp.example.hk")
    ],
    owner: Owner(plmn: "45403"),
    subscription: Subscription(
      iccid: "8985203012345678902", imsi: "454031234567890", serviceProvider: "3",
      number: "+85291234567", languages: ["zh", "en"], serviceCentre: "+85264002000"))

  /// A French line that its owner does not let be deleted.
  static let orange = StoredProfile(
    iccid: Subscription.french.iccid, aid: ApplicationIdentifier.isdp(3),
    serviceProvider: "Orange", name: "Orange Holiday",
    notificationSettings: [
      NotificationSetting(operations: [.enable, .disable], address: "smdp.example.fr")
    ],
    owner: Owner(plmn: "20801", groupIdentifier1: [0x33]),
    smdpProprietaryData: [0x06, 0x03, 0x2A, 0x03, 0x04],
    policyRules: [.deleteNotAllowed], subscription: .french)

  /// A profile for tests of the device.
  static let test = StoredProfile(
    iccid: "8900101234567890120", aid: ApplicationIdentifier.isdp(4),
    serviceProvider: "Test network", name: "Generic test profile", profileClass: .test,
    subscription: Subscription(
      iccid: "8900101234567890120", imsi: "001010123456789", registration: .neverUsed))

  /// A line in Singapore, with the least that a profile says of itself.
  static let singtel = StoredProfile(
    iccid: Subscription.singaporean.iccid, aid: ApplicationIdentifier.isdp(1), isEnabled: true,
    serviceProvider: "Singtel", name: "hi!Card", profileClass: nil, subscription: .singaporean)

  /// One of many.
  static func numbered(_ number: Int) -> StoredProfile {
    let text = String(number)
    let account = String(repeating: "0", count: 9 - text.count) + text
    return StoredProfile(
      iccid: Digits.withLuhnDigit("894450990" + account),
      aid: ApplicationIdentifier.isdp(UInt8(truncatingIfNeeded: number)),
      nickname: number.isMultiple(of: 3) ? "trip \(number)" : nil,
      serviceProvider: "Provider \(number % 7)", name: "Data plan \(number)")
  }
}

extension StoredProfile.Icon {
  /// A PNG of one grey dot.
  static let dot = StoredProfile.Icon(
    type: 1,
    data: [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
      0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A,
      0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68,
      0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 0x49,
      0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ])
}
