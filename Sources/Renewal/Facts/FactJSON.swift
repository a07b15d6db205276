extension CarrierFact: Encodable {
  private enum CodingKeys: String, CodingKey {
    case statement, event, question, omission
  }

  /// Writes the statement with the kind of event it makes, the question that is open, or why it makes
  /// none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(statement, forKey: .statement)
    switch outcome {
    case .entry(let entry): try container.encode(entry.kind, forKey: .event)
    case .open(let question): try container.encode(question.code, forKey: .question)
    case .nothing(let omission): try container.encode(omission, forKey: .omission)
    }
  }
}
