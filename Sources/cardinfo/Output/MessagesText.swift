import CardState

/// Short messages and the carrier's own numbers, for people.
struct MessagesText {
  private let card: CardSnapshot

  init(_ card: CardSnapshot) { self.card = card }

  func lines(_ colour: Bool) -> [String] {
    messageLines(colour) + numberLines(card.calls, colour)
      + numberLines(card.serviceNumbers, colour)
      + numberLines(card.contacts, colour)
  }

  private func messageLines(_ colour: Bool) -> [String] {
    guard let messages = card.messages else { return [] }
    var lines = messages.isEmpty ? ["  no messages"] : []
    for message in messages {
      let status = message.status == "free" ? "deleted" : message.status
      let head = [message.sentAt, message.direction, message.address, status].compactMap { $0 }
      lines.append("  " + Style.label.apply(Terminal.clean(head.joined(separator: "  ")), colour))
      if let text = message.text { lines += Terminal.wrapped(text, indent: 4) }
      if let data = message.data { lines += Terminal.wrapped(data, indent: 4) }
      if let missing = message.missingParts {
        lines.append("    missing: part " + missing.map(String.init).joined(separator: ", "))
      }
    }
    return lines
  }

  private func numberLines(_ numbers: [NamedNumber]?, _ colour: Bool) -> [String] {
    var table = Table()
    for entry in numbers ?? [] {
      let call = [entry.calledAt, entry.seconds.map { "\($0) s" }].compactMap { $0 }
      table.add(
        Table.Cell(entry.number), Table.Cell(entry.name ?? ""),
        Table.Cell(call.joined(separator: ", ")), Table.Cell(entry.source, .label))
    }
    return table.lines(indent: 2, colour: colour)
  }
}
