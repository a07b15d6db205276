import Words

/// What spreadsheets do to numbers of many digits.
enum WrittenNumber {
  /// Whether it is written with an exponent: 8.94E+18.
  static func isExponential(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let base = parts.first, let exponent = parts.last else { return false }
    let isPower =
      exponent.first == "+" || exponent.first == "-" || (1...2).contains(exponent.count)
    let digits = exponent.drop { $0 == "+" || $0 == "-" }
    return isPower && !base.isEmpty && (1...3).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
      && base.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
  }

  /// Whether it is digits alone, and zeros from the sixteenth on: what a spreadsheet keeps of more.
  /// One with blanks or dashes between its digits was never a number.
  static func isRounded(_ text: String) -> Bool {
    let digits = text.trimmed
    return digits.count > 15 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      && digits.dropFirst(15).allSatisfy { $0 == "0" }
  }

  /// The number so that a spreadsheet leaves it as it is, and ``isRounded(_:)`` too.
  static func kept(_ digits: String) -> String {
    guard isRounded(digits) else { return digits }
    var parts: [String] = []
    var rest = digits[...]
    while !rest.isEmpty {
      parts.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return parts.joined(separator: " ")
  }

  /// What is wrong with one that was rounded, and what to do.
  static let rounded = Words(
    """
    a spreadsheet has rounded it to 15 digits: copy it anew into a column formatted as text; \
    if it does end in these zeros, put a blank between its digits
    """)
}
