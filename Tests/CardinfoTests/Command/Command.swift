import CardState
import Foundation
import Testing

/// Runs the built command, or a script around it, as a person would.
struct Command {
  /// How a run ended.
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// The card state on standard output.
    func document() throws -> CardStateDocument {
      try CardStateDocument(json: Data(output.utf8))
    }

    /// What stands on standard output beside the card state: what it says of lines.
    func reports() throws -> [ReportedCard] { try ReportedCard.all(in: output) }
  }

  /// The root of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built command: beside the test bundle.
  static let executable: String = {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let besides = bundles.map { $0.deletingLastPathComponent().appending(path: "cardinfo").path() }
    let usual = package.appending(path: ".build/debug/cardinfo").path()
    return ([ProcessInfo.processInfo.environment["CARDINFO"]].compactMap { $0 } + besides + [usual])
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? usual
  }()

  /// Runs `cardinfo`.
  static func cardinfo(_ arguments: String..., environment: [String: String] = [:]) throws -> Result
  {
    try run([executable] + arguments, environment: environment)
  }

  /// Runs a script of bash, in which `$CARDINFO` is the command, from the root of the package.
  static func bash(_ script: String, environment: [String: String] = [:]) throws -> Result {
    try run(["/bin/bash", "-c", script], environment: environment)
  }

  /// What a run has in place of the developer's environment: neither lines nor rules nor the
  /// language of theirs.
  private static let own = [
    "CARDINFO": executable, "XDG_DATA_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent",
    "LC_ALL": "C", "LANGUAGE": "",
  ]

  static func run(_ command: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: try #require(command.first))
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = package
    // Other tests in this process point it to a pcscd of theirs, and people speak other languages.
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key != "PCSCLITE_CSOCK_NAME" }
      .merging(Self.own) { _, ours in ours }
      .merging(environment) { _, given in given }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a process that outlives its parent would keep a pipe open.
    let files = try Scratch()
    let output = try files.open("output")
    let errors = try files.open("errors")
    process.standardOutput = output
    process.standardError = errors
    try unblockingSignals { try process.run() }
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try files.text("output"), errors: try files.text("errors"))
  }
}

extension Command {
  /// A program inherits the signals that are blocked in the thread that starts it, and those of
  /// Dispatch block all: scripts could not end what they started.
  private static func unblockingSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}

/// A directory of a test's own that goes with it.
final class Scratch {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(
      path: "cardinfo-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func path(_ name: String) -> String {
    directory.appending(path: name).path(percentEncoded: false)
  }

  func open(_ name: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path(name), contents: nil)
    return try #require(FileHandle(forWritingAtPath: path(name)))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }
}
