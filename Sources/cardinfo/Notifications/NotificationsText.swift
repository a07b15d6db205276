import CardState
import Words

/// The notifications that wait on each eUICC, for people.
enum NotificationsText {
  static func lines(_ cards: [CardReport], colour: Bool) -> [String] {
    Array(
      cards.map(\.card).filter { !$0.euiccs.isEmpty }.map { card in
        [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
          + card.euiccs.flatMap { euicc in
            var table = Table()
            table.add(.eid, euicc.eid)
            return table.cardLines(colour: colour)
              + lines(of: euicc, colour: colour)
          }
      }.joined(separator: [""]))
  }

  /// The notifications of one eUICC, and which numbers are missing among them.
  static func lines(of euicc: EUICC, colour: Bool) -> [String] {
    guard let notifications = euicc.notifications else { return [] }
    guard !notifications.isEmpty else { return ["  " + Words("no notification waits").text] }
    var table = Table()
    for notification in notifications {
      table.add(
        Table.Cell("#\(notification.sequenceNumber)", .label),
        Table.Cell(notification.operationWords),
        Table.Cell(notification.iccid ?? Words("no ICCID").text),
        Table.Cell(notification.address ?? Words("no server").text))
    }
    var lines = table.lines(indent: 2, colour: colour)
    let gaps = notifications.sequenceGaps
    if !gaps.isEmpty {
      let list = gaps.map {
        $0.count == 1 ? "#\($0.lowerBound)" : "#\($0.lowerBound)–#\($0.upperBound)"
      }
      lines += Terminal.wrapped(
        Words("no longer here, sent or removed: \(list.joined(separator: ", "))").text,
        indent: 2)
    }
    return lines
  }
}
