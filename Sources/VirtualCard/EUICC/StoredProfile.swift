import Card

/// A profile on a secure element: what its metadata says, and what is behind it.
struct StoredProfile: Hashable, Sendable {
  var iccid: String
  /// The AID of its ISD-P.
  var aid: [UInt8]
  var isEnabled = false
  var nickname: String?
  var serviceProvider: String?
  var name: String?
  var icon: Icon?
  /// Nil leaves the tag out, which means operational.
  var profileClass: ProfileClass? = .operational
  var notificationSettings: [NotificationSetting] = []
  var owner: Owner?
  var smdpProprietaryData: [UInt8]?
  var policyRules: PolicyRules = []
  /// The SIM it becomes when it is enabled.
  var subscription: Subscription?
  /// The profile package that was downloaded, decrypted; empty for a profile that never was.
  var package: [UInt8] = []

  enum ProfileClass: UInt8, Hashable, Sendable {
    case test, provisioning, operational
  }

  struct Icon: Hashable, Sendable {
    /// 0 JPEG, 1 PNG.
    var type: UInt8
    var data: [UInt8]
  }

  struct NotificationSetting: Hashable, Sendable {
    var operations: Notification.Operation
    var address: String
  }

  struct Owner: Hashable, Sendable {
    /// MCC and MNC.
    var plmn: String
    var groupIdentifier1: [UInt8]?
    var groupIdentifier2: [UInt8]?
  }

  /// Profile policy rules, as the bits of a BIT STRING: the first bit is the highest
  /// (SGP.22 annex H, PprIds: bit 0 is for updates of the rules).
  struct PolicyRules: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// PPR1.
    static let disableNotAllowed = PolicyRules(rawValue: 0x40)
    /// PPR2.
    static let deleteNotAllowed = PolicyRules(rawValue: 0x20)
  }
}

extension StoredProfile {
  /// One data object of ProfileInfo; nil when the profile has nothing for it.
  func dataObject(_ tag: BERTLV.Tag) -> [UInt8]? {
    switch tag {
    case 0x5A: BERTLV.encode(tag, Digits.iccid(iccid))
    case 0x4F: BERTLV.encode(tag, aid)
    case 0x9F70: BERTLV.encode(tag, [isEnabled ? 1 : 0])
    case 0x90: nickname.map { BERTLV.encode(tag, Array($0.utf8)) }
    case 0x91: serviceProvider.map { BERTLV.encode(tag, Array($0.utf8)) }
    case 0x92: name.map { BERTLV.encode(tag, Array($0.utf8)) }
    case 0x93: icon.map { BERTLV.encode(tag, [$0.type]) }
    case 0x94: icon.map { BERTLV.encode(tag, $0.data) }
    case 0x95: profileClass.map { BERTLV.encode(tag, [$0.rawValue]) }
    case 0xB6: notificationSettings.isEmpty ? nil : BERTLV.encode(tag, encodedSettings)
    case 0xB7: owner.map { BERTLV.encode(tag, $0.encoded) }
    case 0xB8: smdpProprietaryData.map { BERTLV.encode(tag, $0) }
    case 0x99: policyRules.isEmpty ? nil : BERTLV.encode(tag, namedBits(policyRules.rawValue))
    default: nil
    }
  }

  private var encodedSettings: [UInt8] {
    notificationSettings.flatMap { setting in
      BERTLV.encode(
        0x30, BERTLV.encode(0x80, setting.operations.bitString),
        BERTLV.encode(0x81, Array(setting.address.utf8)))
    }
  }
}

extension StoredProfile.Owner {
  fileprivate var encoded: [UInt8] {
    BERTLV.encode(0x80, Digits.plmn(plmn))
      + (groupIdentifier1.map { BERTLV.encode(0x81, $0) } ?? [])
      + (groupIdentifier2.map { BERTLV.encode(0x82, $0) } ?? [])
  }
}
