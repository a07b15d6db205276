import CardState
import FoundationEssentials
import Renewal
import Testing

/// What an eUICC says about a line beside its registration.
struct ProfileEvidenceTests {
  private func read(_ text: String, _ profiles: [Profile]?, iccid: String? = nil) -> CardReading {
    MadeCard.reading(
      MadeCard.snapshot(text, iccid: iccid, profiles: profiles), MadeCard.accepted())
  }

  @Test func aDisabledProfileIsAFlag() throws {
    let newer = read("2026-06-01T00:00:00Z", [MadeCard.profile(MadeCard.iccid, .disabled)])
    let found = Evidence.about(MadeCard.iccid, newer: newer)
    #expect(found.map(\.rule) == [.profileDisabled])
    #expect(found.first?.strength == Evidence.Strength.none)
    // The flag leads to a step where use keeps the line alive, and changes nothing else.
    let events = [on("2026-05-01", .outgoingCall)]
    let used = try judged("giffgaff", events, at: "2026-06-02T00:00:00Z", evidence: found)
    #expect(used.next.map(\.code) == [.enableProfile])
    #expect(used.confidence == .derived)
    #expect(used.state == .active)
    let topped = try judged(
      "vodafone-nz", [on("2026-05-01", .topUp)], at: "2026-06-02T00:00:00Z", evidence: found)
    #expect(topped.next.isEmpty)
  }

  @Test func theRegistrationIsOfTheEnabledProfileOnly() {
    let newer = read(
      "2026-06-01T00:00:00Z",
      [MadeCard.profile("8944000000000000000"), MadeCard.profile(MadeCard.iccid, .disabled)],
      iccid: "8944000000000000000")
    #expect(Evidence.about(MadeCard.iccid, newer: newer).map(\.rule) == [.profileDisabled])
    #expect(
      Evidence.about("8944000000000000000", newer: newer).map(\.rule) == [.acceptedAtLastUse])
  }

  @Test func aProfileThatIsGoneIsMissingAndItsClockRunsOn() throws {
    let older = read("2026-03-01T00:00:00Z", [MadeCard.profile()])
    let newer = read("2026-06-01T00:00:00Z", [])
    let found = Evidence.about(MadeCard.iccid, newer: newer, older: older)
    #expect(found.map(\.rule) == [.profileGone])
    let verdict = try judged(
      "giffgaff", [on("2026-05-01", .data)], at: "2026-06-02T00:00:00Z", evidence: found)
    #expect(verdict.state == .active)
    #expect(verdict.dueOn?.description == "2026-11-01")
    #expect(verdict.next.map(\.code) == [.findAsset])
    // A list that was not read is not an empty one.
    let unread = read("2026-06-01T00:00:00Z", nil)
    #expect(Evidence.about(MadeCard.iccid, newer: unread, older: older).isEmpty)
  }

  @Test(arguments: ["install", "enable"])
  func aPendingReportIsAFlag(operation: String) throws {
    var newer = read("2026-06-01T00:00:00Z", [MadeCard.profile()])
    newer.pendingNotifications = [.init(iccid: MadeCard.iccid, operation: operation)]
    let found = Evidence.about(MadeCard.iccid, newer: newer)
    #expect(found.map(\.rule) == [.notificationPending])
    let verdict = try judged(
      "giffgaff", [on("2026-05-01", .data)], at: "2026-06-02T00:00:00Z", evidence: found)
    #expect(verdict.next.map(\.code) == [.sendNotifications])
    newer.pendingNotifications = [.init(iccid: MadeCard.iccid, operation: "disable")]
    #expect(Evidence.about(MadeCard.iccid, newer: newer).isEmpty)
  }

  @Test(arguments: [Profile.Class.test, .provisioning])
  func aProfileForTestsIsNoLine(class: Profile.Class) throws {
    let newer = read(
      "2026-06-01T00:00:00Z", [MadeCard.profile(class: `class`)], iccid: MadeCard.iccid)
    let found = Evidence.about(MadeCard.iccid, newer: newer)
    #expect(found.map(\.rule) == [.notALine])
    let verdict = try judged(
      "giffgaff", [on("2020-05-01", .data)], at: "2026-06-02T00:00:00Z", evidence: found)
    #expect(verdict.severity == .ok)
    #expect(verdict.state == .unknown)
    #expect(verdict.next.isEmpty)
  }

  @Test func aDatedTextOfTheCarrierGivesADate() throws {
    var newer = MadeCard.reading("2026-06-01T00:00:00Z", nil)
    newer.carrierTexts = try [
      ("2026-05-20", "Your number is valid until 1 Nov 2026."), ("2026-05-21", "Hello"),
      ("2026-05-22", "Your number is valid until 03/04/2026"),
      ("2026-05-23", "Your 5GB bundle is valid until 9 June 2026."),
      ("2026-05-24", "Your number is valid until 2 Nov 2026. Your code is 123456."),
    ].map { sent, text in
      let setting = StatementReader.Setting(receivedOn: try day(sent))
      return .init(
        sentAt: moment(sent + "T00:00:00Z"), reading: try shippedReader.get().read(text, setting))
    }
    let found = Evidence.about(MadeCard.iccid, newer: newer)
    #expect(found.map(\.rule) == [.carrierText])
    #expect(found.first?.day?.description == "2026-11-01")
    #expect(found.first?.readAt == moment("2026-05-20T00:00:00Z"))
  }
}
