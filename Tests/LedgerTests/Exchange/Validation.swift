import Foundation
import Testing

/// Holds documents against the published schema, with the validator of the system tests.
enum Validation {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func check(_ document: String, in scratch: Scratch) throws {
    let directory = URL(filePath: "\(scratch.directory)/documents")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data(document.utf8).write(to: directory.appending(path: "document.json"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", package.appending(path: "Tests/System/validate_json.py").path(),
      package.appending(path: "Docs/schema/lines.schema.json").path(), directory.path(),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}
