import Foundation
import Testing

/// Where a ledger is looked for, made, and only read.
struct LedgerPlaceTests {
  private let scratch = try? Scratch()

  private func place(_ name: String = "ledger") throws -> String {
    try #require(scratch).path(name)
  }

  private func add(_ name: String, to ledger: String) throws {
    let result = try Command.cardinfo("line", "add", "--name", name, "--ledger", ledger)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func severalFirstCommandsAtOnceEachSucceed() throws {
    for round in 1...4 {
      let ledger = try place("ledger-\(round)")
      let result = try Command.bash(
        """
        for number in 1 2 3 4 5 6 7 8; do
          $CARDINFO line add --name "line $number" --ledger \(ledger) >/dev/null &
          running="$running $!"
        done
        for one in $running; do wait $one || exit 1; done
        $CARDINFO lines --json --ledger \(ledger) | grep -o '"name":"line [0-9]"' | sort -u | wc -l
        """)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
      #expect(result.output.filter { $0.isNumber } == "8")
    }
  }

  @Test(arguments: [
    ["lines"], ["line", "show", "x"], ["line", "export"], ["line", "set", "x", "--name", "y"],
    ["line", "remove", "x"], ["line", "purge", "x", "--yes"], ["log", "x", "use"],
    ["--virtual", "plain-sim"],
  ]) func aPlaceWithoutALedgerIsAnError(arguments: [String]) throws {
    let nowhere = try place("nowhere")
    let result = try Command.run(
      [Command.executable] + arguments + ["--ledger", nowhere, "--json"])
    #expect(result.status != 0)
    #expect(result.output.contains("ledger.missing"))
    #expect(result.errors.contains("hint"))
    #expect(!FileManager.default.fileExists(atPath: nowhere))
  }

  @Test func aFileIsNoLedger() throws {
    let file = try place("file")
    try Data("no ledger".utf8).write(to: URL(filePath: file))
    let result = try Command.cardinfo("lines", "--json", "--ledger", file)
    #expect(result.status == 65)
    #expect(result.output.contains("ledger.damaged"))
  }

  @Test func whoHasTrackedNothingYetIsToldHow() throws {
    let result = try Command.cardinfo("lines")
    #expect(result.status == 0)
    #expect(result.errors.contains("cardinfo line add"))
  }

  /// Root may write to any file, but not on a disk that is mounted read-only.
  @Test(
    .enabled(
      if: (try? Command.bash("unshare -m true").status) == 0, "needs a mount namespace of its own"))
  func whatCannotBeWrittenCanBeRead() throws {
    let ledger = try place()
    try add("home", to: ledger)
    let result = try Command.bash(
      """
      unshare -m bash -c '
        mount --bind \(ledger) \(ledger) && mount -o remount,ro,bind \(ledger) || exit 99
        $CARDINFO lines --json --ledger \(ledger) || exit 1
        $CARDINFO line show home --ledger \(ledger) || exit 2
        $CARDINFO --virtual plain-sim --save --json --ledger \(ledger) > \(ledger).read; echo "read $?"
        $CARDINFO line add --name other --json --ledger \(ledger); echo "add $?"
        $CARDINFO line set home --name other --json --ledger \(ledger); echo "set $?"
      '
      ls \(ledger)
      """)
    #expect(result.output.contains("\"name\":\"home\""), "\(result.errors)")
    #expect(result.output.contains("add 73"))
    #expect(result.output.contains("set 73"))
    #expect(result.output.contains("ledger.readOnly"))
    #expect(result.output.hasSuffix("ledger.sqlite\n"))
  }

  @Test func anUnfinishedPurgeIsFinishedByTheSameCommand() throws {
    let ledger = try place()
    try add("home", to: ledger)
    try add("other", to: ledger)
    // The line is gone, and the file was not written anew.
    let sql =
      "import sqlite3; c = sqlite3.connect('\(ledger)/ledger.sqlite'); "
      + "c.execute(\"DELETE FROM line WHERE name = 'home'\"); "
      + "c.execute('PRAGMA user_version = 1'); c.commit()"
    let made = try Command.bash("python3 -c \"\(sql.replacing("\"", with: "\\\""))\"")
    try #require(made.status == 0, "\(made.errors)")
    let purge = try Command.cardinfo("line", "purge", "home", "--yes", "--ledger", ledger)
    #expect(purge.status == 0, "\(purge.errors)")
    #expect(purge.errors.contains("is finished"))
    let again = try Command.cardinfo("line", "purge", "home", "--yes", "--ledger", ledger)
    #expect(again.status == 65)
  }
}
