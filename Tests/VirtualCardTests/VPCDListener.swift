import Card
import Foundation
import Glibc
import Testing
import VirtualCard

/// Plays vpcd: listens on a port of its own, and talks to the card that connects.
final class VPCDListener: @unchecked Sendable {
  let port: UInt16
  private let listening: Int32
  private var connected: Int32 = -1

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    listening = descriptor
    port = UInt16(bigEndian: address.sin_port)
    try #require(result)
  }

  deinit {
    close()
    Glibc.close(listening)
  }

  func accept() {
    connected = Glibc.accept(listening, nil, nil)
    // A card that says nothing fails its test instead of holding it up.
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(
      connected, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Ends the connection and frees the port.
  func close() {
    if connected >= 0 { Glibc.close(connected) }
    connected = -1
  }

  /// Sends bytes as they are.
  func sendRaw(_ bytes: [UInt8]) { _ = send(connected, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }

  /// Sends a message with its length.
  func sendMessage(_ hex: String) throws {
    let bytes = try #require([UInt8](hex: hex))
    sendRaw([UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes)
  }

  /// Sends a message and takes the reply.
  func exchange(_ hex: String) throws -> String {
    try sendMessage(hex)
    return try reply()
  }

  /// Takes a reply.
  func reply() throws -> String {
    let length = try receive(2)
    return try receive(length.reduce(0) { $0 << 8 | Int($1) }).hex
  }

  private func receive(_ count: Int) throws -> [UInt8] {
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let received = recv(connected, &bytes, count, Int32(MSG_WAITALL))
    try #require(received == count)
    return bytes
  }

  /// Serves a built-in card to this listener; the task ends when serving does.
  func serve(_ name: String, isCancelled: @escaping @Sendable () -> Bool = { false })
    -> Task<Void, any Error>
  {
    let port = port
    let (ends, end) = AsyncThrowingStream<Never, any Error>.makeStream()
    // Serving blocks its thread, and begins at once: whoever accepts waits for it, on one of the few that
    // all tests share.
    Thread.detachNewThread {
      do {
        let card = try #require(NamedCard.named(name)).make()
        try VPCDServer(card: card, port: port).run(isCancelled: isCancelled)
        end.finish()
      } catch {
        end.finish(throwing: error)
      }
    }
    return Task { for try await _ in ends {} }
  }
}
