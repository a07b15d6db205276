import CardState
import Testing
import VirtualCard

/// Every card that differs from SGP.22 by something that was met on a real one: changed through
/// real pcscd, and what is reported is what another process then reads.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct QuirkCardsInReadersTests {
  @Test(
    arguments: NamedCard.quirkCards.map(\.name) + ["vendor-aid", "t1-only", "small-chunks"])
  func everyChange(card: String) throws {
    let result = try PCSCD.with(
      [card],
      """
      set -e
      $CARDINFO profiles enable A0000005591010FFFFFFFF8900001100 --yes --json >&2
      $CARDINFO --only profiles --json >&2
      $CARDINFO profiles disable 出差 --yes >/dev/null
      $CARDINFO profiles enable airalo --yes >/dev/null
      $CARDINFO profiles rename airalo "" --yes >/dev/null
      $CARDINFO profiles rename 89445 \(String(repeating: "n", count: 64)) --yes >/dev/null
      $CARDINFO profiles delete 8900 --yes --tail 0120 >/dev/null
      $CARDINFO profiles default-address \(String(repeating: "a", count: 150)) --yes >/dev/null
      $CARDINFO notifications remove 42 --yes >/dev/null
      $CARDINFO --only profiles --full --json
      $CARDINFO profiles reset --test-profiles --address --yes --tail 1755 --json >/dev/null
      """)
    #expect(result.status == 0, "\(result.errors)")
    let euicc = try #require(try result.document().cards.first?.euiccs.first)
    #expect(euicc.profiles?.map(\.state) == [.enabled, .disabled, .disabled])
    #expect(euicc.profiles?.first?.nickname == String(repeating: "n", count: 64))
    #expect(euicc.addresses?.defaultSMDP == String(repeating: "a", count: 150))
    #expect(euicc.notifications?.contains { $0.sequenceNumber == 42 } == false)
  }

  @Test func aCardThatOnlySaysThatItSwitchesIsNotBelieved() throws {
    let result = try PCSCD.with(["says-done"], "$CARDINFO profiles enable 8985 --yes --json")
    #expect(result.status == 1)
    let document = try result.document()
    #expect(document.errors.map(\.code) == ["change.notMade"])
    #expect(
      document.cards.first?.euiccs.first?.profiles?.map(\.state) == [
        .enabled, .disabled, .disabled, .disabled,
      ])
  }

  /// An enable of a travel-euicc takes 19 exchanges with the reads before and after it: the card is
  /// pulled before each in turn. The 10th is the request.
  @Test func pulledDuringAnEnable() throws {
    let result = try Command.bash(
      """
      Tests/System/private-pcscd -- bash -c '
        for count in $(seq 0 19); do
          $CARDINFO virtual serve travel-euicc --port $CARDINFO_VPCD_PORTS \
            --remove-after $count 2>/dev/null &
          for _ in $(seq 100); do $CARDINFO readers | grep -q "card present" && break; done
          status=0
          errors=$($CARDINFO profiles enable 8985 --yes --wait 0 2>&1 >/dev/null) || status=$?
          echo "$count|$status|"$errors
          kill %% 2>/dev/null; wait
          for _ in $(seq 100); do $CARDINFO readers | grep -q "no card" && break; done
        done'
      """)
    let runs = result.output.split(separator: "\n").map { $0.split(separator: "|", maxSplits: 2) }
    #expect(runs.count == 20, "\(result.errors)")
    for run in runs {
      let count = try #require(run.first.flatMap { Int($0) })
      let message = run.dropFirst(2).joined()
      switch count {
      case ..<9:
        #expect(run.dropFirst().first == "1")
        #expect(message.contains("the card was removed"), "\(count): \(message)")
        #expect(!message.contains("was sent"))
      case 9..<19:
        #expect(run.dropFirst().first == "1")
        #expect(message.contains("whether it was made is not known"), "\(count): \(message)")
        #expect(message.contains("hint: insert the card again and run cardinfo profiles"))
      default: #expect(run.dropFirst().first == "0", "\(count): \(message)")
      }
    }
  }
}
