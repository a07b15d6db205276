import ArgumentParser
import Card
import CardState
import Provisioning
import Words

/// `cardinfo notifications send`.
struct SendNotifications: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: Words("Send what waits to the profiles' servers, and take it off the card's list."),
    discussion: Words(
      """
      Each server gets its own in the order of their numbers. What a server does not take stays on the \
      card, and so do the later ones for it. A server learns the profile's ICCID, the card's EID and this \
      network's address.
      """))

  @Argument(help: ArgumentHelp(Words("Their numbers; all of them without any.")))
  var numbers: [Int] = []

  @Flag(help: ArgumentHelp(Words("All that wait: what is sent without numbers.")))
  var all = false

  @Flag(help: ArgumentHelp(Words("Leave them on the card when they are sent.")))
  var keep = false

  @Option(help: ArgumentHelp(Words("The eUICC, by its EID or the end of it."), valueName: "digits"))
  var eid: String?

  @OptionGroup var cards: CardOptions

  @OptionGroup var servers: ServerOptions

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !all || numbers.isEmpty else {
      throw ValidationError(Words("--all and numbers exclude each other"))
    }
  }

  func run() throws {
    let run = try ChangeRun(cards, eid: eid)
    let target = try run.onlyTarget(asking: [.notifications])
    let (reports, problems) = try ProgressLine.during(Words("telling the servers")) {
      try run.sendListed(
        numbers.isEmpty ? nil : Set(numbers), of: target, keeping: keep, servers)
    }
    let shown = SentNotifications(reports: reports, isRedacted: cards.redact)
    try shown.report(
      asJSON: answer.json, problems: problems + keepWhatWaits(reports, on: target, run))
  }

  /// Keeps what still waits, where a line on the card is tracked: nobody is reminded of what was sent.
  private func keepWhatWaits(
    _ reports: [NotificationSender.Report], on target: ChangeRun.Target, _ run: ChangeRun
  ) throws -> [Problem] {
    guard reports.contains(where: \.outcome.isSent), try ledger.openIfThere() != nil else {
      return []
    }
    var document = ReadDocument(cards: [], errors: [])
    document.cards =
      run.readAgain(target, asking: [.profiles, .notifications]).map { [run.report($0)] } ?? []
    OwnChanges(options: ledger).keep(&document)
    return document.errors
  }
}

/// What became of each notification.
private struct SentNotifications: TextualAnswer {
  let sentNotifications: [Sent]
  private let words: [Words]

  struct Sent: Encodable {
    let sequenceNumber: Int
    let operation: String
    let address: String?
    let iccid: String?
    let isSent: Bool
    let outcome: Words
  }

  private enum CodingKeys: CodingKey { case sentNotifications }

  init(reports: [NotificationSender.Report], isRedacted: Bool) {
    sentNotifications = reports.map {
      Sent(
        sequenceNumber: $0.notification.sequenceNumber, operation: $0.notification.operation,
        address: $0.notification.address,
        iccid: $0.notification.iccid.map {
          isRedacted ? Masking.identifier($0, keeping: 6) : $0
        },
        isSent: $0.outcome.isSent, outcome: $0.outcome.words)
    }
    words = reports.map(\.line)
  }

  func lines(colour: Bool) -> [String] {
    words.isEmpty
      ? [Words("no notification waits").text] : words.map { Terminal.clean($0.text) }
  }
}
