import CardState
import Testing

/// What a read of a built-in card must find, written from the card's definition.
struct ExpectedCard: Sendable, CustomTestStringConvertible {
  var name: String
  var kind = CardSnapshot.Kind.usim
  var transmissionProtocol = "T=0"
  var iccid: String?
  var imsi: String?
  var mcc: String?
  var mnc: String?
  var mncSource: Subscriber.MNCSource? = .efAD
  var spn: String?
  var pinEnabled: Bool? = false
  var warnings: [String] = []
  var euiccs: [ExpectedEUICC] = []

  var testDescription: String { name }

  func verify(_ card: CardSnapshot, sourceLocation: SourceLocation = #_sourceLocation) {
    let subscriber = card.subscriber
    #expect(card.kind == kind, sourceLocation: sourceLocation)
    #expect(card.protocol == transmissionProtocol, sourceLocation: sourceLocation)
    #expect(card.iccid == iccid, sourceLocation: sourceLocation)
    #expect(subscriber?.imsi == imsi, sourceLocation: sourceLocation)
    #expect(subscriber?.mcc == mcc, sourceLocation: sourceLocation)
    #expect(subscriber?.mnc == mnc, sourceLocation: sourceLocation)
    #expect(subscriber?.mncSource == (mnc == nil ? nil : mncSource), sourceLocation: sourceLocation)
    #expect(subscriber?.spn == spn, sourceLocation: sourceLocation)
    #expect(card.pin?.pin1.enabled == pinEnabled, sourceLocation: sourceLocation)
    #expect(
      card.pin?.pin1.triesLeft == (pinEnabled == nil ? nil : 3), sourceLocation: sourceLocation)
    #expect(card.warnings.map(\.code) == warnings, sourceLocation: sourceLocation)
    #expect(card.euiccs.map(ExpectedEUICC.init) == euiccs, sourceLocation: sourceLocation)
  }
}

/// The part of an eUICC's state that every test compares.
struct ExpectedEUICC: Equatable {
  var isdrAID = "A0000005591010FFFFFFFF8900000100"
  var eid: String
  var profiles: [ExpectedProfile]

  init(
    isdrAID: String = "A0000005591010FFFFFFFF8900000100", eid: String, _ profiles: [ExpectedProfile]
  ) {
    self.isdrAID = isdrAID
    self.eid = eid
    self.profiles = profiles
  }

  init(_ euicc: EUICC) {
    isdrAID = euicc.isdrAID
    eid = euicc.eid
    profiles = (euicc.profiles ?? []).map(ExpectedProfile.init)
  }
}

/// The part of a profile's state that every test compares.
struct ExpectedProfile: Equatable {
  var iccid: String?
  var state: Profile.State?
  var `class`: Profile.Class
  var nickname: String?
  var serviceProvider: String?
  var owner: String?

  init(
    _ iccid: String, _ state: Profile.State = .disabled, class: Profile.Class = .operational,
    nickname: String? = nil, by serviceProvider: String, owner: String? = nil
  ) {
    self.iccid = iccid
    self.state = state
    self.class = `class`
    self.nickname = nickname
    self.serviceProvider = serviceProvider
    self.owner = owner
  }

  init(_ profile: Profile) {
    iccid = profile.iccid
    state = profile.state
    `class` = profile.class
    nickname = profile.nickname
    serviceProvider = profile.serviceProvider
    owner = profile.owner?.plmn
  }
}
