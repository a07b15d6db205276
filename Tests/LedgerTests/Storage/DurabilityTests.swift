import Foundation
import GRDB
import Renewal
import Testing

@testable import Ledger

/// A program that writes events, one in a transaction, and may be killed at any moment.
private struct Writer {
  let process = Process()
  private let output = Pipe()

  /// Runs the program, or it behind another one.
  init(_ arguments: [String], behind wrapper: [String] = []) throws {
    let own = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let directories = [own] + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let program = try #require(
      directories.map { $0.appending(path: "LedgerWriter").path() }
        .first(where: FileManager.default.isExecutableFile))
    let command = wrapper + [program] + arguments
    process.executableURL = URL(filePath: command.first ?? "")
    process.arguments = Array(command.dropFirst())
    process.standardOutput = output
    try process.run()
  }

  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  /// What it printed, to the last whole line.
  func printed() throws -> [String] {
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let end = bytes.lastIndex(of: 0x0A) ?? bytes.startIndex
    return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

struct DurabilityTests {
  private static let count = 1_000

  @Test func nothingThatWasWrittenIsLostWhenTheProgramIsKilled() throws {
    let scratch = try Scratch()
    var random = SplitMix(seed: 1)
    var printed: [String] = []
    var kills = 0
    var silentRuns = 0
    var isDone = false
    while !isDone {
      let writer = try Writer([scratch.directory, "\(Self.count)"])
      // A busy machine gives it longer to start, or it would be killed before its first row for ever.
      let delay = UInt32.random(in: 20_000...90_000, using: &random)
      usleep(delay * UInt32(silentRuns + 1))
      writer.kill()
      let lines = try writer.printed()
      // Each run may have committed one that it did not come to print.
      silentRuns += 1
      if let first = lines.first.flatMap({ Int($0) }) {
        let last = printed.last.flatMap { Int($0) } ?? -1
        #expect((last + 1...last + 1 + silentRuns).contains(first))
        silentRuns = 0
      }
      printed += lines
      isDone = writer.process.terminationReason == .exit
      if !isDone { kills += 1 }
      try #require(kills < 500)
    }
    #expect(kills > 3)
    let ledger = try scratch.open()
    let events = try ledger.events(of: "line")
    #expect(Set(events.map(\.id)) == Set((0..<Self.count).map(String.init)))
    #expect(events.allSatisfy { $0.note == String(repeating: "\($0.id) ", count: 100) })
    let check = try ledger.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(check == ["ok"])
  }

  /// The migrator makes its own table before the first migration: a program that is killed between
  /// the two leaves a file that the next one finishes.
  @Test func aFileThatWasLeftHalfMadeIsFinished() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    do {
      let queue = try DatabaseQueue(path: scratch.file)
      try Schema.claim(queue)
      try queue.write {
        try $0.execute(
          sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
    }
    chmod(scratch.file, 0o600)
    #expect(try scratch.open().lineCount() == 0)
  }

  @Test func aProgramThatIsKilledWhileItMakesTheFileLeavesOneThatOpens() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<40 {
      let scratch = try Scratch()
      let writer = try Writer([scratch.directory, "3"])
      usleep(UInt32.random(in: 5_000...45_000, using: &random))
      writer.kill()
      _ = try writer.printed()
      #expect(throws: Never.self) { try scratch.open() }
    }
  }

  private static let canMount = {
    guard geteuid() == 0 else { return false }
    let probe = Process()
    probe.executableURL = URL(filePath: "/usr/bin/unshare")
    probe.arguments = ["-m", "true"]
    return (try? probe.run()).map { probe.waitUntilExit() } != nil && probe.terminationStatus == 0
  }()

  @Test(.enabled(if: canMount, "needs root")) func aFullDiskIsSaidAndLosesNothing() throws {
    let scratch = try Scratch()
    let inside = "\(scratch.directory)/disk"
    try FileManager.default.createDirectory(
      atPath: inside, withIntermediateDirectories: true)
    // The disk is there for this program alone, and goes with it; what was on it is copied out.
    let script = """
      mount -t tmpfs -o size=900k,mode=0700 tmpfs '\(inside)' || exit 9
      "$0" '\(inside)/ledger' 100000
      cp -r '\(inside)/ledger/.' '\(scratch.directory)/'
      """
    let shell = ["/usr/bin/unshare", "-m", "/bin/sh", "-c", script]
    let printed = try Writer([], behind: shell).printed()
    #expect(printed.last == "ledger.full")
    #expect(printed.count > 50)
    chmod(scratch.directory, 0o700)
    chmod(scratch.file, 0o600)
    let ledger = try scratch.open()
    let names = try ledger.events(of: "line").map(\.id)
    #expect(Set(names) == Set(printed.dropLast()))
    #expect(try ledger.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
  }
}
