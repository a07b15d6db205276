import Foundation
import Testing

/// A program that sends a notice is ended with all that it started, and the reason that is given is the true one.
struct StoppedProgramTests {
  @Test func itIsInterruptedAndLeavesNothingBehind() throws {
    let desk = try Desk()
    let mark = "47\(Int.random(in: 1000...9999))"
    try desk.configure(
      "notify.json",
      #"{"channels": [{"name": "p", "kind": "exec", "command": "sleep \#(mark); true"}]}"#)
    let result = try Command.bash(
      """
      chmod 600 $XDG_CONFIG_HOME/cardinfo/notify.json
      $CARDINFO notify test & pid=$!
      for _ in $(seq 100); do pgrep -f "^sleep \(mark)" >/dev/null && break; sleep 0.1; done
      kill -INT $pid; wait $pid; echo "ended with $?"
      sleep 0.3
      pgrep -f "^sleep \(mark)"
      """,
      environment: [
        "XDG_DATA_HOME": desk.scratch.path("data"), "XDG_CONFIG_HOME": desk.scratch.path("config"),
        "LC_ALL": "C",
      ])
    #expect(result.output == "ended with 130\n", "\(result.output) \(result.errors)")
    #expect(!result.errors.contains("too long"))
  }
}
