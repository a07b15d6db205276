import Foundation
import Testing
import Words

@testable import cardinfo

/// A language of which a part is translated, and which counts otherwise than English: one thing, two to
/// four (22, 23, 24, 32 … too), and all others.
struct PolishTests {
  private static func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(
      [Command.executable] + arguments + ["--lang", "pl"],
      environment: ["XDG_DATA_HOME": "/nowhere", "PCSCLITE_CSOCK_NAME": "/nowhere/pcscd"])
  }

  @Test(arguments: [
    ("63C1", "pozostała 1 próba"), ("63C2", "pozostały 2 próby"), ("63C4", "pozostały 4 próby"),
    ("63C5", "pozostało 5 prób"), ("63CC", "pozostało 12 prób"), ("63C0", "pozostało 0 prób"),
  ]) func triesHaveThreeForms(statusWord: String, text: String) throws {
    #expect(try Self.run("decode", "sw", statusWord).output.contains(text))
  }

  @Test(arguments: [
    (2, "żadnej z 2 linii"), (5, "żadnej z 5 linii"), (22, "żadnej z 22 linii"),
  ]) func linesAreCounted(count: Int, text: String) throws {
    let scratch = try Scratch()
    let ledger = scratch.path("ledger")
    for number in 1...count {
      _ = try Self.run("line", "add", "--name", "line \(number)", "--ledger", ledger)
    }
    let result = try Self.run("lines", "--due", "1d", "--ledger", ledger)
    #expect(result.errors.contains(text), "\(result)")
  }

  @Test func whatIsNotTranslatedIsEnglish() throws {
    let help = try Self.run("help", "lines").output
    #expect(help.contains("OPIS: Wypisuje śledzone linie"))
    #expect(help.contains("At most this many lines."))
    #expect(try Self.run("--help").output.contains(/pl\s+\(przetłumaczony\s+częściowo\)/))
    let mistake = try Self.run("lines", "--limit", "0")
    #expect(mistake.errors.contains("Błąd: --limit is a number from 1"))
    #expect(mistake.status == 64)
  }

  @Test func theLocaleDoesTheSame() {
    #expect(Language(locale: "pl_PL.UTF-8").tag == "pl")
    #expect(
      Words(22, one: "\(22) month", other: "\(22) months").text(in: Language(locale: "pl"))
        == "22 miesiące")
  }
}
