import CardState
import FoundationEssentials
import Renewal

/// Registration facts of a card of giffgaff (23410), to be changed into what a test needs.
enum MadeCard {
  static let iccid = "8944110068000000001"
  static let home = "23410"

  /// As the factory left it.
  static var factory: RegistrationFacts {
    var facts = RegistrationFacts(homePLMNs: [home])
    let blank = RegistrationFacts.Domain(.notUpdated, isFactoryShaped: true)
    (facts.cs, facts.ps, facts.eps) = (blank, blank, blank)
    facts.forbiddenPLMNs = []
    return facts
  }

  /// Registered at home at last use.
  static func accepted(_ digest: String? = nil, plmn: String = home) -> RegistrationFacts {
    var facts = factory
    let domain = RegistrationFacts.Domain(
      .updated, plmn: plmn, hasIdentity: true, hasNoKey: false, digest: digest)
    (facts.cs, facts.ps, facts.eps) = (domain, domain, domain)
    return facts
  }

  /// A real refused card: LOCI `ff…fffe03`, PSLOCI `…fe02`, EPSLOCI `…fe01`.
  static func refused(forbidden: [String], plmn: String? = home) -> RegistrationFacts {
    var facts = factory
    facts.cs = .init(.areaNotAllowed, plmn: plmn, isLocationDeleted: true, hasNoKey: true)
    facts.ps = .init(.plmnNotAllowed, plmn: plmn, isLocationDeleted: true, hasNoKey: true)
    facts.eps = .init(.notUpdated, isLocationDeleted: true, hasNoKey: true)
    facts.forbiddenPLMNs = forbidden
    return facts
  }

  static func snapshot(_ text: String, iccid: String? = iccid, profiles: [Profile]? = nil)
    -> CardSnapshot
  {
    var snapshot = CardSnapshot(
      readAt: moment(text), reader: .init(name: "reader", index: 0), atr: "3B", protocol: "T=0")
    snapshot.iccid = iccid
    if let profiles {
      snapshot.euiccs = [
        EUICC(isdrAID: "A0", eid: String(repeating: "8", count: 32), profiles: profiles)
      ]
    }
    return snapshot
  }

  static func reading(_ text: String, _ facts: RegistrationFacts?) -> CardReading {
    CardReading(snapshot(text), registration: facts)
  }

  static func profile(
    _ iccid: String = iccid, _ state: Profile.State = .enabled, class: Profile.Class = .operational
  ) -> Profile {
    var profile = Profile(class: `class`)
    profile.iccid = iccid
    profile.state = state
    return profile
  }

  /// What one read says, or two.
  static func evidence(_ now: RegistrationFacts, before: RegistrationFacts? = nil) -> [Evidence] {
    Evidence.about(
      iccid, newer: reading("2026-06-01T00:00:00Z", now),
      older: before.map { reading("2026-03-01T00:00:00Z", $0) })
  }
}
