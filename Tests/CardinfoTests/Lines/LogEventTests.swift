import Testing

/// Events as they happen in life, through the command.
struct LogEventTests {
  private func desk(_ rule: String) throws -> Desk {
    let desk = try Desk()
    try desk.output("line add --name a --rule \(rule)", at: "2026-11-01")
    return desk
  }

  @Test(arguments: [
    ("50元", "50 CNY"), ("'¥50'", "50 CNY"), ("'￥50'", "50 CNY"), ("50 RMB", "50 CNY"),
    ("'50 人民币'", "50 CNY"), ("£10", "10 GBP"), ("'HK$48'", "48 HKD"), ("'NT$300'", "300 TWD"),
    ("'US$ 5.50'", "5.5 USD"), ("€15", "15 EUR"), ("฿100", "100 THB"), ("300₽", "300 RUB"),
    ("12.50GBP", "12.5 GBP"), ("12.50 gbp", "12.5 GBP"),
  ]) func amountsAreTakenAsPeopleWriteThem(written: String, amount: String) throws {
    let desk = try desk("china-mobile-prepaid")
    let text = try desk.output("log a topup \(written)", at: "2026-11-01")
    #expect(text.contains("top-up  \(amount)"), "\(text)")
  }

  @Test(arguments: [("povo-2", "¥700", "700 JPY"), ("ultra-paygo", "$10", "10 USD")])
  func theLineSaysWhatASignMeans(rule: String, written: String, amount: String) throws {
    let desk = try desk(rule)
    #expect(
      try desk.output("log a topup '\(written)'", at: "2026-11-01").contains("top-up  \(amount)"))
  }

  @Test func whatNobodySaysIsNotGuessed() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    for sign in ["$10", "¥50"] {
      let refused = try desk.run("log a topup '\(sign)'")
      #expect(refused.status == 64 && refused.errors.contains("does not say which"))
    }
    try desk.output("log a balance 3 CAD")
    #expect(try desk.output("log a topup '$10'").contains("10 CAD"))
  }

  @Test(arguments: [
    ("charge 2 GBP", "charge  2 GBP"), ("refund 2 GBP", "refund  2 GBP"),
    ("transfer-in 2 GBP", "transfer from another line  2 GBP"),
    ("transfer-out 2 GBP", "transfer to another line  2 GBP"),
    ("data-left 1.5GB", "data left  1.5 GB"),
    ("data-left 500 MB", "data left  500 MB"), ("declined 10 GBP", "payment declined  10 GBP"),
    ("renewal 10 GBP", "plan renewed  10 GBP"),
    ("suspend 5 GBP --until 2027-02-01", "suspension at your wish  5 GBP, 2027-02-01"),
    ("resume", "end of the suspension"),
  ]) func eachKindIsRecorded(what: String, shown: String) throws {
    let text = try desk("giffgaff").output("log a \(what)", at: "2026-11-01")
    #expect(text.contains(shown), "\(text)")
  }

  @Test(arguments: [
    ("charge", "amount"), ("refund", "amount"), ("transfer-in", "amount"), ("data-left", "1.5GB"),
    ("data-left 2", "1.5GB"), ("data-left x GB", "1.5GB"), ("swap", "--iccid"),
    ("swap --iccid 12", "18 to 20 digits"),
    ("call --iccid 8944110123456789013", "swap and port-in"),
    ("call --rule 3hk", "port-in"), ("topup --until 2027-01-01", "takes no --until"),
    ("topup £10 GBP", "12.50"),
  ]) func whatANeedLacksIsSaid(what: String, says: String) throws {
    let result = try desk("giffgaff").run("log a \(what)", at: "2026-11-01")
    #expect(result.status == 64 && result.errors.contains(says), "\(result.errors)")
  }

  @Test func theLastTopUpHasItsAmount() throws {
    let desk = try Desk()
    let text = try desk.output(
      "line add --name a --rule valuegb-hk --last-top-up 2026-11-01 '50 HKD' --note x",
      at: "2026-11-02")
    #expect(text.contains("(2027-11-01)") && text.contains("50 HKD"), "\(text)")
    let unquoted = try desk.output(
      "line add --name b --last-top-up 2026-11-01 50 HKD --rule valuegb-hk", at: "2026-11-02")
    #expect(unquoted.contains("(2027-11-01)"))
    #expect(try desk.run("line add --name c --last-top-up 2026-11-01 ten").status == 64)
  }

  /// In whichever order and at whichever time they are written down.
  @Test(arguments: [
    ["pack --term 30d --on 2026-11-01", "attach --on 2026-11-01"],
    ["attach --on 2026-11-01", "pack --term 30d --on 2026-11-01"],
    ["attach", "pack --term 30d"], ["pack --term 30d", "data"], ["data", "pack --term 30d"],
    ["data --on 2026-11-01", "pack --term 30d --on 2026-11-01"],
  ]) func aPackAndItsFirstUseAreOfOneDay(events: [String]) throws {
    let desk = try desk("airalo-at-attach")
    for event in events { try desk.output("log a \(event)", at: "2026-11-01") }
    let text = try desk.output("line show a", at: "2026-11-02")
    #expect(text.contains("active") && text.contains("2026-12-01"), "\(events): \(text)")
    #expect(!text.contains("how long what was bought lasts"))
  }

  @Test func anUndoneUndoingCountsWithinOneSecond() throws {
    let desk = try desk("giffgaff")
    try desk.output("log a call --on 2026-10-01", at: "2026-11-01")
    let before = try desk.output("line show a", at: "2026-11-01")
    try desk.output("log a undo --event 1", at: "2026-11-01")
    #expect(try desk.output("line show a", at: "2026-11-01").contains("call  "))
    let text = try desk.output("log a undo --event 2", at: "2026-11-01")
    #expect(text.contains(before.split(separator: "\n").first { $0.contains("state") } ?? "none"))
    #expect(
      !text.split(separator: "\n").contains { $0.contains("  call") && $0.contains("undone") })
  }

  @Test func theHistorySaysWhatEachChangeDid() throws {
    let desk = try Desk()
    try desk.output("line add --name a", at: "2026-06-01")
    try desk.output("line set a --rule giffgaff --owner Ann", at: "2026-06-02")
    try desk.output("log a activate --on 2026-06-01", at: "2026-06-03")
    try desk.output("log a incoming-call", at: "2026-06-04")
    try desk.output("log a undo --event 1", at: "2026-06-05")
    let text = try desk.output("line show a --history", at: "2026-06-06")
    let lines = text.split(separator: "\n").map(String.init)
    func line(_ text: String) -> String { lines.last { $0.contains(text) } ?? "" }
    #expect(line("2026-06-02").contains("rule: none → giffgaff"), "\(text)")
    #expect(text.contains("owner: none → Ann"))
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      words.contains("activation on 2026-06-01 unknown → active until 2026-12-01"), "\(text)")
    #expect(line("2026-06-04 ").contains("changed nothing"))
    #expect(line("2026-06-05 ").contains("undone: activation on 2026-06-01"))
    let json = try desk.output("line show a --history --json", at: "2026-06-06")
    #expect(json.contains("\"history\":["))
    #expect(!(try desk.output("line show a --json").contains("\"history\"")))
  }

  @Test func aNumberGoesToAnotherCarrier() throws {
    let desk = try desk("giffgaff")
    try desk.output("line set a --number 07700900123 --iccid 8944110123456789013", at: "2026-11-01")
    try desk.output("log a topup 10 GBP --on 2026-11-01", at: "2026-11-01")
    let text = try desk.output(
      "log a port-in --rule asda-mobile --iccid 8944500123456789011 --on 2026-11-05",
      at: "2026-11-06")
    #expect(text.contains("8944110123456789013 until 2026-11-05"), "\(text)")
    #expect(text.contains("asda-mobile") && text.contains("07700900123"))
    // 180 days from the move, which is an activation there; not from the top-up at the old carrier.
    #expect(text.contains("2027-05-04"), "\(text)")
  }
}
