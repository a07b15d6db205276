import Foundation
import Glibc
import Testing

/// The plain HTTP port of the test servers: what happened, and what is to happen.
struct ControlPort {
  let number: UInt16

  /// Asks for what is at a path.
  func value<Value: Decodable>(_ type: Value.Type, at path: String) throws -> Value {
    try JSONDecoder().decode(type, from: send("GET", path))
  }

  /// Adds to what is at a path.
  func add(_ members: [String: Any], to path: String) throws {
    try send("POST", path, JSONSerialization.data(withJSONObject: members))
  }

  /// Empties what is at a path.
  func clear(_ path: String) throws { try send("DELETE", path) }

  @discardableResult
  private func send(_ method: String, _ path: String, _ body: Data = Data()) throws -> Data {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = number.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(isConnected == 0)
    let handle = FileHandle(fileDescriptor: socket, closeOnDealloc: false)
    let head = "\(method) \(path) HTTP/1.0\r\nContent-Length: \(body.count)\r\n\r\n"
    try handle.write(contentsOf: Data(head.utf8) + body)
    let answer = try #require(try handle.readToEnd())
    let end = try #require(answer.range(of: Data("\r\n\r\n".utf8)))
    let text = String(decoding: answer.prefix(upTo: end.lowerBound), as: UTF8.self)
    try #require(text.contains(" 200 "), "\(method) \(path): \(text)")
    return answer.suffix(from: end.upperBound)
  }
}
