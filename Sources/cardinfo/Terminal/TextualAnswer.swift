import FoundationEssentials
import Glibc

/// A result that is one value for programs and a table for people.
protocol TextualAnswer: Encodable {
  var table: Table { get }
}

extension TextualAnswer {
  /// Prints the value as one JSON object, or the table.
  func report(asJSON: Bool) throws {
    guard asJSON else {
      let lines = table.lines(wraps: true, colour: Terminal.takesColour(STDOUT_FILENO))
      return StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    StandardOutput.write(String(decoding: try encoder.encode(self), as: UTF8.self) + "\n")
  }
}
