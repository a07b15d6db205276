import Foundation
import Ledger
import Renewal

// LedgerBenchmark [csv|json] COUNT…: how the cost of importing and of asking for what is due grows
// with the number of lines. Every count in a process of its own, so that its memory is its own.

let arguments = Array(CommandLine.arguments.dropFirst())
let format = arguments.first.flatMap { ExchangeFormat(rawValue: $0) } ?? .json
let counts = arguments.compactMap { Int($0) }

if counts.count > 1 {
  for count in counts {
    let child = Process()
    child.executableURL = URL(filePath: CommandLine.arguments[0])
    child.arguments = [format.rawValue, "\(count)"]
    try child.run()
    child.waitUntilExit()
  }
} else if let count = counts.first {
  try Measurement(format, count).run()
} else {
  print("usage: LedgerBenchmark [csv|json] COUNT…")
}
