/// What the carriers of a shipped file are recognised by, found without decoding it: each text that a match
/// names, and where it stands.
struct ShippedMatches {
  private let named: [Named]

  private struct Named {
    let attribute: Candidate.Attribute
    let place: JSONText
    let text: String
    let isEscaped: Bool

    init?(_ member: (name: JSONText, value: JSONText)) {
      guard let attribute = Candidate.Attribute(rawValue: member.name.written) else { return nil }
      self.attribute = attribute
      place = member.value
      text = member.value.written
      isEscaped = member.value.bytes.contains(UInt8(ascii: "\\"))
    }
  }

  /// Those of the files of carriers.
  static let shipped = ShippedFile.carriers.map { (file: $0, matches: ShippedMatches($0.whole)) }

  init(_ file: JSONText) {
    named = file.lists(of: "matches").flatMap { $0.texts.compactMap(Named.init) }
  }

  /// Where something stands that a card has. What is written with an escape is left to be read.
  func places(like card: CardIdentity) -> [JSONText] {
    named.filter { $0.isEscaped || card.has($0.attribute, as: $0.text) }.map(\.place)
  }
}
