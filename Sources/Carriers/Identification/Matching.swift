import Words

extension Match {
  /// What it has in common with a card; nil as soon as one thing that it names is different or
  /// unknown.
  func attributes(of card: CardIdentity) -> [Candidate.Attribute]? {
    var found: [Candidate.Attribute] = []
    for attribute in Self.nameable {
      guard let text = name(of: attribute) else { continue }
      guard card.has(attribute, as: text) else { return nil }
      found.append(attribute)
    }
    return found.isEmpty ? nil : found
  }

  private static let nameable: [Candidate.Attribute] = [
    .provider, .providerPrefix, .smdp, .plmn, .imsiPrefix, .iccidPrefix, .gid1, .gid2, .spn,
  ]

  private func name(of attribute: Candidate.Attribute) -> String? {
    switch attribute {
    case .provider: provider
    case .providerPrefix: providerPrefix
    case .smdp: smdp
    case .plmn: plmn
    case .imsiPrefix: imsiPrefix
    case .iccidPrefix: iccidPrefix
    case .gid1: gid1
    case .gid2: gid2
    case .spn: spn
    case .name, .issuer: nil
    }
  }
}

extension CardIdentity {
  /// Whether the card says anything that a match can name of one attribute.
  func names(_ attribute: Candidate.Attribute) -> Bool {
    switch attribute {
    case .provider, .providerPrefix: provider != nil
    case .smdp: !smdps.isEmpty
    case .plmn: !plmns.isEmpty
    case .imsiPrefix: imsi != nil
    case .iccidPrefix: iccid != nil
    case .gid1: gid1 != nil
    case .gid2: gid2 != nil
    case .spn: (spn ?? provider) != nil
    case .name, .issuer: false
    }
  }

  /// Whether it is so what a match names of one attribute.
  func has(_ attribute: Candidate.Attribute, as named: String) -> Bool {
    switch attribute {
    case .provider: provider?.isSameText(as: named) == true
    case .providerPrefix: provider?.begins(withText: named) == true
    case .smdp: smdps.contains { $0.isHost(in: named) }
    case .plmn: plmns.contains(named)
    case .imsiPrefix: imsi?.begins(withPattern: named) == true
    case .iccidPrefix: iccid?.begins(withHexadecimal: named) == true
    case .gid1: gid1?.begins(withHexadecimal: named) == true
    case .gid2: gid2?.begins(withHexadecimal: named) == true
    case .spn: (spn ?? provider)?.isSameText(as: named) == true
    case .name, .issuer: false
    }
  }
}

extension String {
  /// Whether it is another text but for case, width and what is neither letter nor digit.
  func isSameText(as other: String) -> Bool { folded == other.folded && !folded.isEmpty }

  /// The text without what people write differently: case, full-width forms, spaces, punctuation.
  var folded: String { utf8.allSatisfy { $0 < 0x80 } ? foldedASCII : foldedUnicode }

  /// The same of ASCII, whose letters and digits are known without asking Unicode.
  private var foldedASCII: String {
    let folded = utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"):
        byte
      default: nil
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The same of any text.
  var foldedUnicode: String {
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

  /// Whether it begins with another text but for case, width and what is neither letter nor digit.
  fileprivate func begins(withText prefix: String) -> Bool {
    !prefix.folded.isEmpty && folded.hasPrefix(prefix.folded)
  }

  /// Whether it is a host, or one of its domain.
  fileprivate func isHost(in domain: String) -> Bool {
    let (host, domain) = (lowercased(), domain.lowercased())
    return host == domain || host.hasSuffix(".\(domain)")
  }

  fileprivate func begins(withHexadecimal prefix: String) -> Bool {
    uppercased().hasPrefix(prefix.uppercased())
  }

  /// Whether it begins with digits, of which those written as `x` can be any.
  fileprivate func begins(withPattern pattern: String) -> Bool {
    count >= pattern.count && zip(self, pattern).allSatisfy { $1 == "x" || $0 == $1 }
  }
}
