import CardState
import FoundationEssentials
import Renewal

/// Registration of a card of giffgaff (23410), to be changed into what a test needs.
enum MadeCard {
  static let iccid = "8944110068000000001"
  static let home = "23410"

  /// Registration, with bytes that stand for those of its files.
  struct Made {
    var registration: Registration
    var bytes: String?
  }

  /// As the factory left it.
  static var factory: Made {
    var registration = Registration(homePLMNs: [home])
    let blank = Registration.Domain(.notUpdated, isFactoryShaped: true)
    (registration.cs, registration.ps, registration.eps) = (blank, blank, blank)
    registration.forbiddenPLMNs = []
    return Made(registration: registration)
  }

  /// Registered at home at last use.
  static func accepted(_ bytes: String? = nil, plmn: String = home) -> Made {
    var made = factory
    var domain = Registration.Domain(.updated, plmn: plmn, hasIdentity: true, area: "valid")
    domain.keySetIdentifier = 1
    (made.registration.cs, made.registration.ps, made.registration.eps) = (domain, domain, domain)
    made.bytes = bytes
    return made
  }

  /// A real refused card: LOCI `ff…fffe03`, PSLOCI `…fe02`, EPSLOCI `…fe01`.
  static func refused(forbidden: [String], plmn: String? = home) -> Made {
    func domain(_ status: Registration.Status, plmn: String?) -> Registration.Domain {
      var domain = Registration.Domain(status, plmn: plmn, area: "deleted", isDeleted: true)
      domain.keySetIdentifier = 7
      return domain
    }
    var made = factory
    made.registration.cs = domain(.locationAreaNotAllowed, plmn: plmn)
    made.registration.ps = domain(.plmnNotAllowed, plmn: plmn)
    made.registration.eps = domain(.notUpdated, plmn: nil)
    made.registration.forbiddenPLMNs = forbidden
    return made
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

  static func reading(_ text: String, _ made: Made?) -> CardReading {
    reading(snapshot(text), made)
  }

  static func reading(_ snapshot: CardSnapshot, _ made: Made?) -> CardReading {
    var snapshot = snapshot
    snapshot.registration = made?.registration
    var file = FileSnapshot(path: "ADF.USIM/6FE3", name: "EF.EPSLOCI", status: .read)
    file.raw = made?.bytes
    snapshot.files = [file]
    return CardReading(snapshot)
  }

  static func profile(
    _ iccid: String = iccid, _ state: Profile.State = .enabled, class: Profile.Class = .operational
  ) -> Profile {
    var profile = Profile(class: `class`)
    profile.iccid = iccid
    profile.state = state
    return profile
  }
}
