import CardState
import Foundation
import Testing

/// What was refused, empty or garbled is said to be so, in every view and in the exit status, and never
/// taken for nothing there.
struct FailingCardsTests {
  private func cardinfo(_ arguments: String..., card: String) throws -> Command.Result {
    try Command.run([Command.executable] + arguments + ["--virtual", card])
  }

  /// The codes that a document has as errors.
  private func errors(_ result: Command.Result) throws -> [String] {
    try result.document().errors.map(\.code)
  }

  private func payload(_ result: Command.Result) throws -> [String: Any] {
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require(line["payload"] as? [String: Any])
  }

  private static let listFaults = [
    ("profiles-refused", "euicc.profilesRefused"), ("profiles-empty", "euicc.profilesMalformed"),
    ("profiles-truncated", "euicc.profilesMalformed"),
    ("profiles-wrapped", "euicc.profilesMalformed"), ("profiles-rewrapped", "profile.malformed"),
    ("profiles-padded-00", "euicc.profilesMalformed"),
    ("profiles-padded-ff", "euicc.profilesMalformed"),
    ("profile-iccid-12", "profile.malformed"), ("profile-iccid-zeros", "profile.malformed"),
  ]

  @Test(arguments: listFaults) func aListOfProfilesThatIsNone(card: String, code: String) throws {
    let text = try cardinfo("profiles", card: card)
    #expect(text.status == 1)
    #expect(!text.errors.isEmpty)
    #expect(!text.output.contains("no profiles"))
    #expect(
      text.output.contains("could not be read") || text.output.contains("not all of the list"))
    let json = try cardinfo("profiles", "--json", card: card)
    #expect(json.status == 1)
    #expect(try errors(json).contains(code))
    let document = try json.document()
    let unread = try #require(document.cards.first?.euiccs.first?.unread)
    #expect(unread.contains { $0.function == .profiles && $0.code == code })
    #expect(unread.allSatisfy { $0.raw != nil || $0.statusWord != nil })
    #expect(
      document.cards.first?.warnings.contains { $0.code == "euicc.noEnabledProfile" } == false)
    let lpac = try cardinfo("profiles", "--format", "lpac", card: card)
    #expect(lpac.status == 1)
    let payload = try payload(
      try Command.bash(
        "$CARDINFO profiles --format lpac --virtual \(card) | tail -n 1"))
    #expect(payload["code"] as? Int == -1)
    #expect(payload["message"] as? String == "es10c_get_profiles_info")
    // A read that has them as one part among others says so as well.
    let read = try cardinfo("--json", card: card)
    #expect(read.status == 1)
    #expect(try errors(read).contains(code))
  }

  @Test func paddingBetweenProfilesHidesNone() throws {
    for card in ["profiles-padded-00", "profiles-padded-ff"] {
      let euicc = try cardinfo("profiles", "--json", card: card).document().cards.first?.euiccs
        .first
      #expect(euicc?.profiles?.count == 4)
    }
  }

  @Test(arguments: [("eid-refused", "euicc.eidRefused"), ("eid-17", "euicc.eidMalformed")])
  func anEIDThatIsNone(card: String, code: String) throws {
    for arguments in [["profiles"], ["notifications"], ["chip"], []] {
      let result = try Command.run(
        [Command.executable] + arguments + ["--json", "--virtual", card])
      #expect(result.status == 1)
      #expect(try errors(result) == [code])
      #expect(try result.document().cards.first?.unread?.first?.function == .eid)
    }
    let lpac = try cardinfo("profiles", "--format", "lpac", card: card)
    #expect(try payload(lpac)["message"] as? String == "es10c_get_eid")
  }

  @Test(arguments: [
    ("notifications-refused", "euicc.notificationsRefused"),
    ("notifications-padded", "euicc.notificationsMalformed"),
  ]) func notificationsThatCannotBeRead(card: String, code: String) throws {
    let result = try cardinfo("notifications", "--json", card: card)
    #expect(result.status == 1)
    #expect(try errors(result) == [code])
    let text = try cardinfo("notifications", card: card)
    #expect(text.status == 1)
    #expect(!text.output.contains("no notification waits"))
    let lpac = try cardinfo("notifications", "--format", "lpac", card: card)
    #expect(try payload(lpac)["message"] as? String == "es10b_list_notification")
    #expect(
      try cardinfo("notifications", "remove", "41", "--yes", card: card).status != 0
        || card == "notifications-padded")
  }

  @Test func chipInformationThatIsEmpty() throws {
    let result = try cardinfo("chip", "--json", card: "information-empty")
    #expect(result.status == 1)
    #expect(try errors(result) == ["euicc.informationMalformed"])
    let lpac = try cardinfo("chip", "--format", "lpac", card: "information-empty")
    #expect(try payload(lpac)["code"] as? Int == -1)
    // The list of profiles is there, and is what this asks for.
    #expect(try cardinfo("profiles", "--full", card: "information-empty").status == 0)
  }

  @Test func anM2MEUICCHasNoListInLPACsForm() throws {
    let lpac = try cardinfo("profiles", "--format", "lpac", card: "m2m-euicc")
    #expect(lpac.status == 1)
    #expect(try payload(lpac)["code"] as? Int == -1)
  }

  @Test func aFailedSelectIsNo2GSIM() throws {
    let result = try cardinfo("--json", card: "usim-fails")
    #expect(result.status == 1)
    let document = try result.document()
    #expect(document.errors.map(\.code).contains("card.applicationFailed"))
    #expect(document.errors.first.map { "\($0.message)" }?.contains("6F00") == true)
    #expect(document.cards.first?.kind == .unknown)
    #expect(document.cards.first?.iccid == "8944110123456789013")
    #expect(!(try cardinfo(card: "usim-fails").output.contains("2G")))
  }

  @Test func aCardThatIsNoSIMSaysSo() throws {
    let result = try cardinfo("--json", card: "no-sim")
    #expect(result.status == 1)
    #expect(try errors(result) == ["card.notSIM"])
    let text = try cardinfo(card: "no-sim")
    #expect(text.status == 1)
    #expect(text.errors.contains("neither a SIM nor an eUICC"))
  }

  @Test(arguments: ["parameters-first", "parameters-first-6700"])
  func aFileIsReadOnceItsParametersAreFetched(card: String) throws {
    let expected = try cardinfo("--json", card: "plain-sim").document().cards.first
    let read = try cardinfo("--json", card: card)
    #expect(read.status == 0)
    let found = try read.document().cards.first
    #expect(found?.subscriber == expected?.subscriber)
    #expect(found?.registration == expected?.registration)
    #expect(found?.files.map(\.status) == expected?.files.map(\.status))
  }

  @Test func anUnannouncedFileIsNotAsked() throws {
    let card = try cardinfo("--json", card: "plain-sim").document().cards.first
    let file = card?.files.first { $0.name == "EF.SPDI" }
    #expect(file?.status == .notAsked)
    #expect(file?.problem.map { "\($0)" } == "the service table does not have service 51")
    let text = try cardinfo("--full", card: "plain-sim").output
    #expect(!text.contains("not asked"))
  }

  @Test func aFullReadAsksForEveryFile() throws {
    let card = try #require(
      try cardinfo("--full", "--json", card: "china-mobile").document().cards.first)
    #expect(card.files.allSatisfy { $0.status != .notAsked })
    let names = Set(card.files.compactMap(\.name))
    for name in [
      "EF.SMSP", "EF.SMS", "EF.SMSS", "EF.ADN", "EF.ARR", "EF.PLMNsel", "EF.OPL",
      "EF.5GS3GPPLOCI",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(card.files.contains { $0.path == "3F00/7F20/6F7E" })
    #expect(card.subscriber?.imsi == "460001234567890")
    // A person's own is made out only when it is asked for by name.
    #expect(card.messages == nil && card.contacts == nil)
  }

  @Test func whatIsNotListedIsNotChangedBlindly() throws {
    for card in ["profiles-refused", "profiles-empty", "profiles-wrapped"] {
      let result = try cardinfo("profiles", "enable", "8985", "--yes", card: card)
      #expect(result.status == 1)
      #expect(!result.errors.contains("no profile has this"))
    }
  }

  @Test func messagesThatCannotBeReadAreNotNone() throws {
    let text = try cardinfo("--only", "messages", card: "pin-locked")
    #expect(!text.output.contains("no messages"))
    #expect(text.output.contains("the messages could not be read: refused"))
  }
}
