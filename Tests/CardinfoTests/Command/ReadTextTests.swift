import Card
import Testing
import VirtualCard

@testable import cardinfo

/// What people see first of a card, and what only who asks for more.
struct ReadTextTests {
  private static let cards = NamedCard.catalog.map(\.name)

  private func lines(
    _ card: String, _ detail: ReadDetail = ReadDetail(), _ plan: ReadingPlan = ReadingPlan()
  ) throws -> [String] {
    let access = VirtualCardAccess(try NamedCard.find(card), index: 0)
    var document = ReadRun(plan: plan, trace: nil, pin: nil, wanted: [], jobs: 1)
      .read(CardAccesses([access]))
    document.nameCarriers()
    for index in document.cards.indices { document.cards[index].lines = [] }
    return CardText.lines(document.cards, detail, colour: false)
  }

  @Test func itBeginsWithWhoseItIsAndHowItStands() throws {
    let rows = try lines("travel-euicc").dropFirst()
    let labels = rows.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(labels.prefix(5) == ["carrier", "number", "line", "until", "card"])
    #expect(rows.first?.contains("Airalo") == true)
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let whole = try lines("travel-euicc")
    #expect(whole.contains("  number     unknown: the card does not hold it"))
    #expect(whole.contains { $0.hasPrefix("  until      unknown: ") })
    let text = try lines("plain-sim", ReadDetail(), ReadingPlan([.identity]))
    #expect(text.contains("  number     unknown: it was not read"))
    #expect(text.contains("  line       unknown: it was not read"))
  }

  @Test(arguments: cards) func codesAreForWhoAsks(card: String) throws {
    let codes = #/\bR\d+\b|\(\d{5,6}\)|exchanges?, \d+ ms|(accepted|refused|registered) by \d{5,6}/#
    for line in try lines(card) { #expect(line.firstMatch(of: codes) == nil, "\(line)") }
    guard try !lines(card).isEmpty else { return }
    let verbose = try lines(card, ReadDetail(isVerbose: true)).joined(separator: "\n")
    #expect(verbose.firstMatch(of: codes) != nil, "\(verbose)")
  }

  /// Whoever asks for more gets all that stands there without it.
  @Test(arguments: cards) func moreHasAllOfLess(card: String) throws {
    let milliseconds = #/\d+ ms/#
    let verbose = Set(
      try lines(card, ReadDetail(isVerbose: true)).map { $0.replacing(milliseconds, with: "") })
    for line in try lines(card) where !line.hasPrefix("  network ") {
      #expect(verbose.contains(line), "\(line)")
    }
  }

  @Test(arguments: ["en", "zh-Hans"]) func everyLineFits80Columns(language: String) throws {
    let cards = Self.cards.flatMap { ["--virtual", $0] }
    for more in [[], ["--verbose"]] {
      let result = try Command.run(
        [Command.executable, "--lang", language, "--jobs", "1"] + cards + more)
      for line in result.output.split(separator: "\n") where !line.hasPrefix("    cardinfo ") {
        #expect(Terminal.width(String(line)) <= 80, "\(line)")
      }
    }
  }

  @Test func wideLabelsAlign() throws {
    let result = try Command.cardinfo("--lang", "zh-Hans", "--virtual", "plain-sim")
    let rows = result.output.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ")
    }
    let columns = rows.compactMap { row in
      row.dropFirst(2).firstRange(of: "  ").map { gap in
        let rest = row[gap.lowerBound...]
        let value = rest.firstIndex { $0 != " " } ?? rest.endIndex
        return Terminal.width(String(row[..<value]))
      }
    }
    #expect(columns.count > 5)
    #expect(Set(columns).count == 1, "\(result.output)")
  }
}
