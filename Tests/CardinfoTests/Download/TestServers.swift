import Foundation
import Testing

/// The test SM-DP+ and SM-DS of `Tools/TestRSP`, on this machine, with what a test wants of them.
final class TestServers {
  let smdp: String
  let smds: String
  /// The order that they have.
  let order: [String: Any]
  /// The side for tests.
  let control: ControlPort
  private let process = Process()
  private let scratch: Scratch

  /// The test CI's certificate, under which both have theirs.
  static let root = "Tools/TestRSP/pki/ci.pem"
  static let code = "TRAVEL-30"
  static let iccid = "8900100000000000010"

  /// The server has one order, and what is added to it; faults are as in `Tools/TestRSP/README.md`.
  ///
  /// - Parameter others: Further members of the scenario; `orders` are more of them.
  init(order: [String: Any] = [:], faults: [[String: Any]] = [], others: [String: Any] = [:]) throws
  {
    scratch = try Scratch()
    let usual: [String: Any] = [
      "iccid": Self.iccid, "matching_id": Self.code, "provider": "Test Mobile",
      "name": "Test 5 GB 30 days",
    ]
    self.order = usual.merging(order) { $1 }
    let orders = [self.order] + (others["orders"] as? [[String: Any]] ?? [])
    let scenario = others.merging(["orders": orders, "faults": faults]) { $1 }
    try JSONSerialization.data(withJSONObject: scenario)
      .write(to: URL(filePath: scratch.path("scenario.json")))
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.currentDirectoryURL = Command.package
    process.arguments = [
      "Tools/TestRSP/serve.py", "--scenario", scratch.path("scenario.json"), "--log",
      scratch.path("log"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var text = ""
    while text.filter({ $0 == "\n" }).count < 3 {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw CocoaError(.fileReadUnknown) }
      text += String(decoding: part, as: UTF8.self)
    }
    let ports = text.split(separator: "\n").map { $0.split(separator: ":").last.map(String.init) }
    smdp = "localhost:\(try #require(ports.first ?? nil))"
    smds = "localhost:\(try #require(ports.dropFirst().first ?? nil))"
    control = ControlPort(number: try #require(ports.last.flatMap { $0.flatMap { UInt16($0) } }))
  }

  // A signal that the test process blocks is blocked in its children as well.
  deinit { kill(process.processIdentifier, SIGKILL) }

  var activationCode: String { "LPA:1$\(smdp)$\(Self.code)" }

  /// What the servers were asked, in order: the names of functions.
  func requests() throws -> [String] { try entries().compactMap { $0["function"] as? String } }

  /// What was wrong in form in what they were sent.
  func violations() throws -> [String] {
    try entries().flatMap { $0["violations"] as? [String] ?? [] }
  }

  /// All that was written down of what they were sent.
  func log() throws -> String { try scratch.text("log") }

  private func entries() throws -> [[String: Any]] {
    try log().split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }.filter { $0["event"] as? String == "request" }
  }
}
