import Foundation
import Testing

/// Downloads over TLS from a server that is not ours in code, to a card that judges what it gets.
struct DownloadTests {
  /// What `profiles download --json` says.
  private struct Answer: Decodable {
    struct Download: Decodable {
      struct Profile: Decodable {
        var iccid: String?
        var name: String?
      }
      var profile: Profile?
      var step: String
      var isOnCard: String
      var isCodeUsed: String
      var state: String?
      var line: String?
      var sentences: [String]
    }
    struct Problem: Decodable { var code: String }

    var download: Download?
    var errors: [Problem]
  }

  private func download(
    from servers: TestServers, on card: String = "blank-euicc", _ options: String = "--yes",
    code: String? = nil, desk: Desk? = nil
  ) throws -> (status: Int32, answer: Answer, errors: String) {
    let desk = try desk ?? Desk()
    let result = try desk.run(
      """
      profiles download '\(code ?? servers.activationCode)' --virtual \(card) --json \
      --ca \(TestServers.root) \(options) </dev/null
      """, within: "setsid --wait")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    for secret in [TestServers.code, "471147"] {
      #expect(!(result.output + result.errors).contains(secret))
    }
    #expect(!result.errors.contains(TestServers.iccid))
    return (result.status, answer, result.errors)
  }

  @Test func aProfileIsDownloadedAndTheServerTold() throws {
    let servers = try TestServers()
    let (status, answer, errors) = try download(from: servers, "--yes --send")
    #expect(status == 0, "\(errors)")
    let download = try #require(answer.download)
    #expect(download.isOnCard == "yes")
    #expect(download.isCodeUsed == "yes")
    #expect(download.state == "disabled")
    #expect(download.profile?.iccid == TestServers.iccid)
    #expect(
      try servers.requests() == [
        "initiateAuthentication", "authenticateClient", "getBoundProfilePackage",
        "handleNotification",
      ])
    #expect(try servers.violations() == [])
    #expect(answer.errors.isEmpty)
  }

  @Test func itIsEnabledAndBecomesALine() throws {
    let servers = try TestServers()
    let desk = try Desk()
    let (status, answer, errors) = try download(
      from: servers, "--yes --no-send --enable --name Trip", desk: desk)
    #expect(status == 0, "\(errors)")
    #expect(answer.download?.state == "enabled")
    #expect(answer.download?.line == "Trip")
    #expect(answer.download?.sentences.last?.hasPrefix("It is enabled") == true)
    #expect(try desk.output("line show Trip").contains("profile installed"))
    #expect(try !servers.requests().contains("handleNotification"))
  }

  @Test func aPreviewFetchesNothingAndKeepsTheCode() throws {
    let servers = try TestServers()
    let (status, answer, _) = try download(from: servers, "--preview")
    #expect(status == 0)
    #expect(answer.download?.isOnCard == "no")
    #expect(answer.download?.isCodeUsed == "no")
    #expect(answer.download?.profile?.name == "Test 5 GB 30 days")
    #expect(
      try servers.requests() == ["initiateAuthentication", "authenticateClient", "cancelSession"])
    // The same code goes on.
    #expect(try download(from: servers).status == 0)
  }

  /// The card's own list says what is on it, also where nothing was fetched.
  @Test(arguments: ["--yes", "--preview"]) func aProfileThatIsThereIsNotSaidToBeMissing(
    options: String
  ) throws {
    let servers = try TestServers(order: ["iccid": "8933010123456789017"])
    let (_, answer, _) = try download(from: servers, on: "used-euicc", options)
    let download = try #require(answer.download)
    #expect(download.isOnCard == "yes")
    #expect(download.sentences.first == "The profile was on the card before.")
    #expect(download.isCodeUsed == "no")
    #expect(!download.sentences.joined().contains("Run the command again"))
  }

  // Which profile it would have been is not known, so neither is whether the card has it.
  @Test func ofAProfileThatWasNotNamedNothingIsKnown() throws {
    let servers = try TestServers()
    let code = "LPA:1$\(servers.smdp)$OTHER"
    let (status, answer, errors) = try download(from: servers, code: code)
    #expect(status == 1)
    #expect(answer.download?.sentences.first == "No profile was put on the card.")
    #expect(errors.contains("the server refuses the activation code"))
  }

  @Test func withoutACodeNothingIsSaidOfOne() throws {
    let servers = try TestServers()
    let result = try Desk().run(
      """
      profiles download --smdp \(servers.smdp) --virtual blank-euicc --yes --ca \(TestServers.root)
      """)
    #expect(result.status == 1)
    let said = result.output + result.errors
    #expect(said.contains("the server has no profile that waits for this card"), "\(said)")
    #expect(!said.contains("used up is not known") && !said.contains("gave you"), "\(said)")
  }

  @Test func whatTheCarrierIsToBeToldIsShown() throws {
    let servers = try TestServers(
      faults: [
        [
          "function": "authenticateClient", "kind": "refuse", "subject": "8.2.5", "reason": "4.3",
        ]
      ])
    let (_, answer, errors) = try download(from: servers)
    #expect(answer.download?.sentences.last?.contains("8.2.5/4.3") == true, "\(errors)")
  }

  @Test func theNextCommandNamesTheProfile() throws {
    let servers = try TestServers()
    let desk = try Desk()
    let (_, answer, _) = try download(from: servers, "--yes --no-send --name 'Trip 1'", desk: desk)
    #expect(answer.download?.sentences.last?.hasSuffix("cardinfo profiles enable 'Trip 1'") == true)
  }

  @Test func aFileWithoutACertificateIsNotSaidToBeTrusted() throws {
    let result = try Desk().run(
      "profiles download 'LPA:1$localhost:1$X' --virtual blank-euicc --yes --ca README.md")
    #expect(result.status != 0)
    #expect(result.errors.contains("README.md has no certificate"), "\(result.errors)")
    #expect(!result.errors.contains("trusted in this run"))
  }

  @Test func withoutATerminalNothingIsFetchedUnasked() throws {
    let servers = try TestServers()
    let (status, answer, _) = try download(from: servers, "")
    #expect(status == 64)
    #expect(answer.errors.map(\.code) == ["change.unconfirmed"])
    #expect(answer.download?.isCodeUsed == "no")
    #expect(try servers.requests().last == "cancelSession")
  }

  @Test(arguments: [("471147", 0, "yes", "yes"), ("471248", 1, "no", "no"), ("", 64, "no", "no")])
  func confirmationCodes(code: String, status: Int32, isOnCard: String, isUsed: String) throws {
    let servers = try TestServers(order: ["confirmation_code": "471147"])
    let result = try download(
      from: servers, "--yes --confirmation-code-fd 3 3<<< '\(code)'")
    #expect(result.status == status, "\(result.errors)")
    #expect(result.answer.download?.isOnCard == isOnCard)
    #expect(result.answer.download?.isCodeUsed == isUsed)
  }

  @Test func theLastWrongConfirmationCodeUsesTheCodeUp() throws {
    let servers = try TestServers(order: ["confirmation_code": "471147", "tries": 1])
    let result = try download(from: servers, "--yes --confirmation-code-fd 3 3<<< 1")
    #expect(result.status == 1)
    #expect(result.answer.download?.isCodeUsed == "yes")
  }

  private static let untrusted = [
    "tls-expired", "tls-wrong-host", "tls-self-signed", "tls-2",
  ]

  @Test(arguments: untrusted) func anUntrustedServerGetsNothing(certificate: String) throws {
    let servers = try TestServers(
      others: ["certificates": [["server": "dp", "certificate": "dp-\(certificate)"]]])
    let (status, answer, _) = try download(from: servers, "--yes --imei 490154203237518")
    #expect(status == 1)
    #expect(answer.errors.map(\.code) == ["server.untrusted"])
    #expect(answer.download?.isOnCard == "no")
    #expect(answer.download?.isCodeUsed == "no")
    #expect(try servers.requests().isEmpty)
  }

  // Neither who discovers nor who notifies tells it the EID or an ICCID.
  @Test(arguments: untrusted) func norFromOtherCommands(certificate: String) throws {
    let servers = try TestServers(
      others: [
        "certificates": ["ds", "dp"].map { ["server": $0, "certificate": "dp-\(certificate)"] }
      ])
    let desk = try Desk()
    let found = try desk.run(
      "profiles discover --smds \(servers.smds) --virtual blank-euicc --ca \(TestServers.root)")
    #expect(found.status == 1 && found.errors.contains("certificate"), "\(found.errors)")
    let result = try desk.run(
      """
      profiles disable 8944 --virtual travel-euicc --yes --send --json --ca \(TestServers.root)
      """)
    #expect(result.status != 0)
    #expect(try servers.requests().isEmpty)
  }

  // Whatever goes wrong at a server, nothing is said that isn't so.
  @Test(arguments: [
    ("connection", "reset", "no", "no"), ("connection", "old-tls", "no", "no"),
    ("connection", "plain", "no", "no"),
    ("initiateAuthentication", "html", "no", "no"),
    ("initiateAuthentication", "status", "no", "no"),
    ("initiateAuthentication", "oversized", "no", "no"),
    ("initiateAuthentication", "cut", "no", "no"),
    ("initiateAuthentication", "wrong-signature", "no", "no"),
    ("initiateAuthentication", "wrong-challenge", "no", "no"),
    ("initiateAuthentication", "wrong-address", "no", "no"),
    ("initiateAuthentication", "foreign-certificate", "no", "no"),
    ("initiateAuthentication", "other-transaction", "no", "no"),
    ("authenticateClient", "close", "no", "no"), ("authenticateClient", "reset", "no", "no"),
    ("authenticateClient", "html", "no", "no"), ("authenticateClient", "redirect", "no", "no"),
    ("authenticateClient", "text", "no", "no"), ("authenticateClient", "empty", "no", "no"),
    ("authenticateClient", "wrong-signature", "no", "unknown"),
    ("getBoundProfilePackage", "cut", "no", "no"), ("getBoundProfilePackage", "reset", "no", "no"),
    ("getBoundProfilePackage", "cut-package", "no", "unknown"),
    ("getBoundProfilePackage", "oversized", "no", "no"),
    ("getBoundProfilePackage", "wrong-signature", "no", "unknown"),
    ("getBoundProfilePackage", "bad-mac", "no", "unknown"),
    ("getBoundProfilePackage", "inner-transaction", "no", "unknown"),
  ]) func faultsOfServers(
    function: String, kind: String, isOnCard: String, isUsed: String
  ) throws {
    let servers = try TestServers(faults: [["function": function, "kind": kind, "segment": -1]])
    let (status, answer, errors) = try download(from: servers)
    #expect(status == 1 || status == 75, "\(errors)")
    #expect(answer.download?.isOnCard == isOnCard)
    #expect(answer.download?.isCodeUsed == isUsed)
    #expect(answer.errors.count == 1)
    #expect(answer.download?.sentences.count == 3)
  }

  // Whatever the card does wrong, too. One that installs and says 6F00 has the profile.
  @Test(arguments: [
    ("download-challenge-refused", "no", "no"), ("download-authentication-refused", "no", "no"),
    ("download-wrong-signature", "no", "no"), ("download-preparation-refused", "no", "no"),
    ("download-start-refused", "no", "unknown"), ("download-end-refused", "no", "unknown"),
    ("download-interrupted", "no", "unknown"), ("download-result-lost", "yes", "yes"),
  ]) func faultsOfCards(card: String, isOnCard: String, isUsed: String) throws {
    let servers = try TestServers()
    let (status, answer, errors) = try download(from: servers, on: card)
    #expect(status == 1, "\(errors)")
    #expect(answer.download?.isOnCard == isOnCard)
    #expect(answer.download?.isCodeUsed == isUsed)
  }

  @Test func whatTheServerWasNotToldIsToldLater() throws {
    let servers = try TestServers(faults: [["function": "cancelSession", "kind": "reset"]])
    let desk = try Desk()
    let (_, answer, _) = try download(from: servers, "--preview", desk: desk)
    #expect(answer.download?.isCodeUsed == "unknown")
    #expect(answer.download?.sentences.last?.contains("--resume") == true)
    let journals = desk.scratch.path("data/cardinfo/downloads")
    let files = try FileManager.default.contentsOfDirectory(atPath: journals)
    let file = try #require(files.first)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(journals)/\(file)")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let text = try String(contentsOfFile: "\(journals)/\(file)", encoding: .utf8)
    for secret in [TestServers.code, TestServers.iccid, "8904903200"] {
      #expect(!text.contains(secret))
    }
    let resumed = try desk.output(
      "profiles download --resume --virtual blank-euicc --ca \(TestServers.root)")
    #expect(resumed.contains("The profile is not on the card."))
    #expect(try servers.requests().filter { $0 == "cancelSession" }.count == 2)
    #expect(try desk.run("profiles download --resume --virtual blank-euicc").status == 65)
  }

  @Test func aRecordThatCantBeReadIsNotNone() throws {
    let desk = try Desk()
    let command = "profiles download --resume --virtual blank-euicc"
    #expect(try desk.run(command).errors.contains("no download was interrupted"))
    let journals = desk.scratch.path("data/cardinfo/downloads")
    try FileManager.default.createDirectory(atPath: journals, withIntermediateDirectories: true)
    let file = URL(filePath: "\(journals)/x.json")
    try Data("{".utf8).write(to: file)
    let garbled = try desk.run(command)
    #expect(garbled.status != 0 && garbled.errors.contains("is no record of a download"))
    try FileManager.default.removeItem(atPath: journals)
    try Data().write(to: URL(filePath: journals))
    let unreadable = try desk.run(command)
    #expect(unreadable.status != 0 && unreadable.errors.contains("can't read"))
  }

  @Test func aServerThatCantBeToldIsNotSaidToKnow() throws {
    let servers = try TestServers(faults: [["function": "cancelSession", "kind": "reset"]])
    let desk = try Desk()
    _ = try download(from: servers, "--preview", desk: desk)
    let journals = desk.scratch.path("data/cardinfo/downloads")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: journals).first)
    let file = URL(filePath: "\(journals)/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(servers.smdp, with: "no address").utf8).write(to: file)
    let resumed = try desk.run("profiles download --resume --virtual blank-euicc")
    #expect(resumed.status != 0 && !resumed.errors.contains("knows now"))
    #expect(try servers.requests().filter { $0 == "cancelSession" }.count == 1)
    // What is not told yet can be told later.
    #expect(try FileManager.default.contentsOfDirectory(atPath: journals) == [name])
  }

  @Test func whatWaitsIsDiscovered() throws {
    let servers = try TestServers(others: [
      "events": [["eid": "89049032000000000000012600074735", "event_id": "EVENT-1"]]
    ])
    let found = try Desk().output(
      "profiles discover --smds \(servers.smds) --virtual blank-euicc --ca \(TestServers.root)")
    #expect(found == "cardinfo profiles download --smdp \(servers.smdp) --matching-id EVENT-1\n")
  }
}
