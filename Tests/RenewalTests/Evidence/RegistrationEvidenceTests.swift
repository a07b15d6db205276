import CardState
import FoundationEssentials
import Renewal
import Testing

/// The rules R1 to R8 over snapshots put together by hand, their cautions included.
struct RegistrationEvidenceTests {
  private func snapshot(
    iccid: String = "8944110123456789013", at seconds: Double = 0, raw: String = "00",
    _ change: (inout Registration) -> Void
  ) -> CardReading {
    var snapshot = CardSnapshot(
      readAt: Date(timeIntervalSince1970: seconds), reader: .init(name: "", index: 0), atr: "",
      protocol: "T=0")
    snapshot.iccid = iccid
    var registration = Registration(homePLMNs: ["23410"])
    registration.forbiddenPLMNs = []
    change(&registration)
    snapshot.registration = registration
    var file = FileSnapshot(path: "ADF.USIM/6FE3", name: "EF.EPSLOCI", status: .read)
    file.raw = raw
    snapshot.files = [file]
    return CardReading(snapshot)
  }

  private func rules(
    _ newer: CardReading, after older: CardReading? = nil, knownHosts: Set<String> = []
  ) -> [String] {
    Evidence.ofRegistration(in: newer, after: older, knownHosts: knownHosts).map {
      "\($0.rule.rawValue) \($0.says.rawValue) \($0.strength.rawValue)"
    }
  }

  private func accepted(by plmn: String) -> Registration.Domain {
    .init(.updated, plmn: plmn, hasIdentity: true, area: "valid")
  }

  private func refused(
    _ status: Registration.Status, by plmn: String, key: Int? = 7
  ) -> Registration.Domain {
    var domain = Registration.Domain(status, plmn: plmn, area: "deleted", isDeleted: true)
    domain.keySetIdentifier = key
    return domain
  }

  private let factory = Registration.Domain(.notUpdated, isFactoryShaped: true)

  @Test func acceptedAtHomeIsR1() {
    #expect(rules(snapshot { $0.eps = accepted(by: "23410") }) == ["R1 wasAlive strong"])
  }

  @Test func acceptedByAStrangerSaysNothingUnlessItIsAKnownHost() {
    let abroad = snapshot { $0.eps = accepted(by: "26201") }
    #expect(rules(abroad).isEmpty)
    #expect(rules(abroad, knownHosts: ["26201"]) == ["R1 wasAlive strong"])
  }

  @Test func hostsAreAskedForOnlyWhereTheHomeDoesNotTell() {
    var questions = 0
    func hosts() -> Set<String> {
      questions += 1
      return []
    }
    let home = snapshot { $0.eps = accepted(by: "23410") }
    #expect(!Evidence.ofRegistration(in: home, knownHosts: hosts()).isEmpty)
    #expect(questions == 0)
    let abroad = snapshot { $0.eps = accepted(by: "26201") }
    #expect(Evidence.ofRegistration(in: abroad, knownHosts: hosts()).isEmpty)
    #expect(questions == 1)
  }

  @Test func aStatusWithoutIdentityIsNotAccepted() {
    #expect(rules(snapshot { $0.eps = .init(.updated, plmn: "23410") }).isEmpty)
  }

  @Test func aChangeBetweenReadsIsR2() {
    let before = snapshot(at: 0, raw: "01") { $0.eps = accepted(by: "23410") }
    let after = snapshot(at: 86400, raw: "02") { $0.eps = accepted(by: "23410") }
    let evidence = Evidence.ofRegistration(in: after, after: before)
    #expect(evidence.map(\.rule) == [.acceptedBetweenReads])
    #expect(evidence.first?.since == before.readAt)
    #expect(evidence.first?.strength == .strongest)
  }

  @Test func noChangeAndOtherCardsAndLaterReadsAreNotR2() {
    let after = snapshot(at: 10, raw: "01") { $0.eps = accepted(by: "23410") }
    let same = snapshot(at: 0, raw: "01") { $0.eps = accepted(by: "23410") }
    let other = snapshot(iccid: "89", at: 0, raw: "02") { $0.eps = accepted(by: "23410") }
    let later = snapshot(at: 20, raw: "02") { $0.eps = accepted(by: "23410") }
    for older in [same, other, later] {
      #expect(rules(after, after: older) == ["R1 wasAlive strong"])
    }
  }

  @Test func factoryShapedIsR3() {
    let card = snapshot {
      $0.cs = factory
      $0.eps = factory
    }
    #expect(rules(card) == ["R3 neverUsed strong"])
  }

  @Test func aPrefilledListOfRivalsWeakensR3() {
    let card = snapshot {
      $0.cs = factory
      $0.forbiddenPLMNs = ["23415"]
    }
    #expect(rules(card) == ["R3 neverUsed medium"])
  }

  @Test func factoryShapedAfterTracesOfUseWasReset() {
    let used = snapshot(at: 0) { $0.eps = accepted(by: "23410") }
    let reset = snapshot(at: 10) { $0.eps = factory }
    #expect(rules(reset, after: used) == ["R3 emptied none"])
  }

  @Test func homeAmongTheForbiddenIsR4() {
    let card = snapshot {
      // As on a real card: each domain carries a part of the signs.
      $0.cs = refused(.locationAreaNotAllowed, by: "23410")
      $0.ps = refused(.plmnNotAllowed, by: "23410")
      $0.eps = .init(.notUpdated, plmn: "23410", area: "deleted", isDeleted: true)
      $0.forbiddenPLMNs = ["23415", "23410"]
    }
    #expect(rules(card) == ["R4 refused strong"])
  }

  @Test func anIdentityOrAKeyThatIsLeftContradictsR4() {
    var domain = refused(.plmnNotAllowed, by: "23410", key: 2)
    let withKey = snapshot {
      $0.cs = domain
      $0.forbiddenPLMNs = ["23410"]
    }
    #expect(rules(withKey).isEmpty)
    domain.keySetIdentifier = 7
    domain.hasIdentity = true
    let withIdentity = snapshot {
      $0.cs = domain
      $0.forbiddenPLMNs = ["23410"]
    }
    #expect(rules(withIdentity).isEmpty)
  }

  @Test func refusedAtHomeAndNotForbiddenIsR5() {
    #expect(
      rules(snapshot { $0.cs = refused(.plmnNotAllowed, by: "23410") }) == [
        "R5 maybeBarred medium"
      ])
  }

  @Test func refusedAbroadIsR6() {
    let card = snapshot {
      $0.eps = refused(.roamingNotAllowed, by: "26201")
      $0.forbiddenPLMNs = ["26201"]
    }
    #expect(rules(card) == ["R6 roamingRefused weak"])
  }

  @Test func aPhoneAbroadIsR6WhateverHomeSaidBefore() {
    let card = snapshot {
      $0.cs = accepted(by: "23410")
      $0.eps = refused(.roamingNotAllowed, by: "26201")
      $0.forbiddenPLMNs = ["26201"]
    }
    #expect(rules(card) == ["R6 roamingRefused weak"])
    let preset = snapshot {
      $0.cs = .init(.notUpdated, plmn: "23410", isFactoryShaped: true)
      $0.eps = refused(.roamingNotAllowed, by: "26201")
    }
    #expect(rules(preset) == ["R6 roamingRefused weak"])
  }

  @Test func aStrangerInOneDomainDoesNotHideHomeInAnother() {
    let card = snapshot {
      $0.eps = accepted(by: "26201")
      $0.cs = accepted(by: "23410")
    }
    #expect(rules(card) == ["R1 wasAlive strong"])
  }

  @Test func aRefusalWithoutTheListOfForbiddenNetworksSaysNothing() {
    let card = snapshot {
      $0.cs = refused(.plmnNotAllowed, by: "23410")
      $0.forbiddenPLMNs = nil
    }
    #expect(rules(card).isEmpty)
  }

  @Test func deregisteredIsR7() {
    let card = snapshot {
      $0.eps = .init(.notUpdated, plmn: "23410", area: "deleted", isDeleted: true)
    }
    #expect(rules(card) == ["R7 notRegistered none"])
  }

  @Test func emptiedIsR8() {
    let card = snapshot {
      $0.cs = .init(.reserved, isBlank: true)
      $0.eps = .init(.reserved, isBlank: true)
    }
    #expect(rules(card) == ["R8 emptied none"])
  }

  @Test func theNewestDomainGoesFirst() {
    // A phone that only uses LTE leaves the older files as they were.
    let card = snapshot {
      $0.cs = refused(.plmnNotAllowed, by: "23410")
      $0.eps = accepted(by: "23410")
    }
    #expect(rules(card) == ["R1 wasAlive strong"])
  }

  @Test func nothingReadSaysNothing() {
    #expect(rules(snapshot { _ in }).isEmpty)
  }
}
