import Foundation
import HTTPS
import Testing

/// Servers on this machine with faults of their own: `Servers/servers.py`.
final class LocalServers: Sendable {
  static let shared = Result { try LocalServers() }

  private let directory: URL
  private let ports: [String: Int]
  private let process: Process

  private init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "cardinfo-\(UUID())")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Servers/servers.py")
    process.arguments = ["-W", "ignore", script.path(), directory.path()]
    let output = Pipe()
    process.standardOutput = output
    // It ends when this end is closed, with this process.
    process.standardInput = Pipe()
    try process.run()
    var line = Data()
    while line.last != 0x0A {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw CocoaError(.fileReadUnknown) }
      line += part
    }
    ports = try JSONDecoder().decode([String: Int].self, from: line)
  }

  func address(_ name: String, host: String = "localhost") throws -> ServerAddress {
    let port = try #require(ports[name])
    return try #require(ServerAddress("\(host):\(port)"))
  }

  /// The roots of this machine, and that of these servers.
  func roots() throws -> Roots {
    try Roots.system().adding(Array(Data(contentsOf: directory.appending(path: "root.pem"))))
  }

  /// Whether a server got a request.
  func wasAsked(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: directory.appending(path: "\(name).request").path())
  }
}
