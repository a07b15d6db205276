/// A text as the patterns see it: lower case, without accents, with ordinary digits and signs, each
/// character with its place in the text that was given.
///
/// What can't be seen is left out; what is made to look like something else is flagged.
package struct FoldedText {
  /// The folded characters. Runs of blanks are one space; line breaks stay.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each of them stands in the text.
  private(set) var origins: [String.Index] = []
  /// The text as it was given, cut to ``most`` characters.
  let source: String
  /// Why the text may not be what it looks like.
  private(set) var tricks: Set<TextTrick> = []

  /// Texts beyond this many characters (Unicode scalars) are cut: no carrier writes them.
  static let most = 4_000

  init(_ text: String) {
    let all = text.unicodeScalars
    let end = all.index(all.startIndex, offsetBy: Self.most, limitedBy: all.endIndex)
    source = String(all[..<(end ?? all.endIndex)])
    if end != nil && end != all.endIndex { tricks.insert(.cut) }
    for index in source.unicodeScalars.indices { add(source.unicodeScalars[index], at: index) }
    dropPartNumbers()
    if hasMixedWord { tricks.insert(.mixedScripts) }
  }

  /// The words of a range, as they stand in the text.
  func words(_ range: Range<Int>) -> String {
    guard let start = origin(range.lowerBound), let last = origin(range.upperBound - 1),
      start <= last
    else { return "" }
    let end = source.unicodeScalars.index(after: last)
    return String(source.unicodeScalars[start..<end])
  }

  /// Whether the text has a capital letter at a place.
  func isCapital(_ index: Int) -> Bool {
    guard let origin = origin(index) else { return true }
    return source.unicodeScalars[origin].properties.isUppercase
  }

  /// Whether the text has a small letter at a place.
  func isLowerCase(_ index: Int) -> Bool {
    guard let origin = origin(index) else { return false }
    return source.unicodeScalars[origin].properties.isLowercase
  }

  func scalar(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func origin(_ index: Int) -> String.Index? {
    origins.indices.contains(index) ? origins[index] : nil
  }

  private mutating func add(_ scalar: Unicode.Scalar, at index: String.Index) {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069:
      tricks.insert(.turned)
      return
    case 0x1D400...0x1D7FF, 0x2460...0x24FF, 0x1F100...0x1F1AC: tricks.insert(.mixedScripts)
    default: break
    }
    // One line end of two characters, as on Windows.
    if scalar == "\n", scalars.last == "\n", let last = origins.last,
      source.unicodeScalars[last] == "\r", source.unicodeScalars.index(after: last) == index
    {
      return
    }
    for folded in Self.fold(scalar) {
      if folded == " ", let last = scalars.last, last == " " || last == "\n" { continue }
      if folded == "\n", scalars.last == " " {
        scalars.removeLast()
        origins.removeLast()
      }
      scalars.append(folded)
      origins.append(index)
    }
  }

  /// A phrase of a pattern, folded as texts are.
  package static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { fold($0) }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x0A, 0x0D, 0x2028, 0x2029: return ["\n"]
    case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [" "]
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2064,
      0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      return []
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(fold) ?? []
    case 0xFFE5: return ["¥"]
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0x60, 0xB4: return ["'"]
    case 0x2010...0x2015, 0x2212: return ["-"]
    case 0x201C...0x201F, 0xAB, 0xBB: return ["\""]
    case 0x3001: return [","]
    case 0x2026: return [".", ".", "."]
    default: break
    }
    if scalar.isASCII { return [scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar] }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
      let digit = Unicode.Scalar(UInt32(0x30 + max(0, min(9, Int(value)))))
    {
      return [digit]
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.flatMap { lower in
      (0x0300...0x036F).contains(lower.value) ? [] : plain[lower] ?? [lower]
    }
  }

  private static let plain: [Unicode.Scalar: [Unicode.Scalar]] = {
    let rows = [
      "a": "àáâãäåāăąạảấầẩẫậắằẳẵặ", "c": "çćčĉ", "d": "ďđ", "e": "èéêëēęěėẹẻẽếềểễệ", "g": "ğģ",
      "i": "ìíîïīıįịỉĩ", "l": "łľĺļ", "n": "ñńňņ", "o": "òóôõöøōőơọỏốồổỗộớờởỡợ", "r": "řŕ",
      "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűųưụủũứừửữự", "y": "ýÿỳỵỷỹ", "z": "źżž", "ss": "ß",
      "oe": "œ", "ae": "æ", "е": "ё", "и": "й", "і": "ї",
    ]
    var plain: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (letter, accented) in rows {
      for scalar in accented.unicodeScalars { plain[scalar] = Array(letter.unicodeScalars) }
    }
    return plain
  }()

  // "(1/2)" of a text in parts stands between words that belong together.
  private mutating func dropPartNumbers() {
    var index = 0
    while index + 4 < scalars.count {
      let part = scalars[index..<index + 5]
      let isPart = zip(part, ["(", "1", "/", "1", ")"] as [Unicode.Scalar]).allSatisfy {
        $1 == "1" ? $0.isDigit : $0 == $1
      }
      if isPart {
        let start = index > 0 && scalars[index - 1] == "\n" ? index - 1 : index
        for place in start..<index + 5 { scalars[place] = " " }
        index += 5
      } else {
        index += 1
      }
    }
  }

  private var hasMixedWord: Bool {
    var script: Unicode.Scalar.Alphabet?
    for scalar in scalars {
      guard let next = scalar.alphabet else {
        script = nil
        continue
      }
      if let script, script != next { return true }
      script = next
    }
    return false
  }
}

/// Why a text may not be what it looks like. It then confirms nothing.
public enum TextTrick: String, Vocabulary {
  /// It is longer than what is read.
  case cut
  /// A word is made of letters of several alphabets.
  case mixedScripts
  /// Characters turn the direction in which it is shown.
  case turned
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether its script writes words without spaces between them.
  var isUnspaced: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x1000...0x109F, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether words that are written with spaces are made of it.
  var isLetter: Bool { !isUnspaced && !isDigit && properties.isAlphabetic }

  /// What tells scripts apart, for those that are read, and roughly for others; nil for what is no
  /// letter.
  var script: UInt32? {
    guard isLetter || isUnspaced else { return nil }
    switch value {
    case 0..<0x0250, 0x1E00..<0x1F00: return 1
    case 0x0400..<0x0530: return 2
    case 0x2E80..<0x3040, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000...0x3FFFF: return 3
    default: return 0x100 + value / 0x80
    }
  }

  enum Alphabet { case latin, greek, cyrillic, other }

  fileprivate var alphabet: Alphabet? {
    guard isLetter else { return nil }
    switch value {
    case 0..<0x0250, 0x1E00..<0x1F00: return .latin
    case 0x0370..<0x0400, 0x1F00..<0x2000: return .greek
    case 0x0400..<0x0530: return .cyrillic
    default: return .other
    }
  }
}
