import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo notifications remove`.
struct RemoveNotification: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: Words(
      "Remove a notification from the list. Its server will not learn of the change."),
    discussion: Words(
      """
      A profile's server learns from notifications that it was installed, enabled, disabled or \
      deleted. Removed without being sent, it never does: a deleted profile may go on to count as \
      in use, and can't be downloaded again. cardinfo notifications dump keeps a copy.
      """))

  @Argument(help: ArgumentHelp(Words("Its number. See: cardinfo notifications")))
  var number: Int

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let target = try run.onlyTarget(asking: [.notifications])
    guard
      let notification = target.euicc.notifications?.first(where: { $0.sequenceNumber == number })
    else {
      throw target.refusal(of: number)
    }
    let address = notification.address.map { Words(verbatim: $0) } ?? Words("its server")
    let operation = notification.operationWords
    return PreparedChange(
      plan: .init(target: target, change: .removeNotification(number)),
      done: Words("removed: #\(number); \(address) will not learn of the \(operation)"),
      question: notification.iccid.map {
        Words("Remove #\(number)? \(address) will never learn of the \(operation) of \($0).")
      }
        ?? Words("Remove #\(number)? \(address) will never learn of the \(operation) of a profile.")
    )
  }

  func lines(_ cards: [CardReport], colour: Bool) -> [String] {
    NotificationsText.lines(cards, colour: colour)
  }
}
