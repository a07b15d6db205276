import Foundation
import Testing

/// What a download knows of a person is in its answer and at its server, and nowhere else: planted codes
/// and numbers are looked for in all that is written, in every form that they may take.
struct DownloadSecretsTests {
  private static let code = "PLANTED-CODE-8213"
  private static let confirmationCode = "90817263"
  private static let imei = "490154203237518"
  private static let eid = "89049032000000000000012600074735"

  /// Servers that say back what they were told, and that fail at each step.
  private static let faults: [[[String: any Sendable]]] = [
    [],
    [["function": "initiateAuthentication", "kind": "wrong-signature"]],
    [
      [
        "function": "authenticateClient", "kind": "refuse", "subject": "8.2.6", "reason": "3.8",
        "message": code, "identifier": code,
      ]
    ],
    [
      [
        "function": "authenticateClient", "kind": "refuse", "subject": code, "reason": eid,
        "message": eid,
      ]
    ],
    [["function": "authenticateClient", "kind": "text", "body": "\(code) \(eid)"]],
    [["function": "authenticateClient", "kind": "status", "status": 500, "body": code]],
    [
      [
        "function": "authenticateClient", "kind": "redirect",
        "location": "https://elsewhere.example/\(code)",
      ]
    ],
    [["function": "getBoundProfilePackage", "kind": "cut"]],
    [["function": "getBoundProfilePackage", "kind": "bad-mac", "segment": -1]],
    [
      ["function": "getBoundProfilePackage", "kind": "reset"],
      ["function": "cancelSession", "kind": "reset"],
    ],
  ]

  @Test(arguments: faults.indices) func nothingIsWritten(fault: Int) throws {
    for form in ["", "--json", "--show-ids"] {
      let servers = try TestServers(
        order: ["matching_id": Self.code, "confirmation_code": Self.confirmationCode],
        faults: Self.faults[fault])
      let desk = try Desk()
      let result = try desk.run(
        """
        profiles download --code-fd 4 --confirmation-code-fd 3 --imei \(Self.imei) --yes --send \
        --virtual blank-euicc --ca \(TestServers.root) --trace \(desk.scratch.path("trace")) \(form) \
        3<<<\(Self.confirmationCode) 4<<<'LPA:1$\(servers.smdp)$\(Self.code)$$1' </dev/null
        """)
      let secrets = [Self.code, Self.confirmationCode, Self.imei]
      Self.expect(none: secrets + [Self.eid], in: result.output, "output")
      Self.expect(none: secrets + [Self.eid, TestServers.iccid], in: result.errors, "errors")
      if form == "--json" {
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let errors = "\((document as? [String: Any])?["errors"] ?? "")"
        Self.expect(none: [TestServers.iccid], in: errors, "errors in JSON")
      }
      let identifiers = form == "--show-ids" ? [] : [Self.eid, TestServers.iccid]
      Self.expect(none: secrets + identifiers, in: try desk.scratch.text("trace"), "trace")
      try Self.expect(none: secrets + [Self.eid, TestServers.iccid], inFilesOf: desk)
      #expect(try servers.requests().isEmpty == false)
    }
  }

  @Test func whatIsKilledLeavesNothingEither() throws {
    let servers = try TestServers(
      order: ["matching_id": Self.code],
      faults: [["function": "getBoundProfilePackage", "kind": "hang", "seconds": 10]])
    let desk = try Desk()
    let code = desk.scratch.path("code")
    try Data("LPA:1$\(servers.smdp)$\(Self.code)\n".utf8).write(to: URL(filePath: code))
    let result = try Command.bash(
      """
      mkdir -p $XDG_DATA_HOME
      $CARDINFO profiles download --code-fd 3 --virtual blank-euicc --ca \(TestServers.root) --yes \
        3<\(code) >$XDG_DATA_HOME/said 2>&1 &
      command=$!
      for _ in $(seq 200); do
        grep -qs fetching $XDG_DATA_HOME/cardinfo/downloads/*.json && break; sleep 0.05
      done
      rm \(code)
      for process in $command $(cat /proc/$command/task/*/children); do
        tr '\\0' ' ' </proc/$process/cmdline
      done
      kill -9 $command; wait $command 2>/dev/null; cat $XDG_DATA_HOME/cardinfo/downloads/*.json
      """, environment: ["XDG_DATA_HOME": desk.scratch.path("data")])
    #expect(result.output.contains("profiles download --code-fd"))
    #expect(result.output.contains("\"step\" : \"fetching\""))
    Self.expect(none: [Self.code, TestServers.iccid, Self.eid], in: result.output, "ps, journal")
    try Self.expect(none: [Self.code, TestServers.iccid, Self.eid], inFilesOf: desk)
  }

  private static func expect(none secrets: [String], inFilesOf desk: Desk) throws {
    let files = FileManager.default.enumerator(atPath: desk.scratch.directory.path())
    for case let file as String in try #require(files) where file != "trace" {
      let bytes = FileManager.default.contents(atPath: desk.scratch.path(file)) ?? Data()
      expect(none: secrets, in: String(decoding: bytes, as: UTF8.self), file)
    }
  }

  private static func expect(none secrets: [String], in text: String, _ place: String) {
    for secret in secrets {
      for form in forms(of: secret) {
        #expect(!text.contains(form), "\(place) has \(form)")
      }
    }
  }

  /// A secret as text, as hexadecimal, with its nibbles swapped as cards have them, and in base64,
  /// wherever it begins.
  private static func forms(of secret: String) -> [String] {
    let hex = secret.utf8.map { String($0, radix: 16) }.joined()
    let padded = Array(secret.count.isMultiple(of: 2) ? secret : secret + "F")
    let swapped = String(
      stride(from: 0, to: padded.count, by: 2).flatMap { [padded[$0 + 1], padded[$0]] })
    let base64 = (0..<3).map { shift in
      let bytes = Data(repeating: 0, count: shift) + Data(secret.utf8)
      return String(bytes.base64EncodedString().dropFirst(4).dropLast(4))
    }
    return [secret, hex, hex.uppercased(), swapped] + base64.filter { $0.count > 7 }
  }
}
