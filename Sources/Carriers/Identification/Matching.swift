import Words
extension Match {
  /// What it has in common with a card; nil as soon as one thing that it names is different or
  /// unknown.
  func attributes(of card: CardIdentity) -> [Candidate.Attribute]? {
    var found: [Candidate.Attribute] = []
    func holds(
      _ attribute: Candidate.Attribute, _ named: String?, _ isSo: (String) -> Bool
    ) -> Bool {
      guard let named else { return true }
      found.append(attribute)
      return isSo(named)
    }
    let isSo =
      holds(.provider, provider) { card.provider?.isSameText(as: $0) == true }
      && holds(.plmn, plmn) { card.plmns.contains($0) }
      && holds(.imsiPrefix, imsiPrefix) { card.imsi?.begins(withPattern: $0) == true }
      && holds(.iccidPrefix, iccidPrefix) { card.iccid?.begins(withHexadecimal: $0) == true }
      && holds(.gid1, gid1) { card.gid1?.begins(withHexadecimal: $0) == true }
      && holds(.gid2, gid2) { card.gid2?.begins(withHexadecimal: $0) == true }
      && holds(.spn, spn) { (card.spn ?? card.provider)?.isSameText(as: $0) == true }
    return isSo && !found.isEmpty ? found : nil
  }
}

extension String {
  /// Whether it is another text but for case, width and what is neither letter nor digit.
  func isSameText(as other: String) -> Bool { folded == other.folded && !folded.isEmpty }

  /// The text without what people write differently: case, full-width forms, spaces, punctuation.
  var folded: String {
    var text = ""
    for scalar in unicodeScalars {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      let narrow = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
      if let narrow,
        narrow.properties.isAlphabetic || narrow.properties.numericType != nil
          || narrow == "+"
      {
        text.unicodeScalars.append(narrow)
      }
    }
    return text.lowercased()
  }

  fileprivate func begins(withHexadecimal prefix: String) -> Bool {
    uppercased().hasPrefix(prefix.uppercased())
  }

  /// Whether it begins with digits, of which those written as `x` can be any.
  fileprivate func begins(withPattern pattern: String) -> Bool {
    count >= pattern.count && zip(self, pattern).allSatisfy { $1 == "x" || $0 == $1 }
  }
}
