import ArgumentParser
import Card
import CardState
import Testing
import Words

@testable import cardinfo

/// A profile is changed from the desk as from the command line: shown, agreed to, judged by a new read; and by
/// nothing else.
struct DeskProfileTests {
  private let browser: DeskBrowser
  private static let orange = "Orange"
  private static let trip = "出差 🇭🇰 每90天充值"

  init() throws {
    browser = try DeskBrowser(try Desk())
    try browser.desk.output("line add --name home")
    try browser.insert("travel-euicc")
  }

  /// The profile's number in forms.
  private func place(_ name: String) throws -> String {
    let link = try DeskBrowser.link(name, in: browser.get("/readers").text)
    return try #require(link.split(separator: "?of=").last.map(String.init))
  }

  private func state(_ name: String) throws -> Profile.State? {
    var found: Profile?
    try browser.other { run in
      found = try run.targets(asking: [.profiles]).flatMap { $0.euicc.profiles ?? [] }
        .first { $0.calledName == name }
    }
    return found?.state
  }

  /// Shows a change, and gives the page with what agrees to it.
  private func show(_ name: String, _ fields: [(String, String)]) throws -> (String, String) {
    let shown = browser.post("/profile", [("of", try place(name))] + fields)
    #expect(shown.status == 200, "\(shown.text)")
    return (shown.text, try DeskBrowser.hidden("change", in: shown.text))
  }

  @Test func aChangeIsShownBeforeItIsMadeAndReadBack() throws {
    let profile = browser.get("/profile", [("of", try place(Self.orange))])
    #expect(profile.status == 200 && profile.text.contains("name=\"enable\""))
    let (page, mark) = try show(Self.orange, [("enable", "1")])
    #expect(page.contains("Enable ") && page.contains("name=\"send\""))
    // It was only shown.
    #expect(try state(Self.orange) == .disabled)
    let made = browser.send("/profile", [("change", mark)])
    #expect(made.status == 200 && made.text.contains("class=\"done\""), "\(made.text)")
    #expect(made.text.contains("wait") && made.text.contains("to be sent"))
    #expect(try state(Self.orange) == .enabled)
    // The cards are shown as they are now.
    let after = browser.follow(try DeskBrowser.link(Self.orange, in: browser.get("/").text))
    #expect(after.text.contains("name=\"disable\"") && !after.text.contains("name=\"delete\""))
    let (question, second) = try show(Self.orange, [("disable", "1")])
    #expect(question.contains("No line is in use then."))
    #expect(browser.send("/profile", [("change", second)]).text.contains("class=\"done\""))
    #expect(try state(Self.orange) == .disabled)
  }

  @Test func aNameIsGivenAndTakenAway() throws {
    let (_, mark) = try show(Self.orange, [("rename", "1"), ("nickname", "<i>夏</i>")])
    #expect(browser.send("/profile", [("change", mark)]).text.contains("class=\"done\""))
    #expect(try state("<i>夏</i>") == .disabled)
    #expect(browser.get("/readers").text.contains("&lt;i&gt;夏&lt;/i&gt;"))
    let long = browser.post(
      "/profile",
      [
        ("of", try place("&lt;i&gt;夏&lt;/i&gt;")), ("rename", "1"),
        ("nickname", String(repeating: "x", count: 65)),
      ])
    #expect(long.status == 422 && long.text.contains("64 bytes"))
  }

  @Test func whatIsLostIsShownAndTheNameTyped() throws {
    let iccid = try #require(
      browser.service.cards.now.readers.first?.card?.card.profilesWithEUICC
        .first { $0.profile.calledName == Self.trip }?.profile.iccid)
    try browser.desk.output("line add --name summer --iccid \(iccid) --expires 2027-06-01")
    let (page, mark) = try show(Self.trip, [("delete", "1")])
    #expect(page.contains("summer is still valid") && page.contains("name=\"typed\""))
    for wrong in ["", "yes", "1", String(iccid.suffix(3)), "summ"] {
      let refused = browser.post("/profile", [("change", mark), ("typed", wrong)])
      #expect(refused.status == 422 && refused.text.contains("role=\"alert\""), "\(wrong)")
      #expect(try state(Self.trip) == .disabled)
    }
    let made = browser.send("/profile", [("change", mark), ("typed", " Summer ")])
    #expect(made.text.contains("class=\"done\""), "\(made.text)")
    #expect(try state(Self.trip) == nil)
    #expect(try browser.desk.output("line show summer").contains("profile deleted"))
    // Sent again, from another tab or by a reload, it does nothing.
    let again = browser.post("/profile", [("change", mark), ("typed", "summer")])
    #expect(again.status == 400 && again.text.contains("nothing was done now"))
  }

  @Test func whatTheCardRefusesIsSaid() throws {
    let (_, mark) = try show(Self.orange, [("delete", "1")])
    let refused = browser.send("/profile", [("change", mark), ("typed", Self.orange)])
    #expect(refused.text.contains("do not allow deleting it"))
    #expect(!refused.text.contains("class=\"done\""))
    #expect(try state(Self.orange) == .disabled)
  }

  @Test func anEnabledProfileIsNotDeleted() throws {
    let refused = browser.post(
      "/profile", [("of", try place("airalo expires 5/25")), ("delete", "1")])
    #expect(refused.status == 422 && refused.text.contains("is enabled"))
  }

  @Test func whatAnotherProgramDidMeanwhileIsSeen() throws {
    let (_, mark) = try show(Self.orange, [("delete", "1")])
    try browser.other { run in
      let choice = try ProfileSelection.find(
        Self.orange, in: try run.targets(asking: [.profiles]),
        try LedgerOptions.parse(["--ledger", browser.desk.ledger]))
      let document = run.perform(
        .init(target: choice.target, change: .rename(ProfileReference(choice.profile), to: "mine")))
      #expect(document.errors.isEmpty)
    }
    let refused = browser.send("/profile", [("change", mark), ("typed", Self.orange)])
    #expect(refused.text.contains("not as it was shown"), "\(refused.text)")
    #expect(try state("mine") == .disabled)
  }

  @Test func aPageOfAnotherReadLeadsNowhere() throws {
    let old = try place(Self.orange)
    let (_, mark) = try show(Self.orange, [("enable", "1")])
    try browser.insert("blank-euicc")
    for path in ["/profile", "/download"] {
      #expect(browser.get(path, [("of", old)]).status == 400)
      #expect(browser.post(path, [("of", old), ("enable", "1")]).status == 400)
    }
    for odd in ["", "-", "1", "0-0", "1-", "9-9", "1--1", "1-0-0", "a-b", "99999999999999999999-0"]
    {
      #expect(browser.get("/profile", [("of", odd)]).status == 400, "\(odd)")
      #expect(browser.post("/read", [("of", odd)]).status == 400, "\(odd)")
    }
    // Another card in the reader is not the one that was shown.
    let refused = browser.send("/profile", [("change", mark)])
    #expect(refused.text.contains("role=\"alert\"") && !refused.text.contains("class=\"done\""))
  }

  @Test func oneThingIsDoneAtATime() throws {
    let (_, mark) = try show(Self.orange, [("enable", "1")])
    let place = try place(Self.orange)
    try browser.service.work.alone(Words(verbatim: "something")) {
      for fields in [[("change", mark)], [("of", place), ("enable", "1")]] {
        let refused = browser.post("/profile", fields)
        #expect(refused.status >= 400 && refused.text.contains("works with a card now"))
      }
      #expect(browser.get("/readers").status == 200)
    }
    // What could not be done then can be done now.
    #expect(browser.send("/profile", [("change", mark)]).text.contains("class=\"done\""))
  }

  @Test func twoTabsThatAgreeAtOnceChangeItOnce() async throws {
    let (_, mark) = try show(Self.orange, [("enable", "1")])
    let service = browser.service
    let kept = service.changes
    let taken = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { kept.take(mark) != nil } }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(taken == 1)
  }

  @Test func aMaskedDeskShowsNoIdentifier() throws {
    let browser = try DeskBrowser(try Desk(), showsIdentifiers: false)
    try browser.desk.output("line add --name home")
    try browser.insert("travel-euicc")
    let card = try #require(browser.service.cards.now.readers.first?.card?.card)
    let secrets = card.euiccs.map(\.eid) + card.profilesWithEUICC.compactMap(\.profile.iccid)
    #expect(secrets.count > 2)
    let link = try DeskBrowser.link(Self.orange, in: browser.get("/readers").text)
    let number = try #require(link.split(separator: "=").last.map(String.init))
    var pages = [
      browser.get("/cards"), browser.follow(link),
      browser.get("/download", [("of", number.prefix { $0 != "-" } + "-0")]),
    ]
    let shown = browser.post("/profile", [("of", number), ("enable", "1")])
    let mark = try DeskBrowser.hidden("change", in: shown.text)
    pages += [shown, browser.send("/profile", [("change", mark)])]
    for page in pages {
      #expect(page.status == 200)
      for secret in secrets { #expect(!page.text.contains(secret)) }
    }
    #expect(pages.last?.text.contains("class=\"done\"") == true)
  }

  @Test(arguments: [
    "nonsense", "LPA:1$", "LPA:1$127.0.0.1/x$A", "LPA:1$$A", "https://example.com",
    "LPA:2$rsp.example.com$A",
  ])
  func aCodeThatIsNoneIsSaidAndNotShownAgain(code: String) throws {
    let place = try place(Self.orange).prefix { $0 != "-" } + "-0"
    #expect(browser.get("/download", [("of", String(place))]).status == 200)
    let refused = browser.post("/download", [("of", String(place)), ("code", code)])
    #expect(refused.status == 422 && refused.text.contains("role=\"alert\""))
    #expect(!refused.text.contains("value=\"\(code)\""))
  }

  @Test(arguments: ["", "GIF89a", "\u{89}PNG", "push graphic-context"])
  func aPictureThatIsNoneIsSaid(picture: String) throws {
    let place = try place(Self.orange).prefix { $0 != "-" } + "-0"
    let refused = browser.post(
      "/download", [("of", String(place)), ("picture", picture.isEmpty ? "\u{FFFD}" : picture)])
    #expect(refused.status == 422 && refused.text.contains("image"))
  }

  @Test func whatIsAgreedToTwiceIsFetchedOnce() throws {
    let refused = browser.post("/download", [("download", Token().text)])
    #expect(refused.status == 400 && refused.text.contains("nothing was done now"))
  }

  @Test func aCardThatAnotherProgramChangedIsReadAgain() throws {
    let old = try place(Self.orange)
    try browser.other { run in
      let choice = try ProfileSelection.find(
        Self.orange, in: try run.targets(asking: [.profiles]),
        try LedgerOptions.parse(["--ledger", browser.desk.ledger]))
      _ = run.perform(
        .init(target: choice.target, change: .rename(ProfileReference(choice.profile), to: "mine")))
    }
    #expect(!browser.get("/readers").text.contains("mine"))
    #expect(browser.send("/read", [("of", old)]).text.contains("<bdi>mine</bdi>"))
  }

  @Test func theDrawerKeepsCardsThatAreGone() throws {
    try browser.desk.output("line add --name trip --expires 2027-06-01")
    #expect(browser.get("/cards").text.contains("None yet"))
    let iccid = try #require(
      browser.service.cards.now.readers.first?.card?.card.profilesWithEUICC
        .first { $0.profile.calledName == Self.orange }?.profile.iccid)
    try browser.desk.output("line set trip --iccid \(iccid)")
    try browser.service.readAgain(DeskBrowser.reader)
    let page = browser.get("/cards").text
    #expect(page.contains("in a reader now") && page.contains("<bdi>trip</bdi>"))
    browser.service.cards.take(WatchEvent(.cardRemoved, reader: DeskBrowser.reader), [])
    let later = browser.get("/cards").text
    #expect(!later.contains("in a reader now") && later.contains("<bdi>trip</bdi>"))
    #expect(later.contains(Self.orange))
  }
}
