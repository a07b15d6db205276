import FoundationEssentials
import Testing

@testable import Provisioning

/// What is read of base64 in pieces is what it is in the whole.
struct Base64Tests {
  private func octets(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  @Test(arguments: [1, 2, 3, 12_287, 12_288, 12_289, 24_576, 24_577, 100_000])
  func everyLengthIsReadAsItWasWritten(count: Int) {
    let octets = octets(count)
    #expect([UInt8](base64: octets.base64) == octets)
    let lines = Data(octets).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    #expect([UInt8](base64: lines) == octets)
  }

  @Test func whatIsNoBase64IsNotRead() {
    let whole = octets(12_288).base64
    let padded = octets(12_287).base64
    for text in [
      "A", "AAA", "A===", "AA=A", "AAAA====", "AA==AAAA", "AA-_", "AA A", "AAAA é",
      // In the first piece of several, at its end, and in the last.
      "!" + whole + whole, padded + "AAAA", padded + whole, whole + "AAA", whole + "AA==AAAA",
      String(whole.dropLast()), whole + "=",
    ] {
      #expect([UInt8](base64: text) == nil, "\(text.suffix(12))")
    }
    #expect([UInt8](base64: "") == [])
  }
}
