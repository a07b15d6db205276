import Glibc
public import Words

/// Why a card could not be put behind vpcd, or fell off it.
public struct VPCDError: Error, Hashable, Sendable {
  /// A stable code, such as `vpcd.refused`.
  public var code: Code
  /// One sentence, lower case, without a full stop.
  public var message: Words
  /// What to do next.
  public var hint: Words?

  /// A stable code. An open list.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The host is not an IPv4 address, or the port is 0.
    public static let badAddress = Code(rawValue: "vpcd.badAddress")
    /// Nothing listens there.
    public static let refused = Code(rawValue: "vpcd.refused")
    /// The connection failed in another way.
    public static let connection = Code(rawValue: "vpcd.connection")
    /// What came over the connection is not vpcd's protocol.
    public static let badMessage = Code(rawValue: "vpcd.badMessage")
  }
}

extension VPCDError {
  static func badAddress(host: String, port: UInt16) -> VPCDError {
    VPCDError(
      code: .badAddress, message: Words("\(host):\(port) is not an address with a port"),
      hint: Words("give an IPv4 address and a port, such as 127.0.0.1 and 35963"))
  }

  static func notConnected(host: String, port: UInt16, _ error: Int32) -> VPCDError {
    guard error == ECONNREFUSED else {
      return .connection(Words("no connection to vpcd on \(host):\(port)"), error)
    }
    return VPCDError(
      code: .refused, message: Words("no vpcd listens on \(host):\(port)"),
      hint: Words("start pcscd with vpcd's driver (apt install vsmartcard-vpcd)"))
  }

  static func connection(_ message: Words, _ error: Int32) -> VPCDError {
    let reason =
      strerror(error).map { Words(verbatim: String(cString: $0)) } ?? Words("error \(error)")
    return VPCDError(
      code: .connection, message: Words("\(message): \(reason)"),
      hint: Words("check that pcscd is running and that vpcd's port is the one given"))
  }

  static func badMessage(_ what: Words) -> VPCDError {
    VPCDError(
      code: .badMessage, message: Words("the other side does not speak vpcd's protocol: \(what)"),
      hint: Words("check that the port is vpcd's"))
  }
}
