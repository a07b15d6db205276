import CardState
import Carriers
import FoundationEssentials
import Renewal

extension CardReading {
  /// What a read says about lines: what waits for delivery, and the texts of the carrier.
  ///
  /// A text is the carrier's if its sender is a number or a name of the likeliest carrier. It is
  /// searched for dates and amounts and used for nothing else.
  init(known card: CardSnapshot) {
    let pending = card.euiccs.compactMap(\.notifications).joined().compactMap { notification in
      notification.iccid.map {
        PendingNotification(iccid: $0, operation: notification.operation)
      }
    }
    self.init(
      card, pendingNotifications: card.euiccs.contains { $0.notifications != nil } ? pending : nil,
      carrierTexts: Self.carrierTexts(card))
  }

  private static func carrierTexts(_ card: CardSnapshot) -> [CarrierText] {
    let received = (card.messages ?? []).filter { $0.direction == "received" }
    guard !received.isEmpty,
      let carrier = CarrierFiles.shipped.candidates(for: CardIdentity(card))
        .first?.carrier
    else { return [] }
    return received.compactMap { message in
      guard let sender = message.address, carrier.isSender(sender), let text = message.text,
        let sentAt = message.sentAt.flatMap({ try? Date($0, strategy: .iso8601) })
      else { return nil }
      return CarrierText(sentAt: sentAt, text: text)
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
      switch fact.way {
      case .call(let number, _)?, .sms(let number, _, _)?: number.filter(\.isNumber) == digits
      default: false
      }
    }
  }
}
