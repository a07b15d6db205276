import Foundation
import Testing

/// `cardinfo lines` says on one screen what has to be done this week.
struct LinesOverviewTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    for (name, day) in [("fine", "2027-06-30"), ("now", "2026-11-25"), ("week", "2026-12-02")] {
      try desk.output("line add --name \(name) --expires \(day)", at: "2026-11-01")
    }
    try desk.output("line add --name nobody", at: "2026-11-01")
    try desk.output(
      "line add --name packed --rule giffgaff --activated 2026-11-01", at: "2026-11-01")
    try desk.output("log packed pack --term 30d --on 2026-10-25", at: "2026-11-01")
    try desk.output("line add --name paid --expires 2026-11-26", at: "2026-11-01")
    try desk.output("renew paid start 10 GBP", at: "2026-11-20")
    try desk.output("renew paid submitted", at: "2026-11-20")
    try desk.output(
      "line add --name trip --rule keepgo-unlimited --activated 2026-11-03T08:00:00Z",
      at: "2026-11-05")
    try desk.output("line add --name gone --expires 2027-06-30", at: "2026-11-01")
    try desk.output("log gone cancel --on 2026-11-10", at: "2026-11-11")
    return desk
  }

  private func rows(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.dropFirst()
      .map { String($0.split(separator: " ")[1]) }
  }

  @Test func whatHasToBeDoneStandsAboveWhatHasNot() throws {
    let desk = try desk()
    let text = try desk.output("lines", at: "2026-11-23")
    #expect(
      text.hasPrefix(
        "2 now, 1 this week, 1 waiting for the carrier, 1 unknown, 1 fine, 2 over\n"), "\(text)")
    #expect(rows(text) == ["packed", "now", "week", "paid", "nobody", "fine"], "\(text)")
    #expect(text.contains("2026-11-22  2026-11-25"), "the day to act by, and the last one")
    #expect(text.contains("buy a pack") && text.contains("sent 2026-11-20"))
    #expect(text.contains("cardinfo line remove") && text.contains("trip"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    let all = try desk.output("lines --all", at: "2026-11-23")
    #expect(Set(rows(all).suffix(2)) == ["trip", "gone"], "\(all)")
  }

  @Test func whatIsDueIsListedAndTheRestCounted() throws {
    let desk = try desk()
    let due = try desk.output("lines --due 7d", at: "2026-11-23")
    #expect(rows(due) == ["packed", "now", "week", "paid"], "\(due)")
    #expect(due.contains("1 unknown"))
    let json = try desk.output("lines --due 7d --json", at: "2026-11-23")
    #expect(
      json.contains("\"actBy\":\"2026-11-22\"") && json.contains("\"deadline\":\"2026-11-25\""))
    #expect(json.contains("\"phase\":\"submitted\""))
  }

  @Test(arguments: [
    ("--fee '10 GBP' --fee-every 30d --renews balance", ""),
    ("--day-rate '1 CNY'", ""), ("--renews card", "--fee"),
    ("--fee '0 GBP' --fee-every 30d", "more"),
    ("--fee '10 GBP' --fee-every 24h", "30d"), ("--renews maybe", "balance, card, none"),
  ]) func aPlanIsSet(options: String, says: String) throws {
    let desk = try Desk()
    let result = try desk.run(
      "line add --name a --activated 2026-11-01 \(options)", at: "2026-11-02")
    #expect(result.status == (says.isEmpty ? 0 : 64), "\(result.errors)")
    #expect(says.isEmpty || result.errors.contains(says), "\(result.errors)")
  }

  @Test func aPlanFromTheBalanceIsForecast() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name a --activated 2026-11-01 --fee '10 GBP' --fee-every 30d --renews balance",
      at: "2026-11-02")
    try desk.output("log a balance 3 GBP", at: "2026-11-02")
    let text = try desk.output("lines", at: "2026-11-28")
    #expect(text.contains("2026-11-27  2026-11-30  top up, at least 7 GBP"), "\(text)")
    try desk.output("line set a --renews card", at: "2026-11-28")
    #expect(try desk.output("lines", at: "2026-11-28").contains("renews by itself"))
  }
}
