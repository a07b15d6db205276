import Carriers
import Foundation
import Renewal
import Testing
import Words

@testable import Ledger

/// Tables as people have them: from spreadsheets, in their languages, with what spreadsheets do to them.
struct PersonsTablesTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open(at: "2026-11-20T12:00:00Z")
  }

  private func `import`(
    _ text: String, columns: [(String, String)] = [], order: DateOrder? = nil,
    encoding: String? = nil, isStrict: Bool = false, isRehearsal: Bool = false,
    as format: ExchangeFormat = .csv, at: String = "2026-11-15T12:00:00Z"
  ) throws -> PersonsImport {
    try PersonsImport(
      Data(text.utf8), columns: columns, order: order, encoding: encoding, isStrict: isStrict,
      isRehearsal: isRehearsal, as: format, into: ledger, at: at)
  }

  private func lines() throws -> [Line] {
    var lines: [Line] = []
    try ledger.forEachLine { line, _ in
      lines.append(line)
      return true
    }
    return lines.sorted { $0.name < $1.name }
  }

  private func date(_ name: String) throws -> String? {
    let line = try ledger.line(matching: name)
    return try ledger.verdict(of: line.id).dueOn?.description
  }

  // MARK: Languages

  @Test(arguments: [
    "名称,号码,到期,备注", "名稱,號碼,到期日,備註", "Name,Rufnummer,Gültig bis,Bemerkung",
    "Nom,Numéro,Date d'expiration,Remarque", "Nombre,Teléfono,Vence,Nota",
    "Nome,Telefono,Scadenza,Note", "Nazwa,Numer telefonu,Data ważności,Uwagi",
    "ชื่อ,เบอร์โทร,วันหมดอายุ,หมายเหตุ", "Nama,Nomor HP,Masa aktif,Catatan",
    "Ad,Telefon,Son kullanma tarihi,Not", "Название,Номер,Срок действия,Примечание",
    "Назва,Номер,Термін дії,Примітка", "Name,Phone number,Expiry date,Remarks",
    "NAME , number,EXPIRES,note", "名称/Name,号码/Number,到期/Expires,备注/Note",
  ])
  func columnsHaveNamesInManyLanguages(header: String) throws {
    let imported = try `import`("\(header)\nHome,+44 7700 900123,2026-12-31,kept\n")
    #expect(imported.problems == [])
    let line = try #require(try lines().first)
    #expect(line.name == "Home")
    #expect(line.numbers == ["+44 7700 900123"])
    #expect(line.note == "kept")
    #expect(try date("Home") == "2026-12-31")
  }

  @Test func everyColumnInTheDataIsOneOfTheTable() throws {
    for language in try Shipped.languages.get() {
      for column in language.columns.keys where column != TableWords.total {
        #expect(LineTable.ofPersons.contains(column), "\(language.language): \(column)")
      }
    }
  }

  /// One word that is two columns would be a matter of luck.
  @Test func noWordNamesTwoColumns() throws {
    var meanings: [String: String] = [:]
    for language in try Shipped.languages.get() {
      for (column, words) in language.columns {
        for word in words.map(TableWords.folded) {
          #expect(meanings[word] ?? column == column, "\(word)")
          meanings[word] = column
        }
      }
    }
  }

  // MARK: Forms

  @Test func separatorsThatTheFileNamesAndLineEndsOfAnySystem() throws {
    for (index, text) in [
      "sep=;\r\nname;expires\r\nA0;2026-12-31\r\n", "\"sep=|\"\nname|expires\nA1|2026-12-31",
      "name\texpires\rA2\t2026-12-31\r", "name,expires\rA3,2026-12-31\nA3b,2026-12-30\r\n",
      "\u{FEFF}sep=,\nname,expires\nA4,2026-12-31\n", "name;expires\nA5;\"2026-12-31\"\n\n;;\n",
    ].enumerated() {
      let imported = try `import`(text)
      #expect(imported.problems == [], "\(text)")
      #expect(try date("A\(index)") == "2026-12-31")
    }
    let bad = try `import`("name,expires\rB,2026-12-31\rC,never\r")
    #expect(bad.problems.map(\.line) == [3])
  }

  @Test(arguments: ["utf-16", "utf-16le", "utf-16be", "plain-le", "plain-be", "gb18030", "gbk"])
  func otherEncodings(name: String) throws {
    let text = "名称,运营商,到期\n移动卡,China Mobile,2026-12-31\n联通卡,,2026年11月30日\n"
    let utf16 = Array(text.utf16)
    let little = Data(utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = Data(utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let data: Data
    switch name {
    case "utf-16", "utf-16le": data = Data([0xFF, 0xFE]) + little
    case "utf-16be": data = Data([0xFE, 0xFF]) + big
    case "plain-le": data = little
    case "plain-be": data = big
    default: data = Data(Self.inGBK)
    }
    let isAsked = name.hasPrefix("gb")
    for chunk in [1, 3, 7, 10_000] {
      let ledger = try Scratch().open()
      let imported = try PersonsImport(
        data, encoding: isAsked ? name : nil, into: ledger, chunk: chunk)
      #expect(imported.problems.filter { !$0.isWarning } == [])
      #expect(imported.report.lines == 2)
      #expect(try ledger.line(matching: "移动卡").carrier == "China Mobile")
    }
    if isAsked {
      let error = #expect(throws: LedgerError.self) { try PersonsImport(data, into: ledger) }
      #expect(error?.hint?.description.contains("--encoding") == true)
    }
  }

  /// The same text in GBK, as Python writes it.
  private static let inGBK: [UInt8] = [
    0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xD4, 0xCB, 0xD3, 0xAA, 0xC9, 0xCC, 0x2C, 0xB5, 0xBD, 0xC6,
    0xDA, 0x0A, 0xD2, 0xC6, 0xB6, 0xAF, 0xBF, 0xA8, 0x2C, 0x43, 0x68, 0x69, 0x6E, 0x61, 0x20,
    0x4D, 0x6F, 0x62, 0x69, 0x6C, 0x65, 0x2C, 0x32, 0x30, 0x32, 0x36, 0x2D, 0x31, 0x32, 0x2D,
    0x33, 0x31, 0x0A, 0xC1, 0xAA, 0xCD, 0xA8, 0xBF, 0xA8, 0x2C, 0x2C, 0x32, 0x30, 0x32, 0x36,
    0xC4, 0xEA, 0x31, 0x31, 0xD4, 0xC2, 0x33, 0x30, 0xC8, 0xD5, 0x0A,
  ]

  @Test func bytesThatAreNoTextRefuseTheirRow() throws {
    var data = Data("name\nA\n".utf8)
    data += [0xC4, 0xFF, 0x0A] + Data("B\n".utf8)
    let imported = try PersonsImport(data, encoding: "gbk", into: ledger)
    #expect(imported.problems.map(\.line) == [3])
    #expect(try lines().map(\.name) == ["A", "B"])
  }

  @Test func titlesSumsAndRepeatedHeadersAreNoLines() throws {
    let imported = try `import`(
      """
      我的保号卡,,,
      更新于 2026-11-01,,,
      ,,,
      名称,号码,到期,余额
      甲,13800138000,2026-12-31,
      名称,号码,到期,余额
      乙,13900139000,2026-12-30,
      合计：2张,,,100.50
      ,,,100.50
      """)
    #expect(imported.problems == [])
    #expect(imported.report.lines == 2)
    #expect(imported.report.skipped == 5)
    #expect(try lines().map(\.name).sorted() == ["乙", "甲"])
    #expect(
      imported.rows.filter { if case .skipped = $0.outcome { true } else { false } }.map(\.line)
        == [1, 2, 6, 8, 9])
  }

  @Test func aLineThatIsCalledLikeASumIsALine() throws {
    #expect(
      try `import`("name,iccid,expires\nTotal,8944110123456789013,2026-12-31\n").report.lines == 1)
  }

  @Test func columnsThatAreNamedByThePerson() throws {
    let imported = try `import`(
      "标签,结束,号码\n家,2026-12-31,10086\n", columns: [("name", "标签"), ("expires", "结束")])
    #expect(imported.problems == [])
    #expect(try date("家") == "2026-12-31")
    let missing = #expect(throws: LedgerError.self) {
      try `import`("name,x\nA,1\n", columns: [("expires", "End")])
    }
    #expect(missing?.message.description.contains("End") == true)
    #expect(throws: LedgerError.self) { try `import`("name,到期,expires\nA,,\n") }
  }

  @Test func keepAliveExportsComeIn() throws {
    let json = """
      [{"number": 8613800138000, "carrier": "x", "cycle": 180, "lastKeep": "2026-10-01", "icon": null},
       {"number": "+447700900123", "carrier": "giffgaff", "cycle": 90, "lastKeep": 46327}]
      """
    let imported = try `import`(
      json, columns: [("numbers", "number"), ("every", "cycle"), ("lastKept", "lastKeep")],
      as: .json)
    #expect(imported.problems.filter { !$0.isWarning } == [])
    #expect(try lines().map(\.name) == ["+447700900123", "8613800138000"])
    // 180 days from 1 October, 90 days from 1 November, by hand.
    #expect(try date("8613800138000") == "2027-03-30")
    #expect(try date("+447700900123") == "2027-01-30")
    let table = "号码,运营商,周期(天),上次保号\n10010,联通,30,2026-11-01\n"
    #expect(try `import`(table).problems.filter { !$0.isWarning } == [])
    #expect(try date("10010") == "2026-12-01")
    #expect(try `import`("号码,周期（月）,上次保号\n10000,6,2026-11-01\n").problems == [])
    #expect(try date("10000") == "2027-05-01")
  }

  @Test(arguments: ["[", "[]", "[1]", "[{\"number\": 1}", "[{}] x", "[{\"x\": {\"y\": []}}]"])
  func brokenListsAreRefused(text: String) throws {
    let refused = (try? `import`(text, as: .json).report.refused) ?? 1
    #expect(refused > 0)
    #expect(try ledger.lineCount() == 0)
  }

  // MARK: What spreadsheets did

  @Test func numbersThatASpreadsheetRoundedAreRefused() throws {
    let imported = try `import`(
      """
      name,iccid,number
      a,8.9E+18,
      b,8944110123456780000,
      c,"8,94411E+18",
      d,,8.61381E+12
      e,89441101234567800000,
      f,8944 1101 2345 6790 000,
      g,8944110123456789013,+44 7700 900123
      h,="8944110123456789021",'07700900124
      """)
    #expect(imported.refusedLines == [2, 3, 4, 5, 6])
    #expect(imported.report.refused == 5)
    let names = try lines().map(\.name)
    #expect(names == ["f", "g", "h"])
    #expect(try ledger.line(matching: "h").iccid == "8944110123456789021")
    #expect(try ledger.line(matching: "h").numbers == ["07700900124"])
  }

  @Test func aWrongCheckDigitOnlyWarns() throws {
    let imported = try `import`("name,iccid\na,8944110123456789011\n")
    #expect(imported.report.lines == 1)
    #expect(imported.problems.map(\.isWarning) == [true])
    #expect(imported.problems.map(\.column) == ["iccid"])
  }

  // MARK: Keys

  @Test func aKeyTwiceInOneFileIsRefusedWithBothRows() throws {
    for table in [
      "name,iccid\na,8944110123456789013\nb,894411012345678901\n",
      "name,number\na,+44 7700 900123\nb,+447700900123\n",
      "name,expires\na,2026-12-31\nA,2026-12-30\n",
      "name,number,expires\na,07700900123,\na,07700900124,\n",
    ] {
      let imported = try `import`(table)
      #expect(imported.refusedLines == [2, 3], "\(table)")
      #expect(imported.problems.first?.message.description.contains("line 3 ") == true)
      #expect(imported.problems.last?.message.description.contains("line 2 ") == true)
      #expect(try ledger.lineCount() == 0)
    }
    let same = try `import`("name,expires\na,2026-12-31\na,2026-12-31\n")
    #expect(same.problems == [])
    #expect((same.report.lines, same.report.unchanged) == (1, 1))
  }

  @Test func aRowThatMayBeAnotherLineIsNotMerged() throws {
    #expect(try `import`("name,number,iccid\na,0770090001,8944110123456789013\n").report.lines == 1)
    #expect(try `import`("name,number\na,0770090002\n").refusedLines == [2])
    #expect(try `import`("name,iccid\na,8944110123456789021\n").refusedLines == [2])
    #expect(
      try `import`("name,number,iccid\nb,0770090001,8944110123456789013\n").report.changed == 1)
    #expect(try lines().count == 1)
  }

  @Test func anUnknownRuleIsRefusedWithThoseNearIt() throws {
    let imported = try `import`("name,rule\na,gifgaff\nb,GiffGaff\nc,zzzzzz\n")
    #expect(imported.refusedLines == [2, 4])
    #expect(imported.problems.first?.message.description.contains("giffgaff") == true)
    #expect(imported.problems.last?.message.description.contains("line rules") == true)
    #expect(try ledger.line(matching: "b").rule == "giffgaff")
  }

  // MARK: Days, amounts

  @Test func anAmbiguousDayNamesTheOption() throws {
    let table = "name,expires\na,1/12/2026\nb,31/12/2026\n"
    let imported = try `import`(table)
    #expect(imported.refusedLines == [2])
    #expect(imported.problems.first?.column == "expires")
    #expect(imported.problems.first?.message.description.contains("--date-order") == true)
    #expect(try `import`(table, order: .dayMonthYear).problems == [])
    #expect(try date("a") == "2026-12-01")
    #expect(try `import`("name,expires\nc,12/31/2026\n", order: .dayMonthYear).refusedLines == [2])
  }

  @Test func serialsAreDaysInColumnsOfDaysAlone() throws {
    #expect(try `import`("name,expires,number\n46327,46387,46327\n").problems == [])
    #expect(try date("46327") == "2026-12-31")
    #expect(try lines().map(\.numbers) == [["46327"]])
  }

  @Test func whatCannotBeIsRefused() throws {
    let imported = try `import`(
      """
      name,expires,lastTopUp,balance,billingDay
      a,2206-01-01,,,
      b,2062-12-31,,,
      c,,2026-12-31,,
      d,,,12 XX,
      e,,,12,
      f,,,,32
      g,-,n/a,—,1
      """)
    #expect(imported.refusedLines == [2, 3, 4, 5, 6, 7])
    #expect(try lines().map(\.name) == ["g"])
  }

  @Test func amountsWithSignsAreUnderstood() throws {
    let imported = try `import`(
      """
      名称,余额,余额日期
      a,50元,2026-11-01
      b,£10,2026-11-01
      c,HK$48,2026-11-01
      d,50 RMB,2026-11-01
      e,$5,2026-11-01
      """)
    #expect(imported.refusedLines == [6])
    let balances = try ["a", "b", "c", "d"].map { name in
      let line = try ledger.line(matching: name)
      return try ledger.events(of: line.id).first { $0.kind == .balance }?.amount?.text
    }
    #expect(balances == ["50 CNY", "10 GBP", "48 HKD", "50 CNY"])
  }

  // MARK: Later tables

  @Test func aLaterTableCorrectsAnEarlierOne() throws {
    _ = try `import`("name,expires,rule,activated,lastTopUp\na,2026-12-31,,2026-01-05,2026-10-10\n")
    let preview = try `import`(
      "name,expires,lastTopUp,owner\na,2026-12-13,2026-10-01,Mum\n", isRehearsal: true,
      at: "2026-11-16T12:00:00Z")
    #expect(try date("a") == "2026-12-31")
    #expect(
      preview.rows.map(\.outcome) == [
        .changed([
          .init(column: "owner", from: nil, to: "Mum"),
          .init(column: "lastTopUp", from: "2026-10-10", to: "2026-10-01"),
          .init(column: "expires", from: "2026-12-31", to: "2026-12-13"),
        ])
      ])
    let imported = try `import`(
      "name,expires,lastTopUp,owner\na,2026-12-13,2026-10-01,Mum\n", at: "2026-11-16T12:00:00Z")
    #expect(imported.report.changed == 1)
    #expect(try date("a") == "2026-12-13")
    let line = try ledger.line(matching: "a")
    #expect(line.owner == "Mum")
    let events = try ledger.events(of: line.id)
    #expect(events.allSatisfy { $0.origin == .imported })
    #expect(events.filter { $0.kind == .undo }.count == 2)
    // And back again.
    _ = try `import`("name,expires\na,2026-12-31\n", at: "2026-11-17T12:00:00Z")
    #expect(try date("a") == "2026-12-31")
    #expect(
      try `import`("name,expires\na,2026-12-31\n", at: "2026-11-18T12:00:00Z").report.unchanged > 0)
    // A setting that a table said is corrected by the next one.
    let moved = try `import`("name,owner\na,Dad\n", at: "2026-11-19T12:00:00Z")
    #expect(
      moved.rows.map(\.outcome) == [.changed([.init(column: "owner", from: "Mum", to: "Dad")])])
  }

  @Test func whatThePersonOrTheCarrierSaidSinceStays() throws {
    _ = try `import`("name,expires,owner\na,2026-12-31,Mum\n")
    var line = try ledger.line(matching: "a")
    var notice = Event(
      id: "n", .notice, on: .moment(moment("2026-11-16T12:00:00Z")),
      recordedAt: moment("2026-11-16T12:00:00Z"))
    notice.date = CalendarDay("2026-12-20")
    notice.origin = .carrier
    try ledger.append(notice, to: line.id)
    line.owner = "I"
    try ledger.change(line, at: moment("2026-11-16T12:00:00Z"))
    let imported = try `import`(
      "name,expires,owner\na,2027-12-31,Dad\n", at: "2026-11-17T12:00:00Z")
    #expect(imported.problems.map(\.isWarning) == [true, true])
    #expect(Set(imported.problems.map(\.column)) == ["expires", "owner"])
    #expect(imported.rows.map(\.outcome) == [.unchanged])
    #expect(try date("a") == "2026-12-20")
    #expect(try ledger.line(matching: "a").owner == "I")
  }

  @Test func aRehearsalChangesNothing() throws {
    let imported = try `import`("name,expires\na,2026-12-31\nb,x\n", isRehearsal: true)
    #expect(imported.rows.map(\.line) == [2, 3])
    #expect(imported.report.lines == 1)
    #expect(try ledger.lineCount() == 0)
  }

  // MARK: Members of a line

  @Test func allMembersOfALineComeAndGo() throws {
    var line = Line(id: "a", name: "A;,\"")
    line.numbers = ["+44 7700 900123", "0770;1", "8944110123456780000"]
    line.carrier = "giffgaff"
    line.owner = "Mum"
    line.group = "家"
    line.tags = ["x", "y, z", " w "]
    line.note = ""
    line.paymentMethod = "Visa ··42"
    line.iccid = "8944110123456780000"
    line.leadDays = 5
    line.dayRate = try money("1.00 CNY")
    line.subscription = Subscription(fee: try money("10 GBP"), every: Period(30, .day), .balance)
    line.formerCards = [
      .init(iccid: "8944000000000000001", until: try #require(CalendarDay("2026-01-01")))
    ]
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
    var event = Event(
      id: "e", .dataLeft, on: .moment(moment("2026-01-02T00:00:00Z")),
      recordedAt: moment("2026-01-02T00:00:00Z"))
    event.volume = DataVolume("1.5", .gigabyte)
    event.origin = .carrier
    event.words = "Sie haben\n1,5 GB"
    try ledger.append(event, to: "a")
    let text = Collected()
    try ledger.export(as: .csv, generatedAt: Date()) { text.data.append($0) }
    let other = try Scratch().open()
    let imported = try PersonsImport(text.data, into: other)
    #expect(imported.problems == [])
    var there = try #require(try other.line("a"))
    there.importedCells = nil
    #expect(there == line)
    #expect(try other.events(of: "a") == [event])
    let again = Collected()
    try other.export(as: .csv, generatedAt: Date()) { again.data.append($0) }
    #expect(again.data == text.data)
  }
}

/// An import of a person's table, in the languages that come with the program.
struct PersonsImport {
  let report: ImportReport
  let problems: [ImportProblem]
  let rows: [ImportedRow]

  var refusedLines: [Int] { problems.filter { !$0.isWarning }.map(\.line) }

  init(
    _ data: Data, columns: [(String, String)] = [], order: DateOrder? = nil,
    encoding: String? = nil, isStrict: Bool = false, isRehearsal: Bool = false,
    as format: ExchangeFormat = .csv, into ledger: Ledger, at: String = "2026-11-15T12:00:00Z",
    chunk: Int = 10_000
  ) throws {
    var reading = TableReading(languages: try Shipped.languages.get())
    reading.columns = columns.compactMap { TableReading.NamedColumn($0, header: $1) }
    reading.dateOrder = order
    reading.encoding = try encoding.map { try #require(TextEncoding($0)) }
    let found = Found()
    var rest = data
    report = try ledger.importLines(
      from: format, reading: reading, isStrict: isStrict, isRehearsal: isRehearsal, at: moment(at),
      report: { found.problems.append($0) }, row: { found.rows.append($0) },
      read: {
        defer { rest = rest.dropFirst(chunk) }
        return rest.prefix(chunk)
      })
    problems = found.problems
    rows = found.rows
  }

  private final class Found {
    var problems: [ImportProblem] = []
    var rows: [ImportedRow] = []
  }
}
