import Testing

/// What bash offers, by the script that is installed for it.
struct CompletionTests {
  /// What stands there when somebody presses Tab behind these words.
  private func offers(_ words: String..., in desk: Desk? = nil, service: String = "/no/such/socket")
    throws -> [String]
  {
    let desk = try desk ?? Desk()
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let result = try Command.bash(
      """
      source <("$CARDINFO" --generate-completion-script bash)
      COMP_WORDS=("$CARDINFO" \(typed))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _cardinfo cardinfo "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """,
      environment: [
        "XDG_DATA_HOME": desk.scratch.path("data"), "XDG_CONFIG_HOME": desk.scratch.path("config"),
        "PCSCLITE_CSOCK_NAME": service,
      ])
    #expect(result.errors == "")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func linesAreOffered() throws {
    let desk = try Desk()
    try desk.output("line add --name giffgaff")
    try desk.output("line add --name home")
    #expect(try offers("line", "show", "", in: desk) == ["giffgaff", "home"])
    #expect(try offers("renew", "guide", "h", in: desk) == ["home"])
  }

  @Test func rulesAndCarriersAreOffered() throws {
    #expect(try offers("line", "set", "x", "--rule", "giff") == ["giffgaff"])
    #expect(try offers("line", "set", "x", "--carrier", "giff") == ["giffgaff"])
    #expect(try offers("carrier", "show", "china-mob").contains("china-mobile"))
  }

  @Test func profilesOfABuiltInCardAreOffered() throws {
    let offered = try offers("profiles", "enable", "--virtual", "travel-euicc", "")
    #expect(offered.contains("airalo expires 5/25"), "\(offered)")
  }

  @Test func profilesThatTheLedgerSawAreOffered() throws {
    let desk = try Desk()
    #expect(try offers("profiles", "enable", "", in: desk) == [])
    try desk.output("--virtual travel-euicc --save")
    #expect(try offers("profiles", "enable", "air", in: desk) == ["airalo expires 5/25"])
  }

  @Test func builtInCardsAndPartsAreOffered() throws {
    #expect(try offers("read", "--virtual", "travel-eu") == ["travel-euicc"])
    #expect(try offers("read", "--only", "mess") == ["messages"])
    #expect(try offers("read", "--reader", "") == [], "no service, no readers, no word")
  }

  @Test func whatGoesWrongIsNotSaid() throws {
    let desk = try Desk()
    try desk.configure("carriers/broken.json", "{")
    #expect(try offers("line", "set", "x", "--carrier", "giff", in: desk) == ["giffgaff"])
  }

  @Test(.enabled(if: PCSCD.isAvailable, PCSCD.comment)) func readersAreOffered() throws {
    let result = try PCSCD.with(
      ["plain-sim"], "$CARDINFO ---completion read -- --reader 3 0 cardinfo read --reader \"\"")
    #expect(result.output.contains("Virtual slot 1 00 00\n"), "\(result.output)\(result.errors)")
  }

  @Test func aServiceThatDoesNotAnswerIsNotWaitedFor() throws {
    let scratch = try Scratch()
    let start = ContinuousClock.now
    let result = try Command.bash(
      """
      python3 -c 'import socket, sys, time
      service = socket.socket(socket.AF_UNIX)
      service.bind(sys.argv[1])
      service.listen(5)
      time.sleep(60)' '\(scratch.path("s"))' &
      until [ -e '\(scratch.path("s"))' ]; do sleep 0.05; done
      timeout 30 $CARDINFO ---completion read -- --reader 3 0 cardinfo read --reader ''
      status=$?
      kill $!
      exit $status
      """, environment: ["PCSCLITE_CSOCK_NAME": scratch.path("s")])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(ContinuousClock.now - start < .seconds(25))
  }
}
