import Card
import Testing
import VirtualCard

/// Whatever comes, a card answers it.
@Suite struct HostileCommandTests {
  private static let cards = ["china-mobile", "travel-euicc", "gsm-2g", "two-elements"]
  private static let instructions: [UInt8] = [
    0x04, 0x10, 0x12, 0x14, 0x20, 0x24, 0x26, 0x28, 0x2C, 0x44, 0x70, 0x88, 0xA4, 0xAA, 0xB0, 0xB2,
    0xC0, 0xC2, 0xCA, 0xD6, 0xDC, 0xE2, 0xF2,
  ]

  @Test(arguments: cards, [TransmissionProtocol.t0, .t1])
  func `any bytes are answered with a status word`(
    name: String, transmissionProtocol: TransmissionProtocol
  ) throws {
    let card = try #require(NamedCard.named(name)).make()
    card.behaviour.transmissionProtocol = transmissionProtocol
    var random = RepeatableRandom(seed: 7)
    var shortest = Int.max
    for _ in 0..<20_000 {
      shortest = min(shortest, try card.transmit(Self.command(&random)).count)
    }
    #expect(shortest == 2)
  }

  @Test func `any bytes pass a completing reader`() throws {
    let card = try #require(NamedCard.named("t0-completed")).make()
    var random = RepeatableRandom(seed: 11)
    var shortest = Int.max
    for _ in 0..<20_000 {
      shortest = min(shortest, try card.transmit(Self.command(&random)).count)
    }
    #expect(shortest == 2)
  }

  /// Mostly a known instruction of a likely class, so that it gets past the door; sometimes noise.
  private static func command(_ random: inout RepeatableRandom) -> [UInt8] {
    let count = Int.random(in: 0...24, using: &random)
    let noise = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    guard Int.random(in: 0..<8, using: &random) > 0 else { return noise }
    let classes: [UInt8] = [0x00, 0x01, 0x80, 0x81, 0xA0, 0x40]
    let header = [
      classes.randomElement(using: &random), instructions.randomElement(using: &random),
    ]
    let parameters = (0..<2).map { _ in
      [UInt8(0), 0, 1, 2, 4, 8, 0x11, 0x82, 0x91, 0xFF].randomElement(using: &random)
    }
    let isFramed = Bool.random(using: &random)
    let body = isFramed ? [UInt8(noise.count)] + noise : noise
    return (header + parameters).compactMap { $0 } + body
  }
}

/// The same numbers in every run (SplitMix64).
private struct RepeatableRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
