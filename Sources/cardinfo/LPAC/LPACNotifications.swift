import Card
import CardState
import Provisioning
import Words

// Notifications: sent, and written whole.
extension LPACSession {
  /// Sends what waits, each server its own in order; what was sent goes off the card's list where that is
  /// asked for.
  func process(_ numbers: LPACRequest.Numbers, removing: Bool) throws {
    let target = try target(asking: [.notifications])
    if numbers == .all { try progress("es10b_list_notification") }
    let wanted = numbers.set
    guard wanted?.isEmpty != true else { return try succeed() }
    let run = try run()
    let (reports, problems) = try LPACFailure.naming("es10b_retrieve_notifications_list") {
      try environment.requireCurl()
      return try run.sendListed(wanted, of: target, keeping: !removing, servers, report: show)
    }
    guard let first = problems.first else { return try succeed() }
    problems.dropFirst().forEach(StandardError.report)
    let failed = reports.first { $0.problem != nil }
    throw LPACFailure(failed?.outcome.function ?? "es10b_retrieve_notifications_list", first)
  }

  /// Prints signed notifications, a line each. They stay on the card.
  func dump(_ numbers: LPACRequest.Numbers) throws {
    let target = try target(asking: [])
    let run = try run()
    let wanted = numbers.list
    for number in wanted.map({ $0.map(Optional.some) }) ?? [nil] {
      let found = try LPACFailure.naming("es10b_retrieve_notifications_list") {
        let found = try run.signedNotifications(number, of: target)
        if let number, found.isEmpty { throw ChangeRefusal.unknownNotification(number) }
        return found
      }
      for notification in found {
        try LPACLine.write(LPACLine.notification(notification, of: target.euicc.eid))
      }
    }
  }

  private func show(_ notification: PendingNotification, _ step: NotificationSender.Step) {
    let number = JSONValue.string("\(notification.sequenceNumber)")
    switch step {
    case .sending:
      try? progress("es10b_retrieve_notifications_list", number)
      try? progress("es9p_handle_notification", number)
    case .removing: try? progress("es10b_remove_notification_from_list", number)
    }
  }
}

extension LPACRequest.Numbers {
  /// Nil for all.
  fileprivate var list: [Int]? {
    switch self {
    case .all: nil
    case .only(let numbers): numbers
    }
  }

  fileprivate var set: Set<Int>? { list.map(Set.init) }
}

extension NotificationSender.Outcome {
  /// The function of lpac that failed where this is not well.
  fileprivate var function: String {
    switch self {
    case .sentNotRemoved: "es10b_remove_notification_from_list"
    case .sent, .sentAndKept, .failed, .noServer, .heldBack: "es9p_handle_notification"
    }
  }
}
