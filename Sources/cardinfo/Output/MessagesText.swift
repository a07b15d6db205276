import CardState

/// Short messages and the carrier's own numbers, for people.
struct MessagesText {
  private let card: CardSnapshot

  init(_ card: CardSnapshot) { self.card = card }

  func lines(_ colour: Bool) -> [String] {
    guard let messages = card.messages else { return [] }
    var lines = messages.isEmpty ? ["  no messages"] : []
    for message in messages {
      let head = [
        message.sentAt, message.direction, message.address,
        message.status == "free" ? "deleted" : message.status,
      ]
      lines.append(
        "  "
          + Style.label.apply(
            Terminal.clean(head.compactMap { $0 }.joined(separator: "  ")), colour))
      if let text = message.text { lines += Terminal.wrapped(text, indent: 4) }
      if let data = message.data { lines += Terminal.wrapped(data, indent: 4) }
      if let missing = message.missingParts {
        lines.append("    missing: part " + missing.map(String.init).joined(separator: ", "))
      }
    }
    var table = Table()
    for number in card.serviceNumbers ?? [] {
      table.add(
        Table.Cell(number.number), Table.Cell(number.name ?? ""), Table.Cell(number.source, .label))
    }
    return lines + table.lines(indent: 2, colour: colour)
  }
}
