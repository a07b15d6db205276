import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo notify snooze`.
struct NotifySnooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: Words("Send no notices of a line for a while."))

  @OptionGroup var line: LineArgument

  @Argument(
    help: ArgumentHelp(Words("For how long, such as 3d or 12h.")),
    transform: { try Period.argument($0) })
  var term: Period

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    let now = ledger.judging.now()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = ledger.judging.zone
    let unit: Calendar.Component =
      switch term.unit {
      case .hour: .hour
      case .day: .day
      case .month: .month
      case .year: .year
      }
    guard let end = calendar.date(byAdding: unit, value: term.n, to: now), end > now else {
      throw ValidationError(Words("that is no time to wait for"))
    }
    try HushAnswer.set(Hush(until: end), of: line.line, in: ledger, asJSON: answer.json)
  }
}

/// `cardinfo notify mute`.
struct NotifyMute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mute", abstract: Words("Send no notices of a line, until unmute."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try HushAnswer.set(Hush(), of: line.line, in: try ledger.open(), asJSON: answer.json)
  }
}

/// `cardinfo notify unmute`.
struct NotifyUnmute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmute", abstract: Words("Send notices of a line again, after snooze or mute."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try HushAnswer.set(nil, of: line.line, in: try ledger.open(), asJSON: answer.json)
  }
}

/// Whether notices of a line are wanted.
struct HushAnswer: TextualAnswer {
  private let name: String
  private let muted: Bool
  private let until: Date?

  static func set(
    _ hush: Hush?, of reference: String, in ledger: Ledger, asJSON: Bool
  ) throws {
    let line = try ledger.line(matching: reference)
    try ledger.set(hush, of: line.id)
    try HushAnswer(
      name: OpenDuty.nickname(line.name), muted: hush != nil, until: hush?.until
    ).report(asJSON: asJSON)
  }

  func lines(colour: Bool) -> [String] {
    let words =
      switch (muted, until) {
      case (true, let until?): Words("\(name): no notices until \(until.minuteText(in: .current))")
      case (true, nil):
        Words("\(name): no notices any more; cardinfo notify unmute brings them back")
      case (false, _): Words("\(name): notices again")
      }
    return [words.text]
  }
}
