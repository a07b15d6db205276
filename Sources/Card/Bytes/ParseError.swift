public import Words

/// Bytes that are not what their specification says, and where.
public struct ParseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var reason: Reason
  /// Where: bytes from the start of the file or answer.
  public var offset: Int

  /// Places a reason.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What can be wrong with bytes.
  public enum Reason: Hashable, Sendable {
    /// Fewer bytes than needed are left.
    case truncated(needed: Int, left: Int)
    /// Bytes are left over.
    case trailing(Int)
    /// A length that BER-TLV allows and this reader does not: indefinite, or over four bytes.
    case unsupportedLength
    /// A tag of more than four bytes.
    case unsupportedTag
    /// Data objects nested deeper than any real answer.
    case tooDeep
    /// A data object other than the one expected.
    case unexpectedTag(BERTLV.Tag)
    /// A data object that must be there is not.
    case missing(BERTLV.Tag)
    /// A value its specification does not allow; the words are ours and hold no card data.
    case invalid(Words)
  }

  /// A sentence for people, without card data.
  public var message: Words {
    switch reason {
    case .truncated(let needed, let left):
      Words(
        needed, one: "needs \(needed) byte at offset \(offset), \(left) left",
        other: "needs \(needed) bytes at offset \(offset), \(left) left")
    case .trailing(let count):
      Words(
        count, one: "\(count) byte left over at offset \(offset)",
        other: "\(count) bytes left over at offset \(offset)")
    case .unsupportedLength: Words("unsupported length at offset \(offset)")
    case .unsupportedTag: Words("unsupported tag at offset \(offset)")
    case .tooDeep: Words("nested too deep at offset \(offset)")
    case .unexpectedTag(let tag): Words("unexpected tag \(tag) at offset \(offset)")
    case .missing(let tag): Words("tag \(tag) missing at offset \(offset)")
    case .invalid(let what): Words("\(what) at offset \(offset)")
    }
  }

  /// The sentence in English.
  public var description: String { message.description }
}
