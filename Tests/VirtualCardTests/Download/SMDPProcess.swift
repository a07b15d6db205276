import Card
import Foundation
import Testing

@testable import VirtualCard

/// The test SM-DP+ and SM-DS of Tools/TestRSP, in a process of their own. They share no code with the
/// virtual eUICC.
final class SMDPProcess {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Tools/TestRSP")

  let address: String
  let discovery: String
  /// What it was asked and answered, as lines of JSON.
  let journal: URL
  private let control: String
  private let process = Process()
  private let output = Pipe()

  /// Plays a scenario, as JSON.
  init(_ scenario: String) throws {
    journal = FileManager.default.temporaryDirectory
      .appending(path: "cardinfo-\(UUID().uuidString).log")
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      Self.folder.appending(path: "serve.py").path(), "--log", journal.path(),
    ]
    process.standardOutput = output
    try process.run()
    var text = ""
    while text.split(separator: "\n", omittingEmptySubsequences: false).count < 4 {
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "the test SM-DP+ does not start")
      text += String(decoding: data, as: UTF8.self)
    }
    let ports = text.split(separator: "\n").compactMap { $0.split(separator: ":").last }
    try #require(ports.count == 3)
    address = "localhost:\(ports[0])"
    discovery = "localhost:\(ports[1])"
    control = "http://127.0.0.1:\(ports[2])"
    _ = try tell("/scenario", scenario)
  }

  deinit {
    // A child inherits the signals that threads of a pool have blocked, SIGTERM among them.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: journal)
  }

  /// Asks or tells the side for tests.
  func tell(_ path: String, _ body: String? = nil) throws -> Data {
    try Self.curl(body.map { ["--data-binary", $0, control + path] } ?? [control + path])
  }

  func value<Value: Decodable>(_ type: Value.Type, at path: String) throws -> Value {
    try JSONDecoder().decode(type, from: try tell(path))
  }

  /// A function of ES9+ or ES11.
  func call(_ function: String, _ members: [String: String], at address: String? = nil) throws
    -> ServerAnswer
  {
    let body = String(decoding: try JSONEncoder().encode(members), as: UTF8.self)
    let data = try Self.curl(
      [
        "--cacert", Self.folder.appending(path: "pki/ci.pem").path(),
        "--header", "Content-Type: application/json",
        "--header", "X-Admin-Protocol: gsma/rsp/v2.2.0", "--header", "User-Agent: gsma-rsp-lpad",
        "--data-binary", body, "https://\(address ?? self.address)/gsma/rsp2/es9plus/\(function)",
      ])
    return data.isEmpty
      ? ServerAnswer() : try JSONDecoder().decode(ServerAnswer.self, from: data)
  }

  /// What the profile package of an order is in clear, as the server makes it.
  static func package(of order: String) throws -> [UInt8] {
    let program = """
      import json, sys; sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True
      import elements, orders
      order = orders.Order.reading(json.loads(sys.argv[2]))
      sys.stdout.buffer.write(elements.elements(order))
      """
    return Array(try run("/usr/bin/python3", ["-c", program, folder.path(), order]).data)
  }

  /// Has the independent decoder judge the journal. Nil where it is not installed.
  func judgement() throws -> (status: Int32, text: String)? {
    let judged = try Self.run(
      "/usr/bin/env",
      ["python3", Self.folder.appending(path: "tests/independent.py").path(), journal.path()])
    return judged.status == 77
      ? nil : (judged.status, String(decoding: judged.data, as: UTF8.self))
  }

  private static func curl(_ arguments: [String]) throws -> Data {
    let ran = try run(
      "/usr/bin/curl", ["--silent", "--show-error", "--max-time", "60"] + arguments)
    #expect(ran.status == 0)
    return ran.data
  }

  private static func run(_ program: String, _ arguments: [String]) throws
    -> (status: Int32, data: Data)
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }
}

/// The members that answers of ES9+ and ES11 have (SGP.22 §5.6, §5.8).
struct ServerAnswer: Decodable {
  var header: Header?
  var transactionId: String?
  private var serverSigned1: Data?
  private var serverSignature1: Data?
  private var euiccCiPKIdToBeUsed: Data?
  private var serverCertificate: Data?
  private var smdpSigned2: Data?
  private var smdpSignature2: Data?
  private var smdpCertificate: Data?
  private var boundProfilePackage: Data?
  var eventEntries: [Event]?

  struct Header: Decodable {
    var functionExecutionStatus: Status
  }

  struct Status: Decodable {
    var statusCodeData: Codes?
  }

  struct Codes: Decodable {
    var subjectCode: String
    var reasonCode: String
  }

  struct Event: Decodable {
    var eventId: String
    var rspServerAddress: String
  }

  /// Why the function failed; nil where it did not.
  var refusal: String? {
    header?.functionExecutionStatus.statusCodeData.map { "\($0.subjectCode)/\($0.reasonCode)" }
  }

  /// The members that AuthenticateServer takes.
  var authentication: [UInt8] {
    [serverSigned1, serverSignature1, euiccCiPKIdToBeUsed, serverCertificate]
      .flatMap { Array($0 ?? Data()) }
  }

  /// Those that PrepareDownload takes, with a hash of the confirmation code in its place.
  func preparation(codeHash: [UInt8]?) -> [UInt8] {
    let hash = codeHash.map { BERTLV.encode(0x04, $0) } ?? []
    return Array((smdpSigned2 ?? Data()) + (smdpSignature2 ?? Data())) + hash
      + Array(smdpCertificate ?? Data())
  }

  var package: [UInt8] { Array(boundProfilePackage ?? Data()) }
}
