import CardState
import Foundation
import Testing

/// A card that another program holds keeps nobody waiting for ever, and nobody else from their cards.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct HeldCardsTests {
  /// What `script` prints while another program holds the card in the second of three readers.
  private func whileHeld(_ script: String, how: String = "") throws -> Command.Result {
    try PCSCD.with(
      ["plain-sim", "travel-euicc", "gsm-2g"],
      """
      exec 3< <(exec /usr/bin/python3 Tests/System/hold_card.py "Virtual slot 2 00 00" \(how))
      holder=$!
      read -r -u 3 held
      [ "$held" = held ] || exit 99
      \(script)
      status=$?
      kill $holder
      exit $status
      """)
  }

  @Test(arguments: ["", "--exclusive"])
  func theOthersAreRead(how: String) throws {
    let result = try whileHeld("$CARDINFO --json --wait 3", how: how)
    let document = try result.document()
    #expect(result.status == 1)
    #expect(document.cards.map(\.iccid) == ["8944110123456789013", "8944110000001234564"])
    #expect(document.errors.map(\.code) == ["card.inUse"])
    #expect(document.errors.map(\.reader) == ["Virtual slot 2 00 00"])
    #expect(result.errors.contains("another program holds the card; waiting for up to 3 s"))
  }

  @Test func aCommandForThatCardEndsWith75() throws {
    let commands = [
      "profiles -r 2", "chip -r 2", "notifications -r 2", "profiles enable 8985 --yes -r 2",
      "profiles discover -r 2", "notifications send --all -r 2",
    ].map { "$CARDINFO \($0) --wait 1 >&2; echo $?; " }
    let result = try whileHeld(commands.joined())
    #expect(result.output == String(repeating: "75\n", count: commands.count), "\(result.errors)")
    #expect(!result.errors.contains("waiting for up to"))
  }

  @Test(arguments: ["", "--exclusive"])
  func doctorCallsNoHeldCardFine(how: String) throws {
    let result = try whileHeld("$CARDINFO doctor", how: how)
    let held = result.output.split(separator: "\n").filter { $0.contains("slot 2 00 00") }
    #expect(held.count == 1 && held.first?.contains("✓") == false, "\(result.output)")
    #expect(result.status == 1)
  }

  /// However early: what was not asked has said nothing.
  @Test(arguments: ["read -r 0", "profiles list -r 2", "chip -r 2", "export -r 0"])
  func whoeverStopsItGetsNoAnswer(command: String) throws {
    let result = try PCSCD.with(
      ["plain-sim", "travel-euicc"],
      """
      for delay in 0.02 0.04 0.05 0.06 0.07 0.08 0.1 0.12 0.15 0.2; do
        $CARDINFO \(command) --json >out.$$ 2>err.$$ & pid=$!
        sleep $delay
        kill -INT $pid
        wait $pid
        echo "$? $(grep -ciE "iccid|eid" out.$$) $(grep -c "no eUICC answers" out.$$ err.$$ | tr -d "\\n")"
      done
      rm -f out.$$ err.$$
      """)
    for line in result.output.split(separator: "\n") {
      let isTold = line.hasPrefix("130 ") || !line.hasPrefix("0 0 ") && line.hasPrefix("0 ")
      #expect(isTold && line.contains(":0") && !line.contains(":1"), "\(line)")
    }
  }

  @Test(arguments: ["INT", "TERM"])
  func aWaitIsInterrupted(signal: String) throws {
    let result = try whileHeld(
      """
      $CARDINFO -r 2 --wait 60 & pid=$!
      sleep 1
      before=$(date +%s%N)
      kill -\(signal) $pid
      wait $pid
      echo $? $((($(date +%s%N) - before) / 1000000))
      """)
    let words = result.output.split(separator: " ").map { $0.filter(\.isNumber) }
    #expect(words.first == "130", "\(result.output) \(result.errors)")
    let milliseconds = try #require(words.last.flatMap { Int($0) })
    // 300 ms on a machine that does nothing else.
    #expect(milliseconds < 1500)
  }
}
