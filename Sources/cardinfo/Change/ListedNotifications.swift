import Card
import CardState
import Provisioning
import Words

extension ChangeRun {
  /// Sends notifications that an eUICC lists, those with the numbers given or all, and says of each what
  /// became of it: what the card lists and does not give was not sent either.
  ///
  /// - Throws: ``ChangeRefusal`` where a number is not on the list; a ``Problem`` where none can be sent.
  func sendListed(
    _ numbers: Set<Int>?, of target: Target, keeping: Bool, _ servers: ServerOptions,
    report: @escaping (PendingNotification, NotificationSender.Step) -> Void = { _, _ in }
  ) throws -> (reports: [NotificationSender.Report], problems: [Problem]) {
    let known = Set(try target.listedNotifications().map(\.sequenceNumber))
    if let unknown = numbers?.sorted().first(where: { !known.contains($0) }) {
      throw target.refusal(of: unknown)
    }
    let reports = try sendNotifications(
      numbers, of: target, keeping: keeping, servers, report: report)
    let given = Set(reports.map(\.notification.sequenceNumber))
    let missing = (numbers ?? known).subtracting(given).sorted().map {
      Problem(.notificationUnsent, Words("#\($0): the card lists it, and does not give it"))
    }
    return (reports, reports.compactMap(\.problem) + missing)
  }
}

extension ChangeRun.Target {
  /// The notifications that the card lists.
  ///
  /// - Throws: Where there is no list.
  func listedNotifications() throws(ChangeRefusal) -> [PendingNotification] {
    guard let listed = euicc.notifications else {
      throw .cards(
        unread(.notifications) ?? Problem(.notificationsRefused, Words("no list was read")))
    }
    return listed
  }

  /// Why the notification with a number that is not on the list can't be had: one that could not be read
  /// may be it.
  func refusal(of number: Int) -> ChangeRefusal {
    unread(.notifications).map { .cards($0) } ?? .unknownNotification(number)
  }
}
