import Carriers
import Foundation
import Testing

/// The guide gives four concrete steps for any line, in every language.
struct GuideCommandTests {
  struct Guided: Sendable {
    var card: String
    var iccid: String
    var rule: String?
    var says: [String]
  }

  static let lines = [
    Guided(
      card: "china-mobile", iccid: "898600B5112233445566", rule: "china-mobile-prepaid",
      says: ["sms:10086?body=YE", "tel:10086", "10086.cn"]),
    Guided(
      card: "plain-sim", iccid: "8944110123456789013", rule: "giffgaff", says: ["tel:*100%23"]),
    Guided(
      card: "travel-euicc", iccid: "8944500123456789011", rule: "airalo-at-attach",
      says: ["Airalo"]),
    Guided(card: "mnc-3", iccid: "8900000000000000001", rule: nil, says: []),
  ]

  @Test(arguments: lines, ["en", "zh-Hans"])
  func fourStepsAreGiven(line: Guided, language: String) throws {
    let desk = try Desk()
    let rule = line.rule.map { " --rule \($0)" } ?? ""
    try desk.output("line add --name a --iccid \(line.iccid)\(rule)")
    let text = try desk.output("renew a guide --all --virtual \(line.card) --lang \(language)")
    let steps = text.components(separatedBy: "\n\n").dropFirst()
    #expect(steps.count == 4)
    for (number, step) in zip(1..., steps) {
      #expect(step.hasPrefix("\(number) "))
      #expect(step.split(separator: "\n").count > 1, "\(step)")
    }
    for words in line.says { #expect(text.contains(words), "\(text)") }
    for row in text.split(separator: "\n") where !row.contains("http") {
      #expect(Columns.of(row) <= 80, "\(row)")
    }
  }

  @Test(arguments: lines, ["en", "zh-Hans"])
  func theShortGuideFitsAScreen(line: Guided, language: String) throws {
    let desk = try Desk()
    let rule = line.rule.map { " --rule \($0)" } ?? ""
    try desk.output("line add --name a --iccid \(line.iccid)\(rule)")
    let text = try desk.output("renew a guide --virtual \(line.card) --lang \(language)")
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count <= 24, "\(text)")
    for row in rows where !row.contains("http") { #expect(Columns.of(row) <= 80, "\(row)") }
  }

  @Test func theOneThingToDoStandsFirstWithItsDay() throws {
    let desk = try Desk()
    try desk.output("line add --name gg --rule giffgaff --activated 2026-06-01", at: "2026-06-01")
    // The stricter reading ends on 28 November; three days before it is to be done.
    for (day, when) in [("2026-11-20", "by 2026-11-25"), ("2026-11-26", "now")] {
      let text = try desk.output("renew gg guide", at: day)
      let first = text.split(separator: "\n").first { $0.contains("renew it") }
      #expect(first == "  renew it: \(when), at the latest on 2026-11-28", "\(text)")
    }
  }

  @Test func startSubmittedAndVerifyComeInTheirOrder() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule asda-mobile")
    func places(_ text: String) -> [String] {
      ["start", "submitted", "verify"].filter { text.contains("cardinfo renew a \($0)") }
        .sorted {
          text.range(of: "renew a \($0)")!.lowerBound < text.range(of: "renew a \($1)")!.lowerBound
        }
    }
    #expect(places(try desk.output("renew a guide")) == ["start", "submitted", "verify"])
    try desk.output("renew a start")
    #expect(places(try desk.output("renew a guide")) == ["submitted", "verify"])
    try desk.output("renew a submitted")
    #expect(places(try desk.output("renew a guide")) == ["verify"])
  }

  @Test func onlyWhatAPhoneOpensIsDrawn() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566")
    let result = try desk.run("renew a guide --virtual china-mobile --qr 99")
    #expect(result.status == 64)
    #expect(result.errors.contains("number 99 is not an address that a phone opens; these are: "))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: lines) func everyProblemIsAnswered(line: Guided) throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid \(line.iccid)")
    try desk.output("--virtual \(line.card)")
    for problem in GuideProblem.allCases.map(\.rawValue) {
      let text = try desk.output("renew a guide --problem \(problem)")
      #expect(text.contains("\n1   "), "\(text)")
    }
  }

  /// What the article that this began with promises to answer, for a China Mobile card that is used in
  /// another province than its own.
  @Test(
    arguments: [
      (
        "password",
        [
          "6 位数字", "重置密码：编辑短信“CZMM”发送至 10086", "[身份证号]", "[新密码]", "在微信中查找 中国移动10086",
          "在支付宝中查找 中国移动10086", "拨打 10086", "前往运营商营业厅", "PIN",
        ]
      ),
      (
        "failed",
        [
          "不要重复付款", "打开运营商 App", "拒绝了付款", "余额不足以", "充值后仍未到账：拨打 10086",
          "在境外：拨打 +8613800100186",
        ]
      ),
      (
        "region",
        [
          "可以在其他地区充值", "10086.cn", "打开运营商 App", "在支付宝中查找运营商", "在微信中查找运营商", "拨打 13800138000",
          "任一省发行的充值卡都可为全国号码充值", "在境外：拨打 +8613800100186",
        ]
      ),
      ("not-active", ["飞行模式", "尚未到账", "仍无服务：拨打 10086", "24 小时后仍未恢复"]),
      ("lost", ["丢失后挂失：拨打 10086", "补办同号新卡", "其他地区也可办理", "10–20 元"]),
      ("barred", ["什么都不能用", "充值即可恢复", "90 天后号码收回", "拨打 10086"]),
      ("away", ["不使用时保留号码：打开运营商 App", "最长 12 个月", "最长 6 个月", "8 元保号套餐"]),
      ("identity", ["机主实名登记", "24 小时", "身份证"]),
      ("recycled", ["二次号码焕新", "拨打 10086"]),
      ("esim", ["eSIM（手机）：前往运营商营业厅", "拨打 10086"]),
    ] as [(String, [String])])
  func aChinaMobileLineIsAnsweredInChinese(problem: String, says: [String]) throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566")
    try desk.output("--virtual china-mobile")
    let text = try desk.output("renew a guide --problem \(problem) --lang zh-Hans")
    let plain = text.filter { !$0.isWhitespace }
    for words in says {
      #expect(plain.contains(words.filter { !$0.isWhitespace }), "\(words)\n\(text)")
    }
    for row in text.split(separator: "\n") where !row.contains("http") {
      #expect(Columns.of(row) <= 80, "\(row)")
    }
  }

  @Test func aDisabledProfileIsToBeEnabledFirst() throws {
    let desk = try Desk()
    try desk.output("line add --name hk --iccid 8985203012345678902 --rule 3hk")
    let short = try desk.output("renew hk guide --virtual travel-euicc")
    #expect(short.contains("1   its profile is disabled: cardinfo profiles enable hk"), "\(short)")
    let text = try desk.output("renew hk guide --all --virtual travel-euicc")
    #expect(text.contains("its profile is disabled: cardinfo profiles enable hk"))
    #expect(text.contains("its profile has to be enabled"))
  }

  @Test func theCardsOwnServiceNumbersAreNamed() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 8944110123456789013")
    try desk.output("--virtual with-messages --only messages,identity")
    try desk.output("--virtual plain-sim")
    #expect(
      try desk.output("renew a guide --all")
        .contains("the card's own number, Customer care: call +447700900999"))
  }

  @Test func codesAreWhatTheyShow() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566")
    let all = try desk.output("renew a guide --virtual china-mobile --all")
    let rows = all.split(separator: "\n").map(String.init)
    let place = try #require(rows.firstIndex { $0.contains("    sms:") || $0.contains("    tel:") })
    let number = try #require(
      rows[..<place].last { $0.first?.isNumber == true && $0.contains("  ") }?
        .split(separator: " ").first)
    let text = try desk.output("renew a guide --virtual china-mobile --all --qr \(number)")
    let codes = QRImage.all(in: text)
    #expect(codes.count == 1)
    let read = try codes.map { try $0.read(in: desk.scratch) }
    #expect(read == [rows[place].trimmingCharacters(in: .whitespaces)])
  }

  @Test func jsonHasNoLanguage() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566")
    let arguments = "renew a guide --virtual china-mobile --json --lang"
    #expect(try desk.output("\(arguments) en") == desk.output("\(arguments) zh-Hans"))
  }
}

/// How many columns a terminal needs: two for each Chinese character.
enum Columns {
  static func of(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }
}

/// A QR code as the terminal shows it.
struct QRImage {
  private let rows: [[Bool]]

  /// The codes of a text: blocks of lines of half blocks.
  static func all(in text: String) -> [QRImage] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let blocks = lines.split { line in
      let drawn = line.drop { $0 == " " }
      return drawn.isEmpty || !drawn.allSatisfy { " █▀▄".contains($0) } || drawn.count < 20
    }
    return blocks.map { block in
      QRImage(
        rows: block.flatMap { line -> [[Bool]] in
          let cells = line.dropFirst(4)
          return [cells.map { " ▄".contains($0) }, cells.map { " ▀".contains($0) }]
        })
    }
  }

  /// What a reader of QR codes reads.
  func read(in scratch: Scratch) throws -> String {
    let scale = 8
    let pixels = rows.flatMap { row in
      Array(
        repeating: row.flatMap { Array(repeating: $0 ? "1" : "0", count: scale) }.joined(
          separator: " "), count: scale)
    }
    let image =
      "P1\n\((rows.first?.count ?? 0) * scale) \(rows.count * scale)\n"
      + pixels.joined(separator: "\n") + "\n"
    let file = scratch.path("code.pbm")
    try Data(image.utf8).write(to: URL(filePath: file))
    let result = try Command.bash("zbarimg --quiet --raw \(file)")
    #expect(result.status == 0, "\(result.errors)")
    return result.output.trimmingCharacters(in: .newlines)
  }
}
