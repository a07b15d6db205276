import Card
import Foundation
import PCSC
import Testing
import Words

@testable import cardinfo

/// The codes of problems: one table, and the documents that people and programs go by.
struct ProblemTests {
  private static let table = Set(Problem.Code.codes.flatMap(\.codes))

  @Test func eachCodeStandsOnceInTheTable() {
    #expect(Problem.Code.codes.flatMap(\.codes).count == Self.table.count)
    #expect(Set(Problem.Code.codes.map(\.status.rawValue)).count == Problem.Code.codes.count)
  }

  /// The codes of warnings are a read's own, and end no command.
  @Test func theDocumentationHasTheTablesCodesAndNoOthers() throws {
    let pages = try Self.text(of: "Docs/errors.md").components(separatedBy: "## Warnings")
    let row = /(?m)^\| `([a-zA-Z0-9.]+)` \|/
    func codes(_ text: String?) -> Set<String> {
      Set((text ?? "").matches(of: row).map { String($0.1) })
    }
    #expect(codes(pages.first) == Self.table)
    let warnings = codes(pages.last)
    #expect(warnings.count > 5 && warnings.isDisjoint(with: Self.table))
    let reading = try Self.sources(under: "Sources/Card")
    for code in warnings { #expect(reading.contains("\"\(code)\""), "\(code) is no warning") }
  }

  /// Whatever layer makes a code, the table says how a command ends with it.
  @Test func noCodeOfAnyLayerIsMissing() throws {
    let documented = try Self.text(of: "Docs/errors.md")
    let warnings = documented.components(separatedBy: "## Warnings").last ?? ""
    let declared = /(?:Code|Self)\(rawValue: "([a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*)"\)/
    let made = /\(\s*(?:code: )?"([a-z0-9]+\.[a-zA-Z0-9]+)",/
    let families = Set(Self.table.map { $0.prefix { $0 != "." } })
    let code = try Self.sources(under: "Sources")
    let found =
      code.matches(of: declared).map(\.1)
      + code.matches(of: made).map(\.1).filter { families.contains($0.prefix { $0 != "." }) }
    #expect(found.count > 80)
    for code in found {
      #expect(
        Self.table.contains(String(code)) || warnings.contains("`\(code)`"), "\(code)")
    }
  }

  @Test func everyCodeOfPCSCHasAStatus() {
    for error in PCSCError.known {
      #expect(Problem.Code.statuses[error.problem.code] != nil, "\(error)")
    }
  }

  @Test func whatFailedWinsOverWhatWasRead() {
    let mute = Problem(Problem.Code(rawValue: "card.mute"), Words("mute"))
    let noReader = Problem(.readerUnknown, Words("none"))
    let leftOut = Problem(.rulesFileInvalid, Words("left out"))
    #expect(ExitStatus([], besideMuch: false) == .success)
    #expect(ExitStatus([leftOut], besideMuch: true) == .success)
    #expect(ExitStatus([leftOut, noReader], besideMuch: false) == .noCard)
    #expect(ExitStatus([noReader, mute], besideMuch: false) == .noCard)
    #expect(ExitStatus([noReader], besideMuch: true) == .failure)
    #expect(ExitStatus([mute, ChannelError.interrupted.problem], besideMuch: true) == .interrupted)
  }

  @Test func codesThatAreNotKnownSurvive() {
    let error = ChannelError(ChannelError.Code(rawValue: "card.newer"), Words("new"))
    #expect(error.problem.code.rawValue == "card.newer")
    #expect(error.problem.status == .failure)
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOf: Command.package.appending(path: path), encoding: .utf8)
  }

  private static func sources(under path: String) throws -> String {
    let directory = Command.package.appending(path: path)
    let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path())
    return try files.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: directory.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
  }
}
