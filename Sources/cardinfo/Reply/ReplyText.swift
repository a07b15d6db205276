import Renewal
import Words

/// What was understood of a carrier's text, for people: each statement with its words, and what
/// became of it.
struct ReplyText {
  let reply: CarrierReply

  func lines(indent: Int, colour: Bool) -> [String] {
    var lines = reply.facts.flatMap { self.lines($0, indent, colour) }
    if lines.isEmpty { lines = Terminal.wrapped(nothing.text, indent: indent) }
    let doubts = reply.reading.doubts.sorted { $0.rawValue < $1.rawValue }.map(\.words)
    return lines + labelled(Words("doubts"), doubts, indent)
  }

  private var nothing: Words {
    if reply.reading.language == nil { return Self.unknownLanguage }
    let tricks = reply.reading.tricks
    return tricks.isEmpty
      ? Words("nothing that a line's record has a place for")
      : RenewalProof.Objection.tricks(tricks).sentence
  }

  static let unknownLanguage = Words(
    """
    the text is in no language that is read; say yourself what it says: --until DATE for the last \
    day, --balance AMOUNT
    """)

  private func lines(_ fact: CarrierFact, _ indent: Int, _ colour: Bool) -> [String] {
    let said = Terminal.wrapped(fact.statement.sentence.text, indent: indent)
    let words =
      fact.statement.words.isEmpty
      ? [] : Terminal.wrapped(Words("“\(fact.statement.words.onOneLine)”").text, indent: indent + 2)
    let (fate, style) = fate(of: fact)
    return said + words.map { Style.label.apply($0, colour) }
      + Terminal.wrapped(fate.text, indent: indent + 2).map { style.apply($0, colour) }
  }

  private func fate(of fact: CarrierFact) -> (Words, Style) {
    switch fact.outcome {
    case .entry: (Words("recorded"), .good)
    case .open(let question):
      (
        Words("not recorded: \(question.sentence) \(question.option(for: fact.statement))"),
        .attention
      )
    case .nothing(let omission): (omission.words, .label)
    }
  }
}

extension CarrierReply: Encodable {
  private enum CodingKeys: String, CodingKey { case language, facts, tricks, doubts }

  /// Writes what was understood, and what became of it.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(reading.language, forKey: .language)
    try container.encode(facts, forKey: .facts)
    try container.encode(reading.tricks.sorted { $0.rawValue < $1.rawValue }, forKey: .tricks)
    try container.encode(reading.doubts.sorted { $0.rawValue < $1.rawValue }, forKey: .doubts)
  }
}
