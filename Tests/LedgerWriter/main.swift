import FoundationEssentials
import Glibc
import Ledger
import Renewal

// LedgerWriter DIRECTORY COUNT: writes events to a ledger, one in a transaction, and prints the name
// of each after it was committed. It goes on where an earlier run ended. An error's code is its last
// line.

/// Prints a line at once.
func say(_ text: String) {
  let line = Array("\(text)\n".utf8)
  _ = write(STDOUT_FILENO, line, line.count)
}

let directory = CommandLine.arguments.dropFirst().first ?? ""
let count = CommandLine.arguments.last.flatMap { Int($0) } ?? 0

do {
  let judging = Judging(rules: RuleBook(), zone: .gmt, edition: "1", now: { Date() })
  let ledger = try Ledger(directory: directory, judging: judging)
  if try ledger.line("line") == nil {
    try ledger.add(Line(id: "line", name: "Line"), at: Date(timeIntervalSince1970: 0))
  }
  for number in try ledger.events(of: "line").count..<count {
    let moment = Date(timeIntervalSince1970: Double(number))
    var event = Event(id: "\(number)", .use, on: .moment(moment), recordedAt: moment)
    event.note = String(repeating: "\(number) ", count: 100)
    try ledger.append(event, to: "line")
    say(event.id)
  }
} catch {
  say(error.code.rawValue)
  exit(1)
}
