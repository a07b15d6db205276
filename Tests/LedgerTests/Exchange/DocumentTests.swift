import CardState
import Foundation
import Renewal
import Testing
import Words

@testable import Ledger

/// Documents that are not as this program writes them.
struct LinesDocumentTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private static let begin = #"{"schema":"cardinfo.lines","schemaVersion":"1.0","#

  private func line(_ id: String, _ more: String = "") -> String {
    #"{"line":{"id":"\#(id)","name":"\#(id)","clocks":[],"thresholds":[]}\#(more)}"#
  }

  private func `import`(_ text: String, isStrict: Bool = false) throws -> Import {
    try Import(text, as: .json, into: ledger, isStrict: isStrict)
  }

  @Test func membersOfANewerVersionAndOtherOrdersOfSpaceAreTaken() throws {
    let imported = try `import`(
      """
      \u{FEFF}{ "later" : {"lines": [1]}, "schema"
      : "cardinfo.lines" , "schemaVersion" : "1.7",
      "lines" : [ \(line("a", #","new":{"x":["]","}\\"]}"#)) ,
      \(line("b")) ] , "more" : [ 1, "x" ], "end":null }

      """)
    #expect(imported.problems == [])
    #expect(imported.report.lines == 2)
  }

  /// What people exported with an earlier version comes back, with snapshots that say more of a card
  /// than a read does.
  @Test(arguments: ["1.0", "2.0", "2.3"])
  func documentsOfBothVersionsAreTaken(version: String) throws {
    let snapshot =
      #"{"readAt":"2026-01-02T00:00:00Z","reader":{"name":"r","index":0},"atr":"3B00","#
      + #""protocol":"T=0","iccid":"8944000000000000001","kind":"usim","registration":"#
      + #"{"homePLMNs":["23410"],"evidence":[{"rule":"R1"}]},"lines":[{"tracked":false}],"#
      + #""euiccs":[],"files":[],"warnings":[],"cost":"#
      + #"{"apdus":1,"bytesSent":1,"bytesReceived":1,"milliseconds":1}}"#
    let imported = try `import`(
      #"{"schema":"cardinfo.lines","schemaVersion":"\#(version)","lines":[\#(line("a"))],"#
        + #""snapshots":[\#(snapshot)],"errors":[]}"#)
    #expect(imported.problems == [])
    #expect(imported.report.lines == 1)
    let read = try #require(try ledger.snapshots(of: "8944000000000000001").first)
    #expect(read.registration?.homePLMNs == ["23410"])
  }

  @Test func badElementsAndMembersAreNamedAndTheOthersKept() throws {
    let event = #"{"id":"e","kind":"use","on":"2026-01-01","recordedAt":"2026-01-01T00:00:00Z"}"#
    let bad = event.replacing("2026-01-01\"", with: "2026-13-01\"", maxReplacements: 1)
    let attempt =
      #"{"id":"t","line":"z","patience":3,"phase":"planned","plannedAt":"2026-01-01T00:00:00Z"}"#
    let text =
      Self.begin + "\n" + #""lines":["# + "\n"
      + [
        line("a", #","events":[\#(event),\#(bad)],"attempts":[\#(attempt)]"#), #"{"line":7}"#,
        #"{"line":{"id":"c","name":"","clocks":[],"thresholds":[]}}"#, "7",
        line("a", #","events":[\#(event.replacing("use", with: "topUp"))]"#),
        line("b", #","events":[\#(event)]"#),
      ].joined(separator: ",\n") + "\n]}"
    #expect(throws: LedgerError.refusedImport) { try `import`(text, isStrict: true) }
    #expect(try ledger.lineCount() == 0)
    let imported = try `import`(text)
    #expect(imported.problems.map(\.line) == [3, 3, 4, 5, 6, 7])
    #expect(
      imported.problems.map(\.column) == [
        "events[1].on", "attempts[0]", "line", "line.name", nil, nil,
      ])
    #expect(imported.report.lines == 2)
    #expect(imported.report.events == 2)
  }

  @Test(arguments: [
    "", "x", "[]", "{}", "{", #"{"schema":"cardinfo.lines"}"#,
    #"{"schema":"cardinfo.lines","schemaVersion":"3.0","lines":[]}"#,
    #"{"schema":"cardinfo.lines","schemaVersion":"10.0","lines":[]}"#,
    #"{"lines":[],"schema":"cardinfo.lines","schemaVersion":"1.0"}"#,
    #"{"schema":"cardinfo.rules","schemaVersion":"1.0","rules":[]}"#,
  ]) func whatIsNoDocumentIsRefusedAsAWhole(text: String) throws {
    let error = #expect(throws: LedgerError.self) { try `import`(text) }
    #expect(error?.code == .refusedImport)
  }

  @Test(arguments: [
    "", "}", "]", "]} x", "7", "]}}", #"], "lines" 7}"#, #"],"lines":[}"#,
  ]) func aDocumentThatBreaksOffKeepsWhatCameBefore(end: String) throws {
    let text = Self.begin + #""lines":["# + line("a") + (end == "7" ? " " : "") + end
    if end == "]} x" || end.hasPrefix("]") || end.isEmpty || end == "}" || end == "7" {
      let imported = try `import`(text)
      let isWhole = end == "]}"
      #expect(imported.problems.count == (isWhole ? 0 : 1), "\(end)")
      #expect(imported.report.lines == 1)
    }
    let strict = try Scratch().open()
    #expect(throws: LedgerError.refusedImport) {
      try Import(text, as: .json, into: strict, isStrict: true)
    }
    #expect(try strict.lineCount() == 0)
  }

  @Test func deepAndLongValuesKeepNothingBusy() throws {
    let deep = String(repeating: "[", count: 200_000)
    let text =
      Self.begin + #""lines":["#
      + line("a", #","x":\#(deep)\#(deep.replacing("[", with: "]"))"#) + "," + line("b") + "]}"
    let imported = try `import`(text)
    #expect(imported.problems.count == 1)
    #expect(imported.report.lines == 1)
  }
}
