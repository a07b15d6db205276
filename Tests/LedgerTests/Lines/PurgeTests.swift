import CardState
import Foundation
import GRDB
import Renewal
import Testing

@testable import Ledger

struct PurgeTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let gone = "8944000000000000001"
  private let kept = "8944000000000000019"
  private let eid = "89049032000000000000000000000001"
  private let start = moment("2026-01-01T00:00:00Z")

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
    for (iccid, name) in [(gone, "Vanishing"), (kept, "Staying")] {
      var line = Line(id: iccid, name: name, rule: "giffgaff")
      line.iccid = iccid
      try ledger.add(line, at: start)
      line.name += " for good"
      try ledger.change(line, at: start)
      for number in 0..<300 {
        var event = on("2026-01-02", .topUp)
        event.id = "\(number)"
        event.note = "\(name) \(String(repeating: "x", count: number * 5))"
        try ledger.append(event, to: iccid)
      }
      try ledger.save(RenewalAttempt(id: name, line: iccid, plannedAt: start))
      try ledger.intend([
        Notice(
          about: .line(iccid), duty: "renew", clock: "number",
          due: try #require(CalendarDay("2026-03-01")), threshold: 30, channel: "\(name)@mail")
      ])
    }
  }

  private func euicc(inUse: String, _ iccids: [String]) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: start, reader: .init(name: "Made", index: 0), atr: "3B00", protocol: "T=0")
    card.iccid = inUse
    var subscriber = Subscriber()
    subscriber.imsi = "23410\(inUse.suffix(10))"
    subscriber.msisdns = ["+4477\(inUse.suffix(8))"]
    card.subscriber = subscriber
    var message = ShortMessage(direction: "received", records: [1])
    message.text = "text for \(inUse)"
    card.messages = [message]
    var file = FileSnapshot(path: "3F00/2FE2", name: "EF.ICCID", status: .read)
    file.raw = "9844000000000000\(inUse == gone ? "0010" : "1090")"
    card.files = [file]
    let profiles = iccids.map { iccid in
      var profile = Profile()
      profile.iccid = iccid
      profile.nickname = iccid == gone ? "Vanishing" : "Staying"
      return profile
    }
    var euicc = EUICC(isdrAID: "A0", eid: eid, profiles: profiles)
    euicc.notifications = iccids.enumerated().map { number, iccid in
      CardState.PendingNotification(
        sequenceNumber: number, operation: "install", address: "smdp.example", iccid: iccid)
    }
    card.euiccs = [euicc]
    return card
  }

  @Test func nothingOfAPurgedLineStaysAndEverythingOfAnotherDoes() throws {
    try ledger.save(euicc(inUse: gone, [gone]))
    try ledger.save(euicc(inUse: gone, [gone, kept]))
    try ledger.save(euicc(inUse: kept, [gone, kept]))
    let traces = [
      gone, "Vanishing", "vanishing", "23410\(gone.suffix(10))", "+4477\(gone.suffix(8))",
      "98440000000000000010", "text for \(gone)",
    ]
    for trace in traces { #expect(try scratch.holds(trace), "\(trace)") }
    let before = (try ledger.line(kept), try ledger.events(of: kept), try ledger.attempts(of: kept))

    try ledger.purge(gone)

    for trace in traces { #expect(try !scratch.holds(trace), "\(trace)") }
    #expect(try scratch.holds("Staying"))
    #expect(try ledger.line(gone) == nil)
    #expect(try ledger.snapshots(of: gone, limit: 9) == [])
    let after = (try ledger.line(kept), try ledger.events(of: kept), try ledger.attempts(of: kept))
    #expect(after == before)
    let reads = try ledger.snapshots(of: kept, limit: 9)
    #expect(reads.count == 2)
    #expect(reads.allSatisfy { $0.euiccs.first?.profiles?.map(\.iccid) == [kept] })
    #expect(reads.map(\.subscriber?.imsi) == ["23410\(kept.suffix(10))", nil])
    #expect(reads.map(\.files.count) == [1, 0])
    let rows = try ledger.read { database in
      try ["line", "formerLine", "attempt", "notice", "snapshot"].map {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)")
      }
    }
    #expect(rows == [1, 1, 1, 1, 2])
    #expect(throws: LedgerError.unknownLine) { try ledger.purge(gone) }
  }

  @Test func aNumberThatALineHadBeforeGoesAsWell() throws {
    var line = try #require(try ledger.line(gone))
    line.id = gone
    line.iccid = "8944000000000000027"
    try ledger.change(line, at: start)
    try ledger.save(euicc(inUse: gone, [gone]))
    try ledger.purge(gone)
    #expect(try !scratch.holds(gone))
    #expect(try !scratch.holds("8944000000000000027"))
  }

  @Test func aPurgeThatWasHinderedIsFinishedByTheNext() throws {
    try ledger.save(euicc(inUse: gone, [gone]))
    let impatient = try scratch.open(patience: 0.1)
    // Somebody reads: the file can't be written anew.
    let reader = try DatabaseQueue(path: scratch.file)
    try reader.inDatabase { database in
      try database.execute(sql: "BEGIN; SELECT * FROM line")
      let error = #expect(throws: LedgerError.self) { try impatient.purge(gone) }
      #expect(error?.code == .purgeUnfinished)
      try database.execute(sql: "COMMIT")
    }
    try reader.close()
    #expect(try impatient.line(gone) == nil)
    try impatient.purge(gone)
    #expect(try !scratch.holds(gone))
    #expect(throws: LedgerError.unknownLine) { try impatient.purge(gone) }
  }
}
