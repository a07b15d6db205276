internal import CPCSC
public import Card
public import Words

/// What PC/SC Lite answered instead of success.
///
/// An open list: a code that this library has no name for is kept as it came, and explains itself
/// as well as it can. Wraps the `LONG` that every `SCard…` function returns.
public struct PCSCError: RawRepresentable, Error, Hashable, Sendable {
  /// The code, such as 0x8010000C.
  public let rawValue: UInt32

  /// Keeps any code.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ status: Int) { self.init(rawValue: UInt32(truncatingIfNeeded: status)) }

  /// The one place where return values become errors.
  static func check(_ status: Int) throws(PCSCError) {
    guard status == SCARD_S_SUCCESS else { throw PCSCError(status) }
  }
}

extension PCSCError {
  /// The name in PC/SC Lite's headers, such as `SCARD_E_NO_SMARTCARD`. Nil for an unknown code.
  public var name: String? { Explanation.of[self]?.name }

  /// The stable word for JSON, exit codes and documents, such as `card.absent`. Several codes can
  /// share one; those with nothing better share `pcsc.error`.
  public var code: ChannelError.Code { Explanation.of[self]?.code ?? .pcscError }

  /// What happened: one sentence, lower case, without a full stop.
  public var message: Words {
    Explanation.of[self]?.message ?? Words("PC/SC failed with the unknown code \(hexadecimal)")
  }

  /// What to do next.
  public var hint: Words { Explanation.of[self]?.hint ?? Explanation.doctor }

  private var hexadecimal: String {
    let digits = String(rawValue, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension PCSCError: CustomStringConvertible {
  /// The message and the code, such as
  /// `no card is in the reader (SCARD_E_NO_SMARTCARD, 8010000C)`.
  public var description: String {
    guard let name else { return message.description }
    return "\(message) (\(name), \(hexadecimal))"
  }
}
