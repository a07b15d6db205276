import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo notifications`.
struct NotificationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notifications",
    abstract: Words(
      "Reports of changes that wait on an eUICC to be sent to the profiles' servers."),
    subcommands: [
      List.self, SendNotifications.self, DumpNotifications.self, RemoveNotification.self,
    ],
    defaultSubcommand: List.self)

  /// `cardinfo notifications list`, the default.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: Words("List the notifications that wait, and the gaps in their numbers."))

    @OptionGroup var cards: CardOptions

    @OptionGroup var format: FormatOptions

    func run() throws {
      let document = try cards.read(
        ReadingPlan(asking: [.notifications]), wanting: .notifications
      ).requiringEUICC
      if format.choice == .lpac { return try document.reportAsLPAC(LPACLine.notifications) }
      try document.report(asJSON: format.choice == .json) {
        NotificationsText.lines($0, colour: $1)
      }
    }
  }
}
