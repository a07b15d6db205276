import ArgumentParser
import Card
import CardState

/// `cardinfo notifications remove`.
struct RemoveNotification: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a notification from the list. Its server will not learn of the change.",
    discussion: """
      A profile's server learns from notifications that it was installed, enabled, disabled or \
      deleted. Removed without being sent, it never does: a deleted profile may go on to count as \
      in use, and can't be downloaded again. cardinfo notifications dump keeps a copy.
      """)

  @Argument(help: "Its number. See: cardinfo notifications")
  var number: Int

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let target = try run.onlyTarget()
    guard
      let notification = target.euicc.notifications?.first(where: { $0.sequenceNumber == number })
    else {
      throw ChangeRefusal(
        "notification.unknown", "no notification has this number",
        hint: "cardinfo notifications lists them")
    }
    let address = notification.address ?? "its server"
    return PreparedChange(
      plan: .init(target: target, change: .removeNotification(number)),
      done: "removed: #\(number); \(address) will not learn of the \(notification.operation)",
      question: "Remove #\(number)? \(address) will never learn of the \(notification.operation) "
        + "of \(notification.iccid ?? "a profile").",
      showsNotifications: true)
  }
}
