import Testing

@testable import cardinfo

struct WrappingTests {
  @Test func wideTextIsBrokenWithinTheColumns() {
    let text = String(repeating: "读卡器中没有卡，请插卡。", count: 20)
    for indent in [0, 2, 26] {
      let lines = Terminal.wrapped(text, indent: indent)
      #expect(lines.allSatisfy { Terminal.width($0) <= 80 })
      #expect(lines.dropLast().allSatisfy { Terminal.width($0) >= 77 })
      #expect(lines.map { $0.dropFirst(indent) }.joined() == text)
      #expect(lines.allSatisfy { !"，。".contains($0.dropFirst(indent).first ?? " ") })
    }
  }

  @Test func latinWordsStayWhole() {
    let text = "请在终端中运行下面的命令来检查本机是否具备读卡条件并说明如何修复其中的问题：`cardinfo doctor`"
    let lines = Terminal.wrapped(text, indent: 0)
    #expect(lines.count == 2)
    #expect(lines.joined(separator: " ").contains("cardinfo doctor`"))
    #expect(lines.allSatisfy { Terminal.width($0) <= 80 })
  }

  @Test func bracketsStayWithWhatTheyHold() {
    for count in 30...42 {
      let text = String(repeating: "卡", count: count) + "（停用）" + "后面还有一些文字"
      for line in Terminal.wrapped(text, indent: 0) {
        #expect(!line.hasSuffix("（") && !line.hasPrefix("）"), "\(line)")
      }
    }
  }

  @Test func spacesAreKeptBetweenWordsAndNotInvented() {
    #expect(Terminal.wrapped("读取 SIM 卡。ICCID", indent: 0) == ["读取 SIM 卡。ICCID"])
    #expect(Terminal.wrapped("", indent: 2) == ["  "])
    #expect(Terminal.wrapped("a b", indent: 9, label: "  --x") == ["  --x    a b"])
  }

  @Test func theLastColumnGoesOnBelowItself() {
    var table = Table()
    table.add(Table.Cell("卡"), Table.Cell(String(repeating: "很长的内容", count: 10)))
    table.add(Table.Cell("ICCID"), Table.Cell("89"))
    let lines = table.lines(indent: 2, wraps: true, colour: false)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { Terminal.width($0) <= 80 })
    #expect(lines[0].hasPrefix("  卡     很"))
    #expect(lines[1].prefix { $0 == " " }.count == 9)
    #expect(lines[2] == "  ICCID  89")
    #expect(table.lines(indent: 2, colour: false).count == 2)
  }
}
