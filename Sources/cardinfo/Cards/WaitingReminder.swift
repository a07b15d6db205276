import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// Reminds of notifications that have waited on eUICCs for more than a day: the carrier may not know of
/// the change, or not let the profile be installed again.
struct WaitingReminder {
  private let waiting: [WaitingNotification]
  private let first: WaitingNotification
  private let last: Date

  /// Nil where nothing waits.
  init?(_ waiting: [WaitingNotification]) {
    guard let first = waiting.first, let last = waiting.map(\.lastSeen).max() else { return nil }
    self.waiting = waiting
    self.first = first
    self.last = last
  }

  /// How many, since when as far as is known, and what to do.
  var words: Words {
    let since = Occurrence.moment(first.firstSeen).dayText(in: .current)
    let seen = Occurrence.moment(last).dayText(in: .current)
    return Words(
      waiting.count,
      one:
        "\(waiting.count) notification has waited on an eUICC since \(since) or longer, as last seen \(seen); to tell its server: cardinfo notifications send",
      other:
        "\(waiting.count) notifications have waited on eUICCs since \(since) or longer, as last seen \(seen); to tell their servers: cardinfo notifications send"
    )
  }

  func lines(indent: Int) -> [String] { Terminal.wrapped(words.text, indent: indent) }

  /// One of them, for programs.
  struct Waiting: Encodable {
    let eid: String
    let sequenceNumber: Int
    let operation: String
    let address: String?
    let iccid: String?
    let firstSeen: Date
    let lastSeen: Date

    init(_ waiting: WaitingNotification) {
      eid = waiting.eid
      sequenceNumber = waiting.notification.sequenceNumber
      operation = waiting.notification.operation
      address = waiting.notification.address
      iccid = waiting.notification.iccid
      firstSeen = waiting.firstSeen
      lastSeen = waiting.lastSeen
    }
  }
}

extension Ledger {
  /// What was first seen waiting more than a day ago.
  func longWaiting(on eids: [String]? = nil) throws(LedgerError) -> [WaitingNotification] {
    try waitingNotifications(on: eids, seenBefore: judging.now().addingTimeInterval(-86_400))
  }
}
