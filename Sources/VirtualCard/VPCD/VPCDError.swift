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

    /// The host is no IPv4 address, or the port is no port.
    public static let badAddress = Code(rawValue: "vpcd.badAddress")
    /// Nothing listens there.
    public static let refused = Code(rawValue: "vpcd.refused")
    /// The connection failed in another way.
    public static let connection = Code(rawValue: "vpcd.connection")
    /// What came over the connection is not vpcd's protocol.
    public static let badMessage = Code(rawValue: "vpcd.badMessage")
  }
}
