/// What became of a message: TP-Status (3GPP TS 23.040 §9.2.3.15). An open list: keep unknown ones.
public struct DeliveryStatus: RawRepresentable, Hashable, Sendable {
  /// The byte.
  public var rawValue: UInt8

  /// Keeps any status.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Where the service centre stands with a message.
  public enum Outcome: String, Hashable, Sendable {
    /// Done with: received, forwarded or replaced.
    case completed
    /// Not delivered so far; the service centre goes on trying.
    case trying
    /// Can't be delivered.
    case failed
    /// Not delivered so far, and the service centre tries no more.
    case abandoned
  }

  /// Where the service centre stands with it: bits 6 and 5. Nil when the status is reserved.
  public var outcome: Outcome? {
    switch rawValue {
    case 0x00...0x1F: .completed
    case 0x20...0x3F: .trying
    case 0x40...0x5F: .failed
    case 0x60...0x7F: .abandoned
    default: nil
    }
  }

  /// The recipient has it.
  public static let received = DeliveryStatus(rawValue: 0x00)
}
