import CardState
import Testing

/// Changes through real pcscd: what is reported is what a new read finds.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct ChangesInReadersTests {
  /// One after the other, each followed by a read of another process.
  @Test func everyChangeIsThereAfterwards() throws {
    let result = try PCSCD.with(
      ["travel-euicc"],
      """
      set -e
      $CARDINFO profiles enable 8985 --yes >/dev/null
      $CARDINFO profiles disable 8985 --yes >/dev/null
      $CARDINFO profiles rename 8985 work --yes >/dev/null
      $CARDINFO profiles delete 8900 --yes --tail 0120 >/dev/null
      $CARDINFO profiles default-address new.example --yes >/dev/null
      $CARDINFO notifications remove 42 --yes >/dev/null
      $CARDINFO --only profiles --full --json
      """)
    #expect(result.status == 0, "\(result.errors)")
    let euicc = try #require(try result.document().cards.first?.euiccs.first)
    #expect(
      euicc.profiles?.map(\.iccid) == [
        "8944500123456789011", "8985203012345678902", "8933010123456789017",
      ])
    #expect(euicc.profiles?.contains { $0.state == .enabled } == false)
    #expect(euicc.profiles?.dropFirst().first?.nickname == "work")
    #expect(euicc.addresses?.defaultSMDP == "new.example")
    #expect(euicc.notifications?.contains { $0.sequenceNumber == 42 } == false)
  }
}
