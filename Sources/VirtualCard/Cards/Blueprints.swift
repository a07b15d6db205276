/// The cards that the named ones are made from.
extension CardBlueprint {
  static let chinaMobile = CardBlueprint(subscription: .chinaMobile)

  static let plainSIM = CardBlueprint(subscription: .british)

  static let travelEUICC = CardBlueprint(
    elements: [
      SecureElement(
        eid: "89049032000000000000012600041755",
        profiles: [.airalo, .hongKong, .orange, .test], defaultSMDP: "smdp.example.com",
        notifications: [
          Notification(
            number: 41, operation: .install, address: "smdp.example.com",
            iccid: StoredProfile.airalo.iccid),
          Notification(
            number: 42, operation: .enable, address: "smdp.example.com",
            iccid: StoredProfile.airalo.iccid),
          Notification(
            number: 43, operation: .delete, address: "rsp.example.hk",
            iccid: "8985203099999999999"),
        ], lastNotificationNumber: 43)
    ])

  static let plainEUICC = CardBlueprint(
    elements: [SecureElement(eid: "89086030000000000000012600063318", profiles: [.singtel])])

  /// Nothing on it yet, and under the root of the test world: profiles can be downloaded.
  static let blankEUICC = CardBlueprint(
    elements: [
      SecureElement(eid: "89049032000000000000012600074735").trusted(.blank, room: 1_572_864)
    ])

  static let twoElements = CardBlueprint(
    elements: [
      SecureElement(
        isdrAID: VendorAID.estkFirst, eid: "89044045000000000000012600085592",
        profiles: [.orange.enabled, .hongKong]),
      SecureElement(
        isdrAID: VendorAID.estkSecond, eid: "35840574000000000000012600096687",
        profiles: [.test]),
    ])

  /// This card with PIN1 on.
  var locked: CardBlueprint { with { $0.pin1.isEnabled = true } }

  /// This card with another SIM.
  func subscribed(_ change: (inout Subscription) -> Void) -> CardBlueprint {
    with { blueprint in
      guard var subscription = blueprint.subscription else { return }
      change(&subscription)
      blueprint.subscription = subscription
    }
  }

  /// This card with another first secure element.
  func holding(_ change: (inout SecureElement) -> Void) -> CardBlueprint {
    with { $0.elements.modify(0, change) }
  }
}

extension SecureElement {
  /// This eUICC with the keys of the test world, whose root it trusts, and with so much room for
  /// profiles.
  func trusted(_ identity: Identity?, room: Int) -> SecureElement {
    var changed = self
    changed.identity = identity
    changed.information.rootKeyIdentifiers = [identity?.root.keyIdentifier].compactMap { $0 ?? [] }
    changed.information.freeNonVolatileMemory = room
    return changed
  }
}

/// AIDs under which makers of removable eUICCs hide the ISD-R.
enum VendorAID {
  static let estkFirst: [UInt8] =
    [0xA0] + Array("estkme".utf8) + [0xFF, 0xFF] + Array("ISD-R 0".utf8)
  static let estkSecond: [UInt8] =
    [0xA0] + Array("estkme".utf8) + [0xFF, 0xFF] + Array("ISD-R 1".utf8)
  static let fiveBer: [UInt8] = Array(ApplicationIdentifier.isdr.dropLast(3)) + [0x05, 0x05, 0x00]
}

extension StoredProfile {
  /// This profile, enabled.
  var enabled: StoredProfile {
    var changed = self
    changed.isEnabled = true
    return changed
  }
}
