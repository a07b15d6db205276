import CardState
import Testing

@testable import Card

/// What an ISD-R answers, on logical channel 1. The exchanges are as published in the Infineon LPA's
/// unit tests (MIT) but for those marked otherwise.
struct ES10ExchangeTests {
  private func isdr(_ command: String, _ answer: String) throws -> ISDR {
    let channel = ScriptedChannel(.t1, [command + "00": answer])
    return ISDR(
      ISDRCatalog.standard.aid, on: try #require(LogicalChannel(1)), of: CardSession(over: channel))
  }

  @Test func configuredAddresses() throws {
    let addresses = try isdr(
      "81E2910003BF3C00",
      """
      BF3C32 8019 74657374736D6470706C75732E696E66696E656F6E2E636F6D
      8115 74657374726F6F74736D64732E67736D612E636F6D 9000
      """
    ).configuredAddresses()
    #expect(
      addresses
        == ConfiguredAddresses(
          defaultSMDP: "testsmdpplus.infineon.com", rootSMDS: "testrootsmds.gsma.com"))
  }

  @Test func onlyARootAddress() throws {
    // A public capture.
    let addresses = try isdr(
      "81E2910003BF3C00", "BF3C17811574657374726F6F74736D64732E67736D612E636F6D9000"
    ).configuredAddresses()
    #expect(addresses == ConfiguredAddresses(rootSMDS: "testrootsmds.gsma.com"))
  }

  @Test func additionalRootAddresses() throws {
    // SGP.22 v3 §5.7.3, worked out by hand: [1] "a.b", [2] "c.d" and "e.f".
    let addresses = try isdr(
      "81E2910003BF3C00", "BF3C11 8103612E62 A20A 0C03632E64 0C03652E66 9000"
    ).configuredAddresses()
    #expect(
      addresses == ConfiguredAddresses(rootSMDS: "a.b", additionalSMDS: ["c.d", "e.f"]))
    // A list that is cut off is none, and no empty one either.
    #expect(throws: ISDRError.self) {
      try isdr(
        "81E2910003BF3C00", "BF3C11 8103612E62 A20A 0C03632E64 0C04652E66 9000"
      ).configuredAddresses()
    }
  }

  @Test func information() throws {
    let info = try isdr(
      "81E2910003BF2200",
      """
      BF2282014B810302030182030202028303202000840F8101008204000B967A8304000022AA8505077F36CB8086
      03090200870302030088020192A9580414C0BC70BA36929D43B467FF57570530E57AB8FCD80414F54172BDF98A
      95D65CBEB88A38A1C11D800A85C304145BC99966F5D5D82FE7DC8E044B5C21B61243E05C0414B949C00607567B
      EF0293CC7105EC3C3E2847494FAA580414C0BC70BA36929D43B467FF57570530E57AB8FCD80414F54172BDF98A
      95D65CBEB88A38A1C11D800A85C304145BC99966F5D5D82FE7DC8E044B5C21B61243E05C0414B949C00607567B
      EF0293CC7105EC3C3E2847494F990206C004030000010C0D47492D42412D55502D30343231AC48801F312E322E
      3834302E313233343536372F6D79506C6174666F726D4C6162656C812568747470733A2F2F6D79636F6D70616E
      792E636F6D2F6D79444C4F415265676973747261729000
      """
    ).information()
    #expect(info.specificationVersion == "2.2.2")
    #expect(info.firmwareVersion == "32.32.0")
    #expect(info.memory?.freeNonVolatile == 759_418)
    #expect(info.sasAccreditationNumber == "GI-BA-UP-0421")
    #expect(
      info.signingRoots?.map(\.name) == [
        "GSMA test CI, Brainpool (SGP.26)", "GSMA test CI, NIST P-256 (SGP.26)", nil, nil,
      ])
    #expect(
      info.rspCapabilities == [
        "additionalProfile", "testProfileSupport", "hriServerAddressSupport",
      ]
    )
  }

  @Test func identifier() throws {
    let eid = try isdr(
      "81E2910006BF3E035C015A", "BF3E125A108904903212345123451234567890123590 00"
    ).eid()
    #expect(eid.digits == "89049032123451234512345678901235")
    #expect(eid.maker == "Giesecke+Devrient")
  }

  @Test func rules() throws {
    let rules = try isdr(
      "81E2910003BF4300", "BF4319A017301580020560A10B30098003EEEEEE8100820082020780 9000"
    ).rulesAuthorisationTable().values
    #expect(rules.map(\.policyRules) == [["disableNotAllowed", "deleteNotAllowed"]])
    #expect(rules.map(\.needsConsent) == [true])
  }

  @Test func noNotification() throws {
    #expect(try isdr("81E2910003BF2800", "BF2802A000 9000").notifications().values.isEmpty)
  }

  @Test func profiles() throws {
    let objects = try isdr(
      "81E2910006BF2D035C015A",
      """
      BF2D81DDA081DAE3455A0A980000000000000030F74F10A0000005591010FFFFFFFF89000011009F7001019007
      416E72697473759107416E7269747375920C416E72697473752054657374950100E3455A0A9800000000000000
      60F04F10A0000005591010FFFFFFFF89000013009F700100900752532020202020910752532020202020920C52
      686F64655363687761727A950100E34A5A0A980000000000000002004F10A0000005591010FFFFFFFF89000012
      009F70010091155465737420536572766963652050726F7669646572920C546573742050726F66696C65950102
      9000
      """
    ).profiles([0x5A]).values
    let profiles = try objects.map(ProfileInfo.decode)
    #expect(
      profiles.map(\.iccid) == [
        "8900000000000000037", "8900000000000000060", "89000000000000002000",
      ])
    #expect(profiles.map(\.state) == [.enabled, .disabled, .disabled])
    #expect(profiles.map(\.nickname) == ["Anritsu", "RS     ", nil])
    #expect(profiles.map(\.class) == [.test, .test, .operational])
    #expect(profiles.last?.serviceProvider == "Test Service Provider")
    #expect(profiles.map(\.aid?.count) == [32, 32, 32])
  }

  @Test(arguments: [
    // Public captures: no AID and no class; nothing enabled.
    (
      """
      BF2D4BA049E32D5A0A980010325476981032149F700100921B47534D412054532E343820584F52205465737420
      50726F66696C65E3185A0A988803070000156406669F70010192065477696C696F 9000
      """, ["89000123456789012341", "89883070000051466066"],
      ["GSMA TS.48 XOR Test Profile", "Twilio"], [Profile.State.disabled, .enabled]
    ),
    (
      """
      BF2D72A070E32D5A0A980010325476981032149F700100921B47534D412054532E343820584F52205465737420
      50726F66696C65E3255A0A980991080120002004309F7001009213536B796C6F202D204F7065726174696F6E61
      6CE3185A0A988803070000155488619F70010192065477696C696F 9000
      """, ["89000123456789012341", "89901980100200024003", "89883070000051458816"],
      ["GSMA TS.48 XOR Test Profile", "Skylo - Operational", "Twilio"],
      [.disabled, .disabled, .enabled]
    ),
  ]) func captures(
    answer: String, iccids: [String], names: [String], states: [Profile.State]
  ) throws {
    let profiles = try isdr("81E2910006BF2D035C015A", answer).profiles([0x5A]).values
      .map(ProfileInfo.decode)
    #expect(profiles.map(\.iccid) == iccids)
    #expect(profiles.map(\.name) == names)
    #expect(profiles.map(\.state) == states)
    #expect(profiles.allSatisfy { $0.class == .operational && $0.aid == nil })
  }

  @Test func anErrorInPlaceOfAListHasWords() throws {
    // Written from SGP.22 §5.7.9.
    #expect {
      try isdr("81E2910003BF2800", "BF280381017F 9000").notifications()
    } throws: { error in
      guard case ISDRError.failed(let result)? = error as? ISDRError else { return false }
      return result.isUndefined
        && "\(result.meaning.words)" == "undefined error: the card gives no reason"
    }
  }

  @Test func whatCancelSessionAndGetChallengeAnswer() throws {
    let channel = ScriptedChannel(
      .t1,
      ["81E2910003BF2E0000": "BF2E1280104655851B3A84C12812BEF47473DC3C739000"])
    let isdr = ISDR(
      ISDRCatalog.standard.aid, on: try #require(LogicalChannel(1)), of: CardSession(over: channel))
    let challenge = try isdr.call(0xBF2E, purpose: "ES10b.GetEUICCChallenge")
    #expect(challenge.first(0x80)?.value.hex == "4655851B3A84C12812BEF47473DC3C73")
  }

  /// The answers to the changing functions there: `80 01` in place of data all of them.
  @Test(arguments: [
    (ES10.setDefaultAddress, 0, "carried out"),
    (ES10.removeNotification, 1, "there is no such notification"),
    (ES10.memoryReset, 0, "carried out"),
    (ES10.disableProfile, 1, "there is no such profile"),
    (ES10.enableProfile, 1, "there is no such profile"),
    (ES10.deleteProfile, 1, "there is no such profile"),
    (ES10.setNickname, 0, "carried out"),
  ]) func resultsHaveWords(function: BERTLV.Tag, code: Int, words: String) {
    #expect("\(ES10Result(function, code: code).meaning.words)" == words)
  }

  /// Every code that SGP.22 §5.7 names, function by function.
  @Test func everyResultHasWordsAndANextStep() {
    let codes: [BERTLV.Tag: [Int]] = [
      ES10.enableProfile: [1, 2, 3, 4, 5, 127], ES10.disableProfile: [1, 2, 3, 5, 127],
      ES10.deleteProfile: [1, 2, 3, 127], ES10.memoryReset: [1, 5, 127],
      ES10.setNickname: [1, 127], ES10.setDefaultAddress: [127],
      ES10.removeNotification: [1, 127], ES10.getProfilesInfo: [1, 127],
      ES10.listNotifications: [127], ES10.retrieveNotifications: [1, 127],
      0xBF38: [1, 2, 3, 4, 5, 6, 7, 127], 0xBF21: [1, 2, 3, 4, 5, 127], 0xBF41: [5, 127],
      0xBF36: Array(1...15) + [127],
    ]
    for (function, codes) in codes {
      for code in codes {
        let meaning = ES10Result(function, code: code).meaning
        #expect(!"\(meaning.words)".contains("does not name"), "\(function) \(code)")
        #expect(meaning.hint != nil, "\(function) \(code)")
      }
    }
    #expect("\(ES10Result(ES10.deleteProfile, code: 99).meaning.words)".contains("code 99"))
  }
}
