import Foundation
import Testing

/// Downloads in lpac's grammar, from the test SM-DP+.
struct LPACDownloadTests {
  private struct Result: Decodable {
    var seqNumber: Int
    var iccid: String
    var bppCommandId: String
    var errorReason: String
  }

  private static let beginning = [
    "es10b_get_euicc_challenge_and_info", "es9p_initiate_authentication",
    "es10b_authenticate_server", "es9p_authenticate_client",
  ]
  private static let end = [
    "es10b_prepare_download", "es9p_get_bound_profile_package", "es10b_load_bound_profile_package",
  ]
  private static let cancelled = ["es10b_cancel_session", "es9p_cancel_session"]

  private func run(
    _ words: String, from servers: TestServers, on card: String = "blank-euicc",
    by lpac: LPAC? = nil, input: String = "</dev/null"
  ) throws -> LPAC.Run {
    let run = try (lpac ?? LPAC()).run(
      words, on: card, ours: "--ca \(TestServers.root)", input: input)
    // Neither the code nor what it is for is anywhere but in the answer.
    // Eight digits, as four could be those of a port.
    for secret in [TestServers.code, "47110815"] {
      #expect(!(run.output + run.errors).contains(secret))
    }
    #expect(!run.errors.contains(TestServers.iccid))
    return run
  }

  @Test(arguments: [
    "-s %s -m \(TestServers.code)", "-a 'LPA:1$%s$\(TestServers.code)'",
    "-pm\(TestServers.code) -s%s",
  ])
  func aProfileIsDownloaded(options: String) throws {
    let servers = try TestServers()
    let lpac = try LPAC()
    let words = "profile download " + options.replacing("%s", with: servers.smdp)
    let run = try run(words, from: servers, by: lpac, input: "<<< y")
    let result = try run.data(Result.self)
    #expect(result.iccid == TestServers.iccid && result.seqNumber == 1)
    let preview = options.hasPrefix("-p") ? ["preview"] : []
    #expect(try run.progress == Self.beginning + ["es8p_metadata_parse"] + preview + Self.end)
    #expect(
      try servers.requests() == [
        "initiateAuthentication", "authenticateClient", "getBoundProfilePackage",
      ])
    #expect(try servers.violations() == [])
  }

  @Test func itBecomesALine() throws {
    let servers = try TestServers()
    let lpac = try LPAC()
    let data = ["XDG_DATA_HOME": lpac.scratch.path("data")]
    _ = try Command.bash("$CARDINFO line add --name other", environment: data)
    let words = "profile download -s \(servers.smdp) -m \(TestServers.code)"
    #expect(try run(words, from: servers, by: lpac).status == 0)
    let lines = try Command.bash("$CARDINFO lines --json", environment: data)
    #expect(lines.output.contains(TestServers.iccid))
  }

  @Test func whoSaysNoGetsNothingAndKeepsTheCode() throws {
    let servers = try TestServers()
    let words = "profile download -p -s \(servers.smdp) -m \(TestServers.code)"
    for input in ["<<< n", "</dev/null"] {
      let run = try run(words, from: servers, input: input)
      #expect(run.status == 255)
      #expect(try run.answer.message == "cancelled")
      #expect(
        try run.progress
          == Self.beginning + ["es8p_metadata_parse", "preview"] + Self.cancelled)
      #expect(run.errors.contains("The activation code is not used up."))
    }
    #expect(try run(words, from: servers, input: "<<< y").status == 0)
  }

  @Test func theDefaultServerAndAConfirmationCode() throws {
    let servers = try TestServers(order: ["confirmation_code": "47110815"])
    let words = "profile download -s \(servers.smdp) -m \(TestServers.code)"
    let none = try run(words, from: servers)
    #expect(try none.answer.message == "confirmation_code")
    let wrong = try run(words + " -c 47110816", from: servers)
    #expect(wrong.status == 255)
    #expect(try wrong.answer.message == "es9p_get_bound_profile_package")
    #expect(wrong.errors.contains("The activation code is not used up."))
    #expect(try run(words + " -c 47110815 -i 356938035643809", from: servers).status == 0)
  }

  // Each with the function that failed, the sessions closed, and what is so in three sentences.
  @Test(arguments: [
    ("connection", "reset", "es9p_initiate_authentication", false),
    ("initiateAuthentication", "wrong-signature", "es10b_authenticate_server", false),
    ("initiateAuthentication", "wrong-address", "es9p_initiate_authentication", false),
    ("authenticateClient", "refuse", "es9p_authenticate_client", true),
    ("getBoundProfilePackage", "cut-package", "es9p_get_bound_profile_package", true),
    ("getBoundProfilePackage", "bad-mac", "es10b_load_bound_profile_package", false),
  ])
  func whatFails(function: String, kind: String, says: String, isCancelled: Bool) throws {
    let servers = try TestServers(faults: [
      ["function": function, "kind": kind, "segment": -1, "subject": "8.2.6", "reason": "3.8"]
    ])
    let run = try run("profile download -s \(servers.smdp) -m \(TestServers.code)", from: servers)
    #expect(run.status == 255)
    #expect(try run.answer.message == says, "\(run.output)")
    #expect(try run.progress.suffix(2).elementsEqual(Self.cancelled) == isCancelled)
    // Before the server has named it, nobody knows which profile would not be there.
    let isNamed = function == "getBoundProfilePackage"
    #expect(
      run.errors.contains(
        isNamed ? "The profile is not on the card." : "No profile was put on the card."))
    if kind == "bad-mac" {
      #expect(try run.progress.last == "es10b_load_bound_profile_package:result")
    }
  }

  @Test(arguments: ["dp-tls-expired", "dp-tls-wrong-host", "dp-tls-self-signed", "dp-tls-2"])
  func anUntrustedServerGetsNothing(certificate: String) throws {
    let servers = try TestServers(
      others: ["certificates": [["server": "dp", "certificate": certificate]]])
    let run = try run("profile download -s \(servers.smdp) -m \(TestServers.code)", from: servers)
    #expect(try run.answer.message == "es9p_initiate_authentication")
    #expect(try servers.requests().isEmpty)
  }

  // What the card lists decides, not what it says.
  @Test func aResultThatIsLostIsNoSuccess() throws {
    let servers = try TestServers()
    let run = try run(
      "profile download -s \(servers.smdp) -m \(TestServers.code)", from: servers,
      on: "download-result-lost")
    #expect(run.status == 255)
    #expect(try run.answer.message == "es10b_load_bound_profile_package")
    #expect(run.errors.contains("The profile is on the card."))
  }

  @Test func whatWaitsIsDiscovered() throws {
    let servers = try TestServers(others: [
      "events": [["eid": "89049032000000000000012600074735", "event_id": "EVENT-1"]]
    ])
    let run = try run("profile discovery -s \(servers.smds)", from: servers)
    #expect(try run.data([String].self) == [servers.smdp])
    #expect(try run.progress == Self.beginning.dropLast() + ["es11_authenticate_client"])
    let unreachable = try self.run("profile discovery -s localhost:1", from: servers)
    #expect(try unreachable.answer.message == "es9p_initiate_authentication")
  }

  @Test func theArgumentsAreGoneFromTheListOfProcesses() throws {
    // A server that does not answer: the command waits, and is looked at.
    let script = """
      /usr/bin/python3 -c 'import socket,time
      s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True)
      time.sleep(300)' > $XDG_DATA_HOME/port &
      server=$!
      until [ -s $XDG_DATA_HOME/port ]; do sleep 0.05; done
      $CARDINFO lpac --virtual blank-euicc profile download -s localhost:$(cat $XDG_DATA_HOME/port) \
        -m SECRET-1 -cCONFIRM-1 >/dev/null 2>&1 &
      command=$!
      for _ in $(seq 600); do grep -qa '*' /proc/$command/cmdline && break; sleep 0.1; done
      sleep 1
      tr '\\0' ' ' < /proc/$command/cmdline
      kill -INT $command; wait $command; echo "ended with $?"
      kill $server
      """
    let scratch = try Scratch()
    let result = try Command.bash(script, environment: ["XDG_DATA_HOME": scratch.path("")])
    #expect(result.output.contains("-m ********"))
    #expect(!result.output.contains("SECRET") && !result.output.contains("CONFIRM"))
    #expect(result.output.contains("ended with 255"))
  }
}
