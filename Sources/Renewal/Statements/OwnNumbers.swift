/// The phone numbers of a line, held against the numbers that a text names.
struct OwnNumbers {
  private let numbers: [[Unicode.Scalar]]

  /// Numbers as their owner writes them.
  init(_ numbers: [String]) {
    self.numbers = numbers.map { Array($0.unicodeScalars.filter(\.isDigit)) }
      .filter { $0.count >= Self.fewest }
  }

  enum Whose { case own, another, unknown }

  /// Whose number it is that a text names. It may be written with or without the country, and
  /// carriers mask digits in the middle or at the beginning.
  ///
  /// What can't be told from the number of an order is another's only where it has the form of a
  /// phone number.
  func whose(_ written: [Unicode.Scalar]) -> Whose {
    let digits = Array(written.filter { $0.isDigit || $0 == "*" })
    if numbers.contains(where: { Self.fits(digits, $0) }) { return .own }
    let isPhone =
      written.first == "+" || written.first == "0" || digits.contains("*")
      || numbers.contains { $0.count == digits.count }
    return !numbers.isEmpty && isPhone ? .another : .unknown
  }

  // Digits that tell nothing apart when they are fewer.
  private static let fewest = 7

  private static func fits(_ written: [Unicode.Scalar], _ own: [Unicode.Scalar]) -> Bool {
    guard let mask = written.lastIndex(of: "*") else {
      let (short, long) = written.count < own.count ? (written, own) : (own, written)
      // Without the country's code, and without the 0 or the 00 in front.
      let tail = short.drop { $0 == "0" }
      return tail.count >= fewest && long.suffix(tail.count).elementsEqual(tail)
    }
    let tail = written[written.index(after: mask)...]
    guard tail.count >= 2, own.suffix(tail.count).elementsEqual(tail) else { return false }
    let head = written.prefix { $0 != "*" }.drop { $0 == "0" }
    // What is seen in front stands in the number, somewhere before the end that is seen.
    let rest = own.dropLast(tail.count)
    return head.isEmpty
      || rest.indices.contains { rest[$0...].starts(with: head) }
  }
}

extension ClausedSentence {
  /// The numbers of many digits that it names.
  func numbers(in text: FoldedText) -> [[Unicode.Scalar]] {
    clauses.flatMap(\.items).compactMap { item in
      if case .identifier = item.kind { Array(text.scalars[item.range]) } else { nil }
    }
  }

  /// Whether what it says is said of the number that it names: money that was sent went there
  /// instead.
  func speaksOfItsNumber(_ drafts: [StatementDraft]) -> Bool {
    !has(.sent) && (has(.number) || !drafts.isEmpty)
  }
}
