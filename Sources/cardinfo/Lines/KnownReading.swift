import CardState
import Carriers
import FoundationEssentials
import Renewal
import Words

extension CardReading {
  /// What a read says about a line: what waits for delivery, and the texts of its carrier.
  ///
  /// A text is the carrier's if its sender is a number or a name of the carrier that the line is of:
  /// by what is known of the line, and not only by what this read happened to hold.
  init(known card: CardSnapshot, of line: Line) {
    let pending = card.euiccs.compactMap(\.notifications).joined().compactMap { notification in
      notification.iccid.map {
        PendingNotification(iccid: $0, operation: notification.operation)
      }
    }
    self.init(
      card, pendingNotifications: card.euiccs.contains { $0.notifications != nil } ? pending : nil,
      carrierTexts: Self.carrierTexts(card, of: line))
  }

  private static func carrierTexts(_ card: CardSnapshot, of line: Line) -> [CarrierText] {
    let received = (card.messages ?? []).filter { $0.direction == "received" }
    guard !received.isEmpty,
      case let senders = CarrierFiles.known.book.senders(of: line, on: card), !senders.isEmpty
    else { return [] }
    let home = LineHome(line, on: card)
    return received.compactMap { message in
      guard let sender = message.address, senders.contains(where: { $0.isSender(sender) }),
        let text = message.text,
        let sentAt = message.sentAt.flatMap({ try? Date($0, strategy: .iso8601) }),
        let day = CalendarDay(sentAt, in: .current)
      else { return nil }
      return CarrierText(sentAt: sentAt, reading: home.read(text, receivedOn: day))
    }
  }
}

extension Carrier {
  /// Whether a message with this sender is the carrier's.
  fileprivate func isSender(_ sender: String) -> Bool {
    let name = sender.lowercased()
    if (names.all + aliases).contains(where: { $0.lowercased() == name }) { return true }
    let digits = sender.filter(\.isNumber)
    return facts.contains { fact in
      switch fact.method {
      case .call(let number, _)?, .sms(let number, _, _)?: number.filter(\.isNumber) == digits
      default: false
      }
    }
  }
}
