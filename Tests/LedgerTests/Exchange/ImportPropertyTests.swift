import Carriers
import Foundation
import Renewal
import Testing

@testable import Ledger

/// What holds for any table.
struct ImportPropertyTests {
  private struct Made {
    var rows: [[String]]
    var header: [String]

    func text(_ separator: String, _ end: String) -> String {
      let quoted = { (cell: String) in
        cell.utf8.contains { "\",;|\t\r\n".utf8.contains($0) }
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }
      return ([header] + rows).map { $0.map(quoted).joined(separator: separator) + end }.joined()
    }
  }

  /// A table with rows that are good, bad, about lines that are there, twice there, or sums.
  private func table(_ random: inout SplitMix) -> Made {
    let names = ["Home", "Mum", "家", "a;b", "\"q\"", "合计", "", "x\ny", "Ünï", "two, words"]
    let dates = [
      "2026-12-31", "31.12.2026", "1/2/2027", "46387", "2026年12月31日", "soon", "", "-", "13/13/2026",
    ]
    let iccids = [
      "", "", "8944110123456789013", "894411012345678901", "8944110123456789021", "8.9E+18",
      "8944110123456780000", "12",
    ]
    let numbers = ["", "+44 7700 900123", "0044 7700 900123", "10086", "1.38E+10", "x"]
    let rules = ["", "", "giffgaff", "none such"]
    let header = ["Name", "ICCID", "号码", "到期", "rule", "余额"]
    let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      [
        random.one(of: names) ?? "", random.one(of: iccids) ?? "", random.one(of: numbers) ?? "",
        random.one(of: dates) ?? "", random.one(of: rules) ?? "",
        random.one(of: ["", "£5", "12"]) ?? "",
      ]
    }
    return Made(rows: rows, header: header)
  }

  private func kept(_ ledger: Ledger) throws -> [String] {
    let text = Collected()
    try ledger.export(as: .csv, generatedAt: Date()) { text.data.append($0) }
    // Lines without an ICCID have a random identifier.
    return String(decoding: text.data, as: UTF8.self)
      .replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "id")
      .split(separator: "\r\n").map(String.init).sorted()
  }

  /// Rows in = lines made + changed + there already + refused + passed over; blank ones are none.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func noRowIsLostOrMerged(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let ledger = try Scratch().open()
    for round in 0..<3 {
      let made = table(&random)
      let before = try ledger.lineCount()
      let imported = try PersonsImport(
        Data(made.text(",", "\n").utf8), into: ledger, at: "2026-11-1\(5 + round)T12:00:00Z")
      let filled = made.rows.filter { $0.contains { !$0.isEmpty } }
      #expect(imported.rows.count == filled.count)
      var counts: [String: Int] = [:]
      for row in imported.rows {
        switch row.outcome {
        case .new: counts["new", default: 0] += 1
        case .changed: counts["changed", default: 0] += 1
        case .unchanged: counts["unchanged", default: 0] += 1
        case .refused: counts["refused", default: 0] += 1
        case .skipped: counts["skipped", default: 0] += 1
        }
      }
      #expect(counts["new"] ?? 0 == imported.report.lines)
      #expect(counts["new"] ?? 0 == (try ledger.lineCount()) - before)
      #expect(counts["changed"] ?? 0 == imported.report.changed)
      #expect(counts["refused"] ?? 0 == imported.report.refused)
      #expect(counts["skipped"] ?? 0 == imported.report.skipped)
      #expect(Set(imported.refusedLines).count == imported.report.refused)
    }
  }

  /// The form of a table says nothing.
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func separatorsEndsAndEncodingsChangeNothing(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let made = table(&random)
    let plain = try Scratch().open()
    let expected = try PersonsImport(Data(made.text(",", "\n").utf8), into: plain)
    let kept = try self.kept(plain)
    for separator in [",", ";", "\t", "|"] {
      for end in ["\n", "\r\n", "\r"] {
        let text = made.text(separator, end)
        let units = Array(text.utf16)
        let little = Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let big = Data(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        let plain = Data(text.utf8)
        let encodings: [Data] = [
          plain, Data([0xEF, 0xBB, 0xBF]) + plain, Data([0xFF, 0xFE]) + little,
          Data([0xFE, 0xFF]) + big,
        ]
        let chosen = random.one(of: encodings)
        let data = try #require(chosen)
        let other = try Scratch().open()
        let imported = try PersonsImport(
          data, into: other, chunk: Int.random(in: 1...200, using: &random))
        #expect(imported.rows.map(\.line) == expected.rows.map(\.line))
        #expect(imported.rows.map(\.outcome) == expected.rows.map(\.outcome))
        #expect(try self.kept(other) == kept)
      }
    }
  }

  /// A file comes in once, however often it is imported; and a preview says what the import does.
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func aTableComesInOnceAndAsThePreviewSaid(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let data = Data(table(&random).text(";", "\r\n").utf8)
    let ledger = try Scratch().open()
    let preview = try PersonsImport(data, isRehearsal: true, into: ledger)
    #expect(try ledger.lineCount() == 0)
    let imported = try PersonsImport(data, into: ledger)
    #expect(preview.rows == imported.rows)
    #expect(preview.problems == imported.problems)
    let kept = try self.kept(ledger)
    let again = try PersonsImport(data, into: ledger, at: "2026-11-20T12:00:00Z")
    #expect(again.report.lines + again.report.changed + again.report.events == 0)
    #expect(again.report.refused == imported.report.refused)
    #expect(try self.kept(ledger) == kept)
    let strict = try Scratch().open()
    if imported.report.refused > 0 {
      #expect(throws: LedgerError.refusedImport) {
        try PersonsImport(data, isStrict: true, into: strict)
      }
      #expect(try strict.lineCount() == 0)
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func anyBytesAreAnswered(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let pieces =
      [
        "name", "号码", ",", ";", "\t", "\r", "\n", "\"", "sep=;", "2026-12-31", "[{", "}]", "\":",
        "\0",
        "\u{FEFF}", "8.9E+18", "=\"", "合计",
      ].map { Data($0.utf8) } + [Data([0xFF]), Data([0xFE, 0xFF]), Data([0x80]), Data([0xC4])]
    var data = Bool.random(using: &random) ? Data("name,expires,iccid\n".utf8) : Data()
    for _ in 0..<Int.random(in: 0...60, using: &random) { data += random.one(of: pieces) ?? Data() }
    let ledger = try Scratch().open()
    let encodings: [String?] = [nil, nil, "gbk", "utf-16", "big5"]
    let encoding = random.one(of: encodings) ?? nil
    let format: ExchangeFormat = Bool.random(using: &random) ? .csv : .json
    do {
      let imported = try PersonsImport(data, encoding: encoding, as: format, into: ledger)
      #expect(imported.report.lines == (try ledger.lineCount()))
    } catch let error as LedgerError {
      #expect(error.code == .refusedImport)
      #expect(try ledger.lineCount() == 0)
    }
  }
}
