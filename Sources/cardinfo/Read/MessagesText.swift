import CardState
import Words

/// Short messages and the carrier's own numbers, for people.
struct MessagesText {
  private let card: CardSnapshot
  private let isFull: Bool

  /// - Parameter isFull: Whether files are listed, those of messages among them, whoever asked for
  ///   messages.
  init(_ card: CardSnapshot, isFull: Bool) {
    self.card = card
    self.isFull = isFull
  }

  func lines(_ colour: Bool) -> [String] {
    messageLines(colour) + numberLines(card.calls, colour)
      + numberLines(card.serviceNumbers, colour)
      + numberLines(card.contacts, colour)
  }

  private func messageLines(_ colour: Bool) -> [String] {
    guard let messages = card.messages else { return isFull ? [] : unread(colour) }
    var lines = messages.isEmpty ? ["  " + Words("no messages").text] : []
    for message in messages {
      let head = [
        message.sentAt, message.directionWords.text, message.address, message.statusWords?.text,
      ].compactMap { $0 }
      lines.append("  " + Style.label.apply(Terminal.clean(head.joined(separator: "  ")), colour))
      if let text = message.text { lines += Terminal.wrapped(text, indent: 4) }
      if let data = message.data { lines += Terminal.wrapped(data, indent: 4) }
      lines += [message.ports?.words, message.validity?.words].compactMap { $0 }
        .map { "    " + Style.label.apply($0.text, colour) }
      if let missing = message.missingParts {
        let list = missing.map(String.init).joined(separator: ", ")
        lines.append("    " + Words("missing: part \(list)").text)
      }
    }
    return lines
  }

  /// Messages that were asked for and are not there to be shown.
  private func unread(_ colour: Bool) -> [String] {
    guard let file = card.files.first(where: { $0.name == "EF.SMS" }) else { return [] }
    switch file.status {
    case .absent: return ["  " + Words("the card has no place for messages").text]
    case .notAsked:
      return ["  " + Words("the card does not say that it has a place for messages").text]
    default:
      let words = Words("the messages could not be read: \(file.status.words)")
      return [WarningsText.line(words, colour: colour)]
    }
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

extension ShortMessage.Ports {
  /// Between which applications the message goes.
  var words: Words { Words("from port \(originator) to port \(destination)") }
}

extension ShortMessage.Validity {
  /// How long the service centre tries to deliver the message.
  var words: Words {
    if let until { return Words("to be delivered until \(until)") }
    switch (seconds.map(Self.span), isSingleShot == true) {
    case (let span?, false): return Words("to be delivered within \(span)")
    case (let span?, true): return Words("to be tried once, within \(span)")
    case (nil, true): return Words("to be tried once")
    case (nil, false): return Words("to be delivered within a time that can't be understood")
    }
  }

  /// A length of time in the largest unit that divides it.
  private static func span(_ seconds: Int) -> Words {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
    if days > 0, seconds == days * 86_400 {
      return Words(days, one: "\(days) day", other: "\(days) days")
    }
    if hours > 0, seconds == hours * 3600 {
      return Words(hours, one: "\(hours) hour", other: "\(hours) hours")
    }
    if minutes > 0, seconds == minutes * 60 {
      return Words(minutes, one: "\(minutes) minute", other: "\(minutes) minutes")
    }
    return Words(seconds, one: "\(seconds) second", other: "\(seconds) seconds")
  }
}
