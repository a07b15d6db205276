import CardState
import Foundation
import GRDB
import Renewal
import Testing
import Words

@testable import Ledger

struct SnapshotsTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let iccid = "8944000000000000001"
  private let eid = "89049032000000000000000000000001"

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
    var line = Line(id: iccid, name: "Home", rule: "giffgaff")
    line.iccid = iccid
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
  }

  private func card(_ readAt: String, _ iccid: String?) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: moment(readAt), reader: .init(name: "Made", index: 0), atr: "3B00", protocol: "T=0")
    card.iccid = iccid
    return card
  }

  /// An eUICC with profiles, the first of which is in use.
  private func euicc(_ readAt: String, _ iccids: [String]) -> CardSnapshot {
    var card = card(readAt, iccids.first)
    let profiles = iccids.map { iccid in
      var profile = Profile()
      profile.iccid = iccid
      profile.state = iccid == iccids.first ? .enabled : .disabled
      return profile
    }
    card.euiccs = [EUICC(isdrAID: "A0", eid: eid, profiles: profiles)]
    return card
  }

  private func used(_ card: CardSnapshot, loci: String, isRefused: Bool = false) -> CardSnapshot {
    var card = card
    var registration = Registration(homePLMNs: ["23410"])
    registration.forbiddenPLMNs = isRefused ? ["23410"] : []
    registration.cs = Registration.Domain(
      isRefused ? .plmnNotAllowed : .updated, plmn: "23410", hasIdentity: !isRefused)
    card.registration = registration
    var file = FileSnapshot(path: "ADF.USIM/6F7E", name: "EF.LOCI", status: .read)
    file.raw = loci
    card.files = [file]
    return card
  }

  @Test func contactsAndCallsAreNeverKept() throws {
    var card = card("2026-02-01T00:00:00Z", iccid)
    card.contacts = [NamedNumber(name: "Grandmother", number: "+44770090001", source: "EF.ADN")]
    card.calls = [NamedNumber(name: "Doctor", number: "+44770090002", source: "EF.OCI")]
    card.messages = [ShortMessage(direction: "received", records: [1])]
    try ledger.save(card)
    let kept = try #require(ledger.snapshots(of: iccid).first)
    #expect(kept.contacts == nil)
    #expect(kept.calls == nil)
    #expect(kept.messages == card.messages)
    for text in ["Grandmother", "+44770090001", "Doctor", "+44770090002"] {
      #expect(try !scratch.holds(text), "\(text)")
    }
  }

  @Test func aReadIsFoundByEveryNumberOnTheCard() throws {
    let first = euicc("2026-02-01T00:00:00Z", [iccid, "8944000000000000019"])
    let second = euicc("2026-02-02T00:00:00Z", ["8944000000000000019"])
    try ledger.save(first)
    try ledger.save(second)
    try ledger.save(second)
    #expect(try ledger.snapshots(of: iccid) == [first])
    #expect(try ledger.snapshots(of: "894400000000000000") == [first])
    #expect(try ledger.snapshots(of: "8944000000000000019") == [second, first])
    #expect(try ledger.snapshots(of: "8944000000000000019", limit: 1) == [second])
    #expect(
      try ledger.snapshots(of: "8944000000000000019", before: second.readAt) == [first])
    #expect(try ledger.snapshots(ofEUICC: eid) == [second, first])
    #expect(try ledger.snapshots(of: "8900000000000000000") == [])
  }

  @Test func twoReadsThatDifferBearAVerdictOut() throws {
    try ledger.append(on("2026-01-15", .outgoingCall), to: iccid)
    #expect(try ledger.verdict(of: iccid).confidence == .derived)
    try ledger.save(used(card("2026-02-01T00:00:00Z", iccid), loci: "01"))
    try ledger.save(used(card("2026-02-02T00:00:00Z", iccid), loci: "02"))
    let evidence = try ledger.evidence(of: try ledger.line(matching: "home"))
    #expect(evidence.map(\.rule) == [.acceptedBetweenReads])
    #expect(try ledger.verdict(of: iccid).confidence == .confirmed)
  }

  @Test func aHostOfTheLinesCarrierIsANetworkOfItsOwn() throws {
    let line = try ledger.line(matching: "home")
    var abroad = used(card("2026-02-01T00:00:00Z", iccid), loci: "01")
    abroad.registration?.cs?.plmn = "26201"
    try ledger.save(abroad)
    #expect(try ledger.evidence(of: line).map(\.rule) == [])
    let hosted = try Ledger(
      directory: scratch.directory,
      judging: Judging(
        rules: scratch.rules, zone: .gmt, edition: "test", now: { moment("2026-03-01T12:00:00Z") },
        hints: { line, card in
          #expect(card.iccid == line.iccid)
          return CarrierHints(hosts: ["26201"])
        }))
    #expect(try hosted.evidence(of: line).map(\.rule) == [.acceptedAtLastUse])
  }

  @Test func theReadBeforeIsOneOfTheSameSubscription() throws {
    let other = "8944000000000000019"
    try ledger.save(used(euicc("2026-02-01T00:00:00Z", [iccid, other]), loci: "01"))
    try ledger.save(used(euicc("2026-02-02T00:00:00Z", [other, iccid]), loci: "99"))
    try ledger.save(used(euicc("2026-02-03T00:00:00Z", [iccid, other]), loci: "02"))
    let evidence = try ledger.evidence(of: try ledger.line(matching: "home"))
    #expect(evidence.map(\.rule) == [.acceptedBetweenReads])
    #expect(evidence.first?.since == moment("2026-02-01T00:00:00Z"))
  }

  @Test func aProfileThatHasGoneFromItsEUICCIsNoticed() throws {
    let other = "8944000000000000019"
    try ledger.save(euicc("2026-02-01T00:00:00Z", [iccid, other]))
    var unlisted = euicc("2026-02-01T12:00:00Z", [other])
    unlisted.euiccs[0].profiles = nil
    try ledger.save(unlisted)
    let line = try ledger.line(matching: "home")
    #expect(try ledger.evidence(of: line).map(\.rule) == [])
    try ledger.save(euicc("2026-02-02T00:00:00Z", [other]))
    #expect(try ledger.evidence(of: line).map(\.rule) == [.profileGone])
    #expect(
      try ledger.verdict(of: iccid).reasons.contains {
        if case .card(_, let testimony) = $0 { testimony.rule == .profileGone } else { false }
      })
  }

  @Test func whatIsUnknownSinceIsNotDisabled() throws {
    let other = "8944000000000000019"
    let line = try ledger.line(matching: "home")
    try ledger.save(euicc("2026-02-01T00:00:00Z", [other, iccid]))
    #expect(try ledger.evidence(of: line).map(\.rule) == [.profileDisabled])
    // The list was refused since: it may be enabled by now.
    var refused = euicc("2026-02-02T00:00:00Z", [other])
    refused.euiccs[0].profiles = nil
    refused.euiccs[0].unread = [
      UnreadAnswer(.profiles, code: "euicc.profilesRefused", message: Words(verbatim: "refused"))
    ]
    try ledger.save(refused)
    #expect(try ledger.evidence(of: line).map(\.rule) == [])
    // Not all of it could be made out: what is missing is not gone.
    var cut = euicc("2026-02-03T00:00:00Z", [other])
    cut.euiccs[0].unread = refused.euiccs[0].unread
    try ledger.save(cut)
    #expect(try ledger.evidence(of: line).map(\.rule) == [])
    try ledger.save(euicc("2026-02-04T00:00:00Z", [other, iccid]))
    #expect(try ledger.evidence(of: line).map(\.rule) == [.profileDisabled])
    // Its ICCID is the card's since, whatever was not read.
    try ledger.save(card("2026-02-05T00:00:00Z", iccid))
    #expect(try ledger.evidence(of: line).map(\.rule) == [])
  }

  @Test func aLaterListDoesNotHideWhatTheReadBeforeTold() throws {
    let line = try ledger.line(matching: "home")
    try ledger.save(used(euicc("2026-02-01T00:00:00Z", [iccid]), loci: "01"))
    var list = euicc("2026-02-02T00:00:00Z", [iccid])
    list.iccid = nil
    try ledger.save(list)
    #expect(try ledger.evidence(of: line).map(\.rule) == [.acceptedAtLastUse])
  }

  @Test func contactsAndMessagesOfAFullReadAreNotKept() throws {
    var card = card("2026-02-01T00:00:00Z", iccid)
    for name in ["EF.ADN", "EF.SMS", "EF.LND", "EF.OCI"] {
      var file = FileSnapshot(path: "3F00/7F10/6F3A", name: name, status: .read)
      file.records = [.init(status: .read, raw: "4772616E646D6F74686572")]
      card.files.append(file)
    }
    try ledger.save(card)
    #expect(try !scratch.holds("4772616E646D6F74686572"))
  }

  /// Earlier versions kept what a read says of its line with the read.
  @Test func aReadThatAnEarlierVersionKeptIsNotKeptTwice() throws {
    let card = used(card("2026-02-01T00:00:00Z", iccid), loci: "01")
    try ledger.save(card)
    try ledger.write {
      try $0.execute(
        sql: """
          UPDATE snapshot SET json = json_set(json, '$.registration.evidence', json('[]'))
          """)
    }
    #expect(try scratch.holds("\"evidence\""))
    try ledger.save(card)
    #expect(try ledger.snapshots(of: iccid) == [card])
  }
}
