/// A phone number as people write it: with its country's code, as it is dialled at home, or as its
/// bare digits.
///
/// `+44 7700 900123`, `0044 7700 900123`, `447700900123` and `07700 900123` can be one number. Which
/// country a number without a code is of nobody can tell, so ``isSame(as:)`` says what can be so.
public struct PhoneNumber: Hashable, Sendable {
  /// Its digits, without what stands for "international" before them.
  public let digits: String
  /// Whether its country's code is in it.
  public let isInternational: Bool

  /// How many digits a number has; E.164 allows 15, and fewer than five are a service.
  static let lengths = 5...15

  /// Reads a number: digits, with what people write between them.
  public init?(_ text: String) {
    let plain = text.filter { !" \u{A0}-‐–./()".contains($0) }
    let hasPlus = plain.hasPrefix("+")
    let all = hasPlus ? String(plain.dropFirst()) : plain
    let hasZeros = !hasPlus && all.hasPrefix("00")
    let digits = hasZeros ? String(all.dropFirst(2)) : all
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), Self.lengths.contains(digits.count)
    else { return nil }
    self.digits = digits
    isInternational = hasPlus || hasZeros
  }

  /// The last digits, which all ways to write the number have in common.
  public var tail: String { String(digits.suffix(7)) }

  /// Whether two can be the same number.
  public func isSame(as other: PhoneNumber) -> Bool {
    if digits == other.digits { return true }
    if !isInternational, !other.isInternational, national == other.national { return true }
    return isCode(before: other) || other.isCode(before: self)
  }

  // Whether it is the other one with its country's code before it. In Italy the zero stays.
  private func isCode(before other: PhoneNumber) -> Bool {
    guard !hasTrunkZero, !other.isInternational else { return false }
    return [other.national, other.digits].contains { dialled in
      dialled.count >= 6 && (1...3).contains(digits.count - dialled.count)
        && digits.hasSuffix(dialled)
    }
  }

  private var hasTrunkZero: Bool { !isInternational && digits.hasPrefix("0") }

  /// The digits without the zero that is dialled before them at home.
  private var national: String { hasTrunkZero ? String(digits.dropFirst()) : digits }
}
