import CardState
import Testing

@testable import Card

/// What a change may send, and nothing else.
struct ChangingChannelTests {
  private let profile: ProfileReference = {
    var profile = Profile()
    profile.iccid = "8985203012345678902"
    return ProfileReference(profile)
  }()

  /// A card that says that everything is fine, and keeps what it was sent.
  private final class Yes: CardChannel {
    let answerToReset: [UInt8] = [0x3B, 0x00]
    let transmissionProtocol = TransmissionProtocol.t0
    var sent: [String] = []

    func transmit(_ command: [UInt8]) -> [UInt8] {
      sent.append(command.hex)
      return [0x90, 0x00]
    }
  }

  @Test(arguments: [
    "80E2910014BF3111A00C5A0A985802032143658709F28101FF",
    "80E2910014BF3111A00C5A0A985802032143658709F2810100",
    "81E2910014BF3111A00C5A0A985802032143658709F281010000",
    "80E2910003BF2D00", "00A4040C07A0000000871002",
  ]) func letsTheChangeThrough(hex: String) throws {
    let card = Yes()
    let channel = ChangingChannel(card, permitting: .enable(profile))
    _ = try channel.transmit(bytes(hex))
    #expect(card.sent == [hex])
    #expect(channel.hasSent == hex.contains("BF31"))
  }

  @Test(arguments: [
    // Another profile, another function, another flag, more behind it, less of it.
    "80E2910014BF3111A00C5A0A985802032143658709F18101FF",
    "80E2910014BF3211A00C5A0A985802032143658709F28101FF",
    "80E2910014BF3111A00C5A0A985802032143658709F2810101",
    "80E2910017BF3111A00C5A0A985802032143658709F28101FFBF3400",
    "80E2910013BF3111A00C5A0A985802032143658709F28101",
    "80E291000FBF330C5A0A985802032143658709F2", "80E2910000", "80E29100",
    // Not STORE DATA, not to an application of GlobalPlatform.
    "00D600000101", "00E2910014BF3111A00C5A0A985802032143658709F28101FF",
    "80DA910014BF3111A00C5A0A985802032143658709F28101FF",
    "80E2910014BF3111A00C5A0A985802032143658709F28101FF0000", "0020000108313233340000FFFF",
  ]) func refusesEverythingElse(hex: String) {
    let card = Yes()
    let channel = ChangingChannel(card, permitting: .enable(profile))
    #expect(throws: ChannelError.self) { try channel.transmit(bytes(hex)) }
    #expect(card.sent.isEmpty)
    #expect(!channel.hasSent)
  }

  @Test func blocksAreTakenInTheirOrder() throws {
    let request = ES10Request.defaultAddress(String(repeating: "a", count: 200))
    let change = EUICCChange.setDefaultAddress(String(repeating: "a", count: 200))
    let blocks = StoreData.commands(for: request, on: .basic).compactMap { $0.encoded(for: .t0) }
    #expect(blocks.count == 2)
    let inOrder = ChangingChannel(Yes(), permitting: change)
    for block in blocks { _ = try inOrder.transmit(block) }
    let outOfOrder = ChangingChannel(Yes(), permitting: change)
    #expect(throws: ChannelError.self) { try outOfOrder.transmit(try #require(blocks.last)) }
    // Something else in between begins anew.
    let interrupted = ChangingChannel(Yes(), permitting: change)
    _ = try interrupted.transmit(try #require(blocks.first))
    _ = try interrupted.transmit(bytes("80E2910003BF2D00"))
    #expect(throws: ChannelError.self) { try interrupted.transmit(try #require(blocks.last)) }
  }
}
