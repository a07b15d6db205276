import CardState
import Testing

@testable import Card

/// What was not read of an eUICC shows neither that a change was made nor that it was not.
struct EUICCGoalTests {
  private static let iccid = "8985203012345678902"

  private static let reference: ProfileReference = {
    var profile = Profile()
    profile.iccid = iccid
    return ProfileReference(profile)
  }()

  /// An eUICC whose list has one profile, from the data objects behind its ICCID (SGP.22 §5.7.15).
  private func euicc(_ objects: String) throws -> EUICC {
    let content = bytes("5A0A985802032143658709F2 \(objects)")
    var reader = ByteReader([0xE3, UInt8(content.count)] + content)
    var euicc = EUICC(isdrAID: "", eid: "")
    euicc.profiles = [try ProfileInfo.decode(BERTLV(parsing: &reader))]
    return euicc
  }

  @Test(
    arguments: [
      ("9F700101", true, false), ("9F700100", false, true), ("", nil, nil),
      ("9F700102", nil, nil), ("9F70050101010101", nil, nil),
    ] as [(String, Bool?, Bool?)])
  func aStateThatIsNotKnownShowsNothing(state: String, enabled: Bool?, disabled: Bool?) throws {
    let euicc = try euicc(state)
    #expect(EUICCGoal.enabled(Self.reference).isMet(by: euicc) == enabled)
    #expect(EUICCGoal.disabled(Self.reference).isMet(by: euicc) == disabled)
  }

  @Test(
    arguments: [
      ("950102", false), ("", false), ("950100", true), ("95050101010101", nil),
    ] as [(String, Bool?)])
  func aProfileWithoutAClassIsOperational(class object: String, isReset: Bool?) throws {
    #expect(EUICCGoal.reset(.operationalProfiles).isMet(by: try euicc(object)) == isReset)
  }

  @Test func aProfileThatIsNotListedIsNeitherEnabledNorDisabled() {
    var euicc = EUICC(isdrAID: "", eid: "")
    for goal in [EUICCGoal.enabled(Self.reference), .disabled(Self.reference)] {
      #expect(goal.isMet(by: euicc) == nil)
    }
    euicc.profiles = []
    #expect(EUICCGoal.enabled(Self.reference).isMet(by: euicc) == false)
    #expect(EUICCGoal.disabled(Self.reference).isMet(by: euicc) == false)
    #expect(EUICCGoal.deleted(Self.reference).isMet(by: euicc) == true)
    euicc.profiles = [Profile()]
    #expect(EUICCGoal.deleted(Self.reference).isMet(by: euicc) == nil)
  }
}
