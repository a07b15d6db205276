import Foundation
import Testing

/// A person's directories, in which a test runs commands.
final class Desk {
  let scratch: Scratch
  private let zone: String

  init(zone: String = "Europe/London") throws {
    scratch = try Scratch()
    self.zone = zone
  }

  /// The ledger's directory.
  var ledger: String { scratch.path("data/cardinfo") }

  /// Runs `cardinfo` with a line of arguments, as a shell takes it.
  ///
  /// - Parameters:
  ///   - date: The day that it takes for today.
  ///   - program: What runs it, such as `setsid`.
  ///   - noService: Whether there is no pcscd.
  func run(
    _ arguments: String, at date: String? = nil, within program: String = "",
    noService: Bool = false
  ) throws -> Command.Result {
    let clock = date.map { "Tests/System/at @\($0)T12:00:00 " } ?? ""
    var environment = [
      "XDG_DATA_HOME": scratch.path("data"), "XDG_CONFIG_HOME": scratch.path("config"),
      "TZ": zone, "LC_ALL": "C", "LANGUAGE": "",
    ]
    if noService { environment["PCSCLITE_CSOCK_NAME"] = "/no/such/socket" }
    return try Command.bash(
      "\(clock)\(program) $CARDINFO \(arguments)", environment: environment)
  }

  /// Runs `cardinfo`, which has to succeed, and gives what it printed.
  @discardableResult
  func output(
    _ arguments: String, at date: String? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try run(arguments, at: date)
    #expect(result.status == 0, "\(arguments): \(result.errors)", sourceLocation: location)
    return result.output
  }

  /// Puts a file into the configuration.
  func configure(_ name: String, _ text: String) throws {
    let file = URL(filePath: scratch.path("config/cardinfo/\(name)"))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
