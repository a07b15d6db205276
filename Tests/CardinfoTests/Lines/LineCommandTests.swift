import Foundation
import Testing

/// Lines are added, shown, changed and removed.
struct LineCommandTests {
  @Test func aLineIsAddedWithWhatIsKnownOfIt() throws {
    let desk = try Desk()
    let text = try desk.output(
      "line add --name 'my giffgaff' --iccid '8944 1101 2345 6789 013' --rule giffgaff "
        + "--plan payasyougo --warn 60,14 --low-balance '2 GBP' --activated 2026-06-01",
      at: "2026-10-10")
    #expect(text.contains("▲ active, 49 days left (2026-11-28), act by 2026-11-25"))
    #expect(text.contains("8944110123456789013"))
    #expect(text.contains("pay as you go"))
    #expect(text.contains("1  2026-06-01  activation"))
    #expect(try desk.output("line show 894411", at: "2026-10-10") == text)
    #expect(try desk.output("line show MY", at: "2026-10-10") == text)
  }

  @Test func aLineNeedsNoRule() throws {
    let desk = try Desk()
    #expect(try desk.output("line add --name a").contains("? unknown"))
    #expect(
      try desk.output("line add --name b --expires 2027-01-31", at: "2026-12-31")
        .contains("▲ active, 31 days left (2027-01-31)") == false)
    #expect(
      try desk.output("line show b", at: "2027-01-10").contains("21 days left (2027-01-31)"))
    let every = "line add --name c --every 180d --kept-by use --last-use 2026-01-01"
    #expect(try desk.output(every, at: "2026-06-01").contains("30 days left (2026-07-01)") == false)
    #expect(try desk.output("line show c", at: "2026-06-01").contains("29 days left (2026-06-30)"))
  }

  /// Airalo and 3HK have two rules each; which one holds nobody can tell from the card.
  @Test func severalRulesAreNamedToChooseFrom() throws {
    let desk = try Desk()
    let result = try desk.run("line add --card --virtual travel-euicc")
    let added = result.output
    for rule in ["airalo-at-attach, airalo-at-install", "3hk, 3hk-travel-esim"] {
      #expect(added.contains(rule), "\(added)")
    }
    #expect(result.errors.contains("--rule RULE, or --expires DATE"), "\(result.errors)")
    let shown = try desk.output("line show 8944500123456789011")
    #expect(shown.contains("airalo-at-attach,") && shown.contains("airalo-at-install"), "\(shown)")
    #expect(shown.contains("--expires DATE") && !shown.contains("no carrier's rule is known"))
  }

  /// Nothing was read: nothing is said of what is there.
  @Test func withoutPcscdNothingIsSaidToBeTracked() throws {
    let desk = try Desk()
    let result = try desk.run("line add --card", noService: true)
    #expect(result.status != 0 && !result.errors.contains("tracked already"), "\(result.errors)")
    try desk.output("line add --card --virtual plain-sim")
    let again = try desk.run("line add --card --virtual plain-sim")
    #expect(again.errors.contains("tracked already"), "\(again.errors)")
  }

  /// A package counts from its installation or from the first registration: what is asked for leads there.
  @Test(arguments: [
    ("airalo-at-install", "install"), ("airalo-at-attach", "attach"),
  ]) func whatAPackAsksForLeadsToItsDate(rule: String, start: String) throws {
    let desk = try Desk()
    let day = "2026-11-01"
    try desk.output("line add --name air --rule \(rule)", at: day)
    let bought = try desk.output("log air purchase --term 7d", at: day)
    #expect(bought.contains("cardinfo log air \(start)"), "\(bought)")
    #expect(try desk.output("log air \(start)", at: day).contains("(2026-11-08)"))
  }

  @Test func aPackOfUnknownLengthAsksForItAtOnce() throws {
    let desk = try Desk()
    let day = "2026-11-01"
    try desk.output("line add --name air --rule airalo-at-install", at: day)
    let text = try desk.output("log air install", at: day)
    #expect(text.contains("? unknown") && text.contains("--term TERM"), "\(text)")
    #expect(!text.contains("log air activate"), "\(text)")
    #expect(try desk.output("log air pack 5 USD --term 7d", at: day).contains("(2026-11-08)"))
  }

  @Test func theMarkIsOfWhatIsOverOrUnknown() throws {
    let desk = try Desk()
    try desk.output("line add --name gone --rule giffgaff --activated 2026-06-01")
    let gone = try desk.output("log gone cancel --yes")
    #expect(gone.contains("– gone") && !gone.contains("● gone"), "\(gone)")
    try desk.output(
      "line add --name orange --rule orange-fr --activated 2026-11-01", at: "2026-11-02")
    let shown = try desk.output("line show orange", at: "2026-11-02")
    #expect(
      shown.split(separator: "\n").allSatisfy { !($0.contains("●") && $0.hasSuffix("unknown")) },
      "\(shown)")
  }

  /// 27 November + 6 months = 27 May; 180 days = 26 May.
  @Test func theStricterDayIsTheOneThatIsTold() throws {
    let desk = try Desk()
    let text = try desk.output(
      "line add --name a --rule giffgaff --last-top-up 2026-11-27 '10 GBP'", at: "2026-11-27")
    #expect(text.contains("(2027-05-26)"), "\(text)")
    #expect(text.contains("lasts until 2027-05-26, or 2027-05-27"), "\(text)")
  }

  /// Orange's number lives on behind its credit: what starts the credit is asked for.
  @Test func whatStartsAClockThatIsFollowedIsAskedFor() throws {
    let desk = try Desk()
    let text = try desk.output("line add --name a --rule orange-fr-mobicarte")
    #expect(text.contains("cardinfo log a topup AMOUNT --on DATE"), "\(text)")
    #expect(!text.contains("the end of another term"), "\(text)")
  }

  @Test func theGuideOfAnUnknownLineFindsOutFirst() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    let guide = try desk.output("renew a guide")
    #expect(!guide.contains("there is nothing to do now"), "\(guide)")
    #expect(guide.contains("how it stands is not known"), "\(guide)")
  }

  @Test func settingsChangeAndTheRestStays() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff --activated 2026-06-01")
    try desk.output("line set a --name b --plan data")
    let text = try desk.output("line show b")
    #expect(text.contains("giffgaff") && text.contains("data") && text.contains("activation"))
    #expect(try desk.run("line show a").status == 65)
  }

  @Test(arguments: [
    ("line add --name a --rule xyz", 64, "line rules"),
    ("line add --name a --rule airalo", 64, "airalo-at-attach, airalo-at-install"),
    ("line add --name a --iccid 123", 64, "18 to 20 digits"),
    ("line add --name ' '", 64, "--name is empty"),
    ("line add --name a --billing-day 32", 64, "1 to 31"),
    ("line add --name a --warn 30,x", 64, "60,30,7"),
    ("line add --name a --low-balance 5", 64, "currency"),
    ("line add --name a --expires 2027-02-30", 64, "2026-11-23"),
    ("line add --name a --every 6w", 64, "30d"),
    ("line set known", 64, "say what to change"),
    ("line show unknown", 65, "cardinfo lines"),
    ("line show k", 65, "give more of the name"),
    ("line add --name twin --iccid 8944110123456789013", 65, "line set"),
  ]) func mistakesAreExplained(arguments: String, status: Int32, says: String) throws {
    let desk = try Desk()
    try desk.output("line add --name known --iccid 8944110123456789013")
    try desk.output("line add --name knox")
    let result = try desk.run(arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func nothingIsMadeByAskingAlone() throws {
    let desk = try Desk()
    #expect(try desk.run("lines").status == 0)
    #expect(try desk.run("lines").errors.contains("line add"))
    #expect(try desk.run("line show a").status == 65)
    try desk.output("--virtual plain-sim")
    #expect(!FileManager.default.fileExists(atPath: desk.ledger))
  }

  @Test func purgingAsksAndLeavesNothing() throws {
    let desk = try Desk()
    try desk.output("line add --name secretive --iccid 8944110123456789013")
    try desk.output("--virtual plain-sim")
    let refused = try desk.run("line purge secretive </dev/null")
    #expect(refused.status == 64 && refused.errors.contains("--yes"))
    #expect(try desk.run("line purge secretive --yes").status == 0)
    #expect(try desk.run("line show secretive").status == 65)
    let rest = try Command.bash(
      "grep -rlaE 'secretive|8944110123456789013|234105123456789' \(desk.ledger)")
    #expect(rest.output.isEmpty, "\(rest.output)")
  }

  @Test func aRemovedLineIsOffTheListsAndComesBack() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 8944110123456789013 --activated 2026-06-01")
    try desk.output("line add --name b")
    #expect(try desk.run("line remove a").errors.contains("line restore a"))
    #expect(try desk.output("lines").contains(" a  ") == false)
    #expect(try desk.output("lines --removed").contains(" a  "))
    #expect(try desk.output("line show a").contains("off the lists"))
    #expect(try desk.output("--virtual plain-sim").contains("not tracked yet"))
    try desk.output("line restore a")
    #expect(try desk.output("lines").contains(" a  "))
    try desk.output("line remove a")
    let again = try desk.output("line add --name a --iccid 8944110123456789013")
    #expect(again.contains("activation"), "what happened to it is still there")
  }

  @Test func othersMayNotRead() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    _ = try Command.bash("chmod 755 \(desk.ledger)")
    let result = try desk.run("lines")
    #expect(result.status == 77)
    #expect(result.errors.contains("chmod 700"))
  }

  @Test func aPersonAddsRulesAndIsToldWhatIsWrongWithThem() throws {
    let desk = try Desk()
    try desk.configure(
      "carriers/mine.json",
      """
      {"schema": "cardinfo.carriers", "schemaVersion": "2.0", "carriers": [{
        "id": "club", "names": {"en": "Club"},
        "sources": {"me": {"title": "my contract", "quality": "U"}},
        "rules": [{"id": "club", "source": "me", "zone": "Asia/Hong_Kong",
          "clocks": [{"id": "number", "subject": "number", "anchor": ["lastTopUp"],
            "period": {"n": 30, "unit": "day"}, "stages": []}]}]}]}
      """)
    try desk.configure(
      "rules/broken.json", "{\n  \"schema\": \"cardinfo.carriers\",\n  oops\n}")
    let result = try desk.run(
      "line add --name a --rule club --last-top-up 2026-01-01", at: "2026-01-02")
    #expect(result.status == 0)
    #expect(result.output.contains("active, 29 days left (2026-01-31)"))
    #expect(result.errors.contains("broken.json:3:3"))
    #expect(try desk.output("line rules").contains("club"))
  }

  @Test func severalLinesStandSoonestFirst() throws {
    let desk = try Desk()
    for (name, day) in [("late", "2027-03-01"), ("soon", "2026-12-01"), ("next", "2027-01-15")] {
      try desk.output("line add --name \(name) --expires \(day)", at: "2026-11-01")
    }
    try desk.output("line add --name never --rule pay-as-you-go")
    // Behind the sums, where there are some; the head of the table is indented.
    let names = { (text: String) in
      text.split(separator: "\n").filter { !$0.hasPrefix(" ") && $0.first?.isNumber == false }
        .map { $0.split(separator: " ")[1] }
    }
    let all = try desk.output("lines", at: "2026-11-23")
    #expect(names(all) == ["soon", "never", "next", "late"])
    // The day to act by is three days before the last one.
    #expect(names(try desk.output("lines --due 60d", at: "2026-11-23")) == ["soon", "next"])
    #expect(names(try desk.output("lines --due 5d", at: "2026-11-23")) == ["soon"])
    #expect(try desk.run("lines --due 4d", at: "2026-11-23").errors.contains("none of the 4 lines"))
    #expect(names(try desk.output("lines --limit 2", at: "2026-11-23")) == ["soon", "next"])
    #expect(try desk.run("lines --due 3h").status == 64)
    #expect(try desk.run("lines --limit 0").status == 64)
    #expect(!all.contains("\u{1B}"))
    #expect(try desk.run("lines | head -1").status == 0)
  }

  @Test func jsonIsOneObjectOfTheSchema() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name a --rule giffgaff --activated 2026-06-01 --expires 2026-12-01")
    try desk.output("renew a start 10 GBP")
    for arguments in ["lines --json", "line show a --json", "log a call --json"] {
      let json = try desk.output(arguments)
      let file = desk.scratch.path("lines.json")
      try Data(json.utf8).write(to: URL(filePath: file))
      let check = try Command.bash(
        "/usr/bin/python3 Tests/System/validate_json.py Docs/schema/lines.schema.json \(file)")
      #expect(check.status == 0, "\(arguments): \(check.output)\(check.errors)")
    }
    #expect(try Desk().output("lines --json").contains("\"lines\":[\n]"))
  }
}
