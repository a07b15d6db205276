import Foundation
import Testing

/// What holds for every source, and no formatter checks.
struct SourceTests {
  private static let traps = [
    "try!", "as!", "fatalError(", "unsafeBitCast", "precondition(", "preconditionFailure(",
  ]

  @Test func nothingTraps() throws {
    for file in try Repository.files(under: "Sources", ending: ".swift") {
      let text = try Repository.text(of: file)
      for trap in Self.traps { #expect(!text.contains(trap), "\(file) has \(trap)") }
    }
  }

  @Test func cardBytesAreNotSubscripted() throws {
    // ByteReader takes bytes apart; a subscript with a number, or a range, would do it unproved.
    let subscripted = try Regex(#"[a-z)]\[([0-9]|[a-zA-Z0-9 +]+\.\.[.<]|\.\.<)"#)
    for target in ["Card", "PCSC", "VirtualCard"] {
      for file in try Repository.files(under: "Sources/\(target)", ending: ".swift") {
        for line in try Repository.text(of: file).split(separator: "\n")
        where !line.drop(while: { $0 == " " }).hasPrefix("//") {
          #expect(line.firstMatch(of: subscripted) == nil, "\(file): \(line)")
        }
      }
    }
  }
}
