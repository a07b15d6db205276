import CardState
import Words

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
    var lines = messages.isEmpty ? ["  " + Words("no messages").text] : []
    for message in messages {
      let head = [
        message.sentAt, message.directionWords.text, message.address, message.statusWords?.text,
      ].compactMap { $0 }
      lines.append("  " + Style.label.apply(Terminal.clean(head.joined(separator: "  ")), colour))
      if let text = message.text { lines += Terminal.wrapped(text, indent: 4) }
      if let data = message.data { lines += Terminal.wrapped(data, indent: 4) }
      if let missing = message.missingParts {
        let list = missing.map(String.init).joined(separator: ", ")
        lines.append("    " + Words("missing: part \(list)").text)
      }
    }
    return lines
  }

  private func numberLines(_ numbers: [NamedNumber]?, _ colour: Bool) -> [String] {
    var table = Table()
    for entry in numbers ?? [] {
      let call = [entry.calledAt, entry.seconds.map { Words("\($0) s").text }].compactMap { $0 }
      table.add(
        Table.Cell(entry.number), Table.Cell(entry.name ?? ""),
        Table.Cell(call.joined(separator: ", ")), Table.Cell(entry.source, .label))
    }
    return table.lines(indent: 2, colour: colour)
  }
}
