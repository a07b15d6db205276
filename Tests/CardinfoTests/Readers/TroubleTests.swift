import CardState
import Testing

/// What goes wrong with readers and cards: a clear error with a next step, and the right status.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct TroubleTests {
  @Test func noService() throws {
    let result = try Command.cardinfo(
      "--json", environment: ["PCSCLITE_CSOCK_NAME": "/no/such/socket"])
    #expect(result.status == 69)
    #expect(try result.document().errors.map(\.code) == ["pcsc.notRunning"])
    #expect(result.errors.contains("cardinfo: pcscd, the service for card readers, is not running"))
    #expect(result.errors.contains("hint: start it with"))
  }

  @Test(.disabled(if: PCSCD.hasUSBReader, "a reader is plugged in, and pcscd would see it"))
  func noReader() throws {
    let result = try Command.bash(
      "Tests/System/private-pcscd --usb -- bash -c '$CARDINFO --json; echo $? >&2'")
    #expect(try result.document().errors.map(\.code) == ["reader.none"])
    #expect(result.errors.contains("there is no card reader"))
    #expect(result.errors.contains("\n69\n"))
  }

  @Test func noCard() throws {
    let result = try PCSCD.with([], "$CARDINFO; echo $?; $CARDINFO -r 0; echo $?; $CARDINFO -r 9")
    #expect(result.output == "66\n66\n")
    #expect(result.status == 66)
    #expect(result.errors.contains("there is no card in any of the 2 readers"))
    #expect(result.errors.contains("no card is in the reader"))
    #expect(result.errors.contains("no reader has the number or the name '9'"))
  }

  @Test func nothingPluggedInFitsOnOneScreen() throws {
    let lines = try PCSCD.with([], "$CARDINFO 2>&1 || true").output.split(separator: "\n")
    #expect((2...24).contains(lines.count))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func garbageInTheAnswerToReset() throws {
    let result = try PCSCD.with(["garbage-atr"], "$CARDINFO --json")
    #expect(result.status == 1)
    #expect(try result.document().errors.map(\.code) == ["card.badAnswerToReset"])
  }

  @Test func oneBadReaderAmongFour() throws {
    let result = try PCSCD.with(
      ["plain-sim", "garbage-atr", "gsm-2g", "travel-euicc"], "$CARDINFO --json")
    #expect(result.status == 1)
    let document = try result.document()
    #expect(
      document.cards.map(\.iccid) == [
        "8944110123456789013", "8944110000001234564", "8944500123456789011",
      ])
    #expect(document.errors.map(\.reader) == ["Virtual slot 2 00 00"])
  }

  @Test func aPINIsForOneCard() throws {
    let many = try PCSCD.with(
      ["pin-locked", "pin-locked"], "echo 1234 | $CARDINFO -r Virtual --pin-fd 0 --json")
    #expect(many.status == 1)
    #expect(try many.document().errors.map(\.code) == ["pin1.manyCards"])
    let one = try PCSCD.with(
      ["pin-locked", "plain-sim"],
      "echo 1234 | $CARDINFO -r 0 --pin-fd 0 --json; $CARDINFO -r 0 --only identity >&2")
    #expect(try one.document().cards.map(\.subscriber?.imsi) == ["234105123456789"])
    // The card was reset afterwards: nobody else gets in.
    #expect(one.errors.contains("PIN1 is on"))
    #expect(!one.errors.contains("234105123456789"))
  }

  @Test func anEndlessAnswer() throws {
    let result = try PCSCD.with(["endless-answer"], "$CARDINFO --json")
    #expect(result.status == 1)
    #expect(try result.document().errors.map(\.code) == ["card.badAnswer"])
  }

  @Test func aReadThatEndsEarlyLeavesTheCardAsAResetDoes() throws {
    let result = try PCSCD.with(
      ["endless-answer"],
      "$CARDINFO --only profiles; $CARDINFO --only identity --trace - --json")
    #expect(result.errors.contains("> 00B082000A  < [10]9000"), "\(result.errors)")
  }

  @Test func aCardThatAnotherProgramResets() throws {
    // In vpcd's readers a reset by another program can't be timed; PCSCTests has that one.
    let result = try Command.cardinfo("--virtual", "reset-by-another", "--json")
    #expect(try result.document().errors.map(\.code) == ["card.reset"])
    #expect(result.status == 1)
  }

  /// The read of a travel-euicc takes 31 exchanges: the card is pulled before each in turn.
  @Test(arguments: 0..<31)
  func pulledDuringTheRead(exchange: Int) throws {
    let result = try Command.bash(
      """
      Tests/System/private-pcscd -- bash -c '
        $CARDINFO virtual serve travel-euicc --port $CARDINFO_VPCD_PORTS \
          --remove-after \(exchange) 2>/dev/null &
        for _ in $(seq 100); do $CARDINFO readers | grep -q "card present" && break; done
        $CARDINFO --json'
      """)
    #expect(result.status == 1)
    let document = try result.document()
    #expect(document.errors.map(\.code) == ["card.removed"])
    #expect(document.cards.count == (exchange == 0 ? 0 : 1))
    #expect(document.cards.allSatisfy { $0.warnings.map(\.code) == ["read.incomplete"] })
    #expect(result.errors.contains("hint: insert it again, leave it in"))
  }
}
