import Foundation
import PCSC
import Testing

/// A pcscd of the tests' own, with one virtual reader of two slots, and no real reader.
///
/// It runs in a mount namespace, so that nothing on the machine changes or notices. All of one
/// process are reached by one path, which PC/SC Lite's client reads once: tests that use it are
/// serialised.
///
/// Unchecked: a test hands it to at most one other thread, and then waits itself.
final class PrivatePCSCD: @unchecked Sendable {
  private let process = Process()
  private let lifeline = Pipe()
  private let port: UInt16

  /// Starts one and waits until it takes connections.
  init() throws {
    let driver = try #require(Self.driver)
    port = try #require(Self.freePorts())
    let run = Self.directory.appending(path: "run")
    let configuration = Self.directory.appending(path: "conf")
    for folder in [run, configuration] {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    // A copy, since the drivers' folder is hidden from this pcscd.
    let copy = Self.directory.appending(path: "libifdvpcd.so")
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(
      at: URL(filePath: driver).resolvingSymlinksInPath(), to: copy)
    try """
    FRIENDLYNAME "Test reader"
    DEVICENAME /dev/null:\(port)
    LIBPATH \(copy.path)
    CHANNELID \(port)

    """.write(to: configuration.appending(path: "reader"), atomically: true, encoding: .utf8)

    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      Self.namespace + ["bash", "-c", Self.script, "pcscd", Self.directory.path, Self.drivers]
    // The child would keep it open for itself, and its input would never end.
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process.standardInput = lifeline
    if ProcessInfo.processInfo.environment["PCSC_TEST_LOG"] == nil {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    setenv("PCSCLITE_CSOCK_NAME", Self.socket.path, 1)
    try wait("pcscd to start") { (try? PCSCContext()) != nil }
  }

  deinit { stop() }

  /// Ends it and waits until it is gone.
  func stop() {
    guard process.isRunning else { return }
    try? lifeline.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The readers' names, in order of their slots.
  static let readers = ["Test reader 00 00", "Test reader 00 01"]

  /// Puts a card into a slot and waits until pcscd has seen it.
  func insert(_ card: ScriptedCard, slot: Int = 0) throws {
    try card.insert(port: port + UInt16(slot))
    let context = try PCSCContext()
    try wait("the card to be seen") { try context.readerStates()[slot].hasCard }
  }

  /// Waits, 5 s at most, until something holds.
  func wait(_ purpose: Comment, until condition: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(5)
    while try !condition() {
      try #require(ContinuousClock.now < end, "waited too long for \(purpose)")
      usleep(10_000)
    }
  }
}

// MARK: - What this machine has

extension PrivatePCSCD {
  /// Why there can be none here. Nil when there can.
  static let obstacle: Comment? = {
    for program in ["bash", "mount", "pcscd", "unshare"] {
      let places = path.split(separator: ":").map { "\($0)/\(program)" }
      if !places.contains(where: FileManager.default.isExecutableFile) {
        return Comment(rawValue: "needs \(program)")
      }
    }
    if driver == nil { return "needs the driver of virtual readers (vsmartcard-vpcd)" }
    return runs(namespace + ["mount", "-t", "tmpfs", "tmpfs", "/run"])
      ? nil : "needs a mount namespace, which is not allowed here"
  }()

  /// The socket of every private pcscd of this process.
  static let socket = directory.appending(path: "run/pcscd.comm")

  // Short, since a socket's path can't be long.
  private static let directory: URL = {
    var template = "/tmp/cardinfo-tests.XXXXXX".utf8CString.map { $0 }
    mkdtemp(&template)
    return URL(filePath: String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self))
  }()

  private static let driver = [
    "/usr/lib/pcsc", "/usr/lib64/pcsc", "/usr/lib/x86_64-linux-gnu/pcsc",
    "/usr/lib/aarch64-linux-gnu/pcsc", "/usr/local/lib/pcsc",
  ].map { $0 + "/drivers/serial/libifdvpcd.so" }.first(where: FileManager.default.fileExists)

  private static let drivers =
    driver.map {
      URL(filePath: $0).deletingLastPathComponent().deletingLastPathComponent().path
    } ?? ""

  // pcscd and others are where not everybody looks.
  private static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  private static let namespace =
    ["PATH=\(path)", "unshare"]
    + (getuid() == 0 ? [] : ["--user", "--map-root-user"])
    + ["--mount", "--propagation", "private"]

  /// pcscd ends with the standard input, so with this process, in whatever way that ends.
  private static let script = """
    set -eu
    mount -t tmpfs tmpfs /run
    mkdir /run/pcscd
    mount --bind "$1/run" /run/pcscd
    # No drivers, no real readers: they stay with the pcscd that has them.
    mount -t tmpfs tmpfs "$2"
    pcscd --foreground --error --config "$1/conf" & pid=$!
    read -r _ || :
    # Nothing gentler gets through: threads of Swift's block signals, and children inherit that.
    kill -KILL $pid
    wait $pid || :
    rm -rf "$1"
    """

  private static func runs(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// A free port whose successor is free: each slot takes one. Below those that the system hands
  /// out by itself.
  private static func freePorts() -> UInt16? {
    (0..<100).lazy.map { _ in UInt16.random(in: 20_000..<32_000) }
      .first { Socket.isFree(port: $0) && Socket.isFree(port: $0 + 1) }
  }
}
