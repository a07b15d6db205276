import ArgumentParser
import Foundation
import PCSC
import Synchronization
import Testing
import VirtualCard

@testable import cardinfo

/// Cards are read as they come, each once, and what is noted of them is kept.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct WatchTests {
  private func events(_ output: String) -> [JSON] {
    output.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(JSON.self, from: Data($0.utf8))
    }
  }

  /// What `script` prints with two empty readers, in which `insert 0 NAME` puts a card; `pid` is the
  /// card's own.
  private func desk(_ script: String) throws -> Command.Result {
    try Command.bash(
      """
      Tests/System/private-pcscd --slots 2 -- bash -c '
      ports=($CARDINFO_VPCD_PORTS)
      insert() { $CARDINFO virtual serve "$2" --port "${ports[$1]}" 2>/dev/null & pid=$!; }
      seen() { for _ in $(seq 100); do [ "$(grep -c "$1" "$OUT")" -ge "$2" ] && return; sleep 0.1; done; }
      OUT=$(mktemp)
      \(script)
      cat "$OUT"'
      """)
  }

  @Test func cardsComeAndGo() throws {
    let result = try desk(
      """
      $CARDINFO watch --json >"$OUT" & watch=$!
      sleep 0.5
      insert 0 plain-sim; first=$pid
      seen cardRead 1
      insert 1 travel-euicc
      seen cardRead 2
      kill $first
      seen cardRemoved 1
      before=$(date +%s%N)
      kill -TERM $watch
      wait $watch
      echo "$? $((($(date +%s%N) - before) / 1000000))" >&2
      kill %2 %3 2>/dev/null
      """)
    let events = events(result.output)
    #expect(events.compactMap { $0["event"]?.text } == ["cardRead", "cardRead", "cardRemoved"])
    #expect(
      events.compactMap { $0["card"]?["iccid"]?.text } == [
        "8944110123456789013", "8944500123456789011",
      ])
    // "Virtual slot 2 00 00" is pcscd's third reader: each slot has two.
    #expect(events.compactMap { $0["card"]?["reader"]?["index"] } == [.integer(0), .integer(2)])
    #expect(events.allSatisfy { $0["errors"]?.elements.isEmpty == true })
    let words = result.errors.split { !$0.isNumber }.suffix(2).compactMap { Int($0) }
    #expect(words.first == 0, "\(result.errors)")
    #expect((words.last ?? .max) < 1500, "\(result.errors)")
  }

  /// A table is filled by two runs, one of which was cut off in the middle of a row.
  @Test func noCardIsWrittenTwice() throws {
    let result = try desk(
      """
      table="$OUT.csv"
      insert 0 plain-sim
      $CARDINFO watch --once --track "$table" >/dev/null
      printf "broken" >>"$table"
      $CARDINFO watch --once --track "$table" >/dev/null
      insert 1 travel-euicc
      $CARDINFO watch --once -r "slot 2" --track "$table" >/dev/null
      stat -c %a "$table" >>"$OUT"
      cat "$table" >>"$OUT"
      kill %1 %2
      """)
    let lines = result.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 5, "\(result.output)")
    #expect(lines.first == "600")
    #expect(lines.dropFirst().first == "iccid,imsi,eid,carrier,line,state,due")
    #expect(
      lines.dropFirst(2).first?.hasPrefix("8944110123456789013,234105123456789,,giffgaff,") == true)
    #expect(lines.dropFirst(3).first == "broken")
    #expect(
      lines.last?.hasPrefix("8944500123456789011,234501234567890,89049032000000000000012600041755,")
        == true)
  }

  /// A card that fails is no success, and no row: it is written when it is read whole.
  @Test func whatCouldNotBeReadIsNoSuccess() throws {
    let result = try desk(
      """
      insert 0 garbage-atr
      timeout 30 $CARDINFO watch --once --track "$OUT.csv" >/dev/null
      echo "$?" >>"$OUT"
      cat "$OUT.csv" >>"$OUT"
      kill %1
      """)
    #expect(result.errors.contains("Virtual slot 1 00 00: this card was not read whole"))
    let lines = result.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.first != "0", "\(lines)")
  }

  @Test func aTableThatCantBeReadIsNotTakenForAnEmptyOne() throws {
    let result = try Command.cardinfo("watch", "--once", "--track", "/proc/self/mem")
    #expect([65, 73].contains(result.status), "\(result.status)")
  }

  /// A device has no end, and a pipe waits for another.
  @Test(arguments: ["/dev/zero", "pipe"]) func aTableIsAFile(name: String) throws {
    let scratch = try Scratch()
    let path = name == "pipe" ? scratch.path(name) : name
    let result = try Command.bash(
      """
      [ \(name) != pipe ] || mkfifo '\(path)'
      timeout 20 $CARDINFO watch --once --track '\(path)'
      """)
    #expect(result.status == 73, "\(result.status)")
  }

  @Test func twoDoNotAddToOneTable() throws {
    let scratch = try Scratch()
    let table = try CardTable(scratch.path("table.csv"))
    #expect(throws: Problem.self) { _ = try CardTable(scratch.path("table.csv")) }
    withExtendedLifetime(table) {}
    #expect(
      try scratch.text("table.csv").split(whereSeparator: \.isNewline).count == 1)
  }

  /// Several are there when it begins: one of them is the first, in output, table and command.
  @Test func ofSeveralCardsOneIsTheFirst() throws {
    let scratch = try Scratch()
    let told = scratch.path("told")
    let options = try WatchCommand.parse([
      "--once", "--json", "--exec", "cat >/dev/null; echo told >>'\(told)'",
    ])
    let card = try #require(NamedCard.named("plain-sim"))
    let written = Atomic<Int>(0)
    let watch = CardWatch(
      options, nil, access: { VirtualCardAccess(card, index: $0.index) },
      write: { _ in written.add(1, ordering: .relaxed) })
    let states = (0..<8).map { ReaderState(named: "reader \($0)") }
    watch.take(states.map(ReaderChange.cardInserted), among: states)
    watch.settle()
    // Each insertion is told by its read alone.
    #expect(written.load(ordering: .relaxed) == 1)
    #expect(try scratch.text("told") == "told\n")
  }

  @Test func aNumberIsOneReaderAsEverywhere() throws {
    let options = try WatchCommand.parse(["--json", "-r", "1"])
    let card = try #require(NamedCard.named("plain-sim"))
    let seen = Mutex<[Int]>([])
    let watch = CardWatch(
      options, nil,
      access: { choice in
        seen.withLock { $0.append(choice.index) }
        return VirtualCardAccess(card, index: choice.index)
      }, write: { _ in })
    let states = (0..<3).map { ReaderState(named: "reader 1 0\($0)") }
    watch.take(states.map(ReaderChange.cardInserted), among: states)
    watch.settle()
    #expect(seen.withLock { $0 } == [1])
  }

  @Test func aTableOfSomethingElseIsLeftAsItIs() throws {
    let desk = try Scratch()
    let path = desk.path("notes.csv")
    try "my,notes\n1,2\n".write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Command.cardinfo("watch", "--once", "--track", path)
    #expect(result.status == 73)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "my,notes\n1,2\n")
  }

  /// What a command is told stands on its standard input, and nothing of it among its arguments.
  @Test func aCommandIsTold() throws {
    let result = try desk(
      """
      insert 0 plain-sim
      $CARDINFO watch --once --json --exec "tr \\"\\\\0\\" \\" \\" </proc/\\$PPID/cmdline >>$OUT; \
      echo >>$OUT; cat >>$OUT; exit 3" >/dev/null
      kill %1
      """)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("watch --once") == true, "\(lines)")
    #expect(lines.first?.contains("8944") == false)
    #expect(events(result.output).last?["card"]?["iccid"]?.text == "8944110123456789013")
    #expect(result.errors.contains("the command of --exec failed: it ended with the status 3"))
  }

  /// Without pcscd it says so once, and goes on when it comes.
  @Test func aServiceThatIsNotThereIsWaitedFor() throws {
    let result = try Command.bash(
      """
      export PCSCLITE_CSOCK_NAME=/no/such/socket
      timeout -s INT 2 $CARDINFO watch --json
      """)
    #expect(events(result.output).map { $0["event"]?.text } == ["serviceLost"])
    #expect(
      events(result.output).first?["errors"]?.elements.first?["code"]?.text == "pcsc.notRunning")
  }
}
