import ArgumentParser
import FoundationEssentials
import Ledger
import Words

/// `cardinfo notify`.
struct NotifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify",
    abstract: Words("Tell people what has come due, where they look."),
    discussion: Words(
      """
      Each thing that has to be done is told of a week, three days and a day ahead, on its last day, and once \
      when that has passed, or by the line's own thresholds: once for each channel, however often this runs. \
      Notices hold nicknames and days, and no numbers unless the configuration says so. Run it from a timer.
      """),
    subcommands: [
      NotifySend.self, NotifyTest.self, NotifySnooze.self, NotifyMute.self, NotifyUnmute.self,
    ],
    defaultSubcommand: NotifySend.self)
}

/// Where notices go: shared by the commands that send some.
struct NotifyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words(
        "The file that says where notices go (default: notify.json in the XDG configuration directory)."
      ),
      valueName: "file"),
    completion: .file())
  var config: String?

  /// The file.
  var path: String { config ?? NotifyConfiguration.usualPath }

  /// Where files without a path are.
  var directory: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// What the file says; without one, standard output.
  func read() throws -> NotifyConfiguration {
    if let configuration = try NotifyConfiguration.read(path) { return configuration }
    guard config == nil else { throw SystemFailure.unreadable(path, 2) }
    StandardError.note(Words("there is no \(path), so notices go to standard output alone"))
    return NotifyConfiguration()
  }
}

/// `cardinfo notify send`, the default.
struct NotifySend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: Words("Send what has come due and was not sent yet."))

  @Flag(help: ArgumentHelp(Words("Only say what would be sent.")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      Words("Send to each channel at most once a day: daily."), valueName: "how often"))
  var digest: String?

  @OptionGroup var options: NotifyOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard digest.map({ NotifyConfiguration.Digest(rawValue: $0) != nil }) ?? true else {
      throw ValidationError(Words("--digest is daily"))
    }
  }

  func run() throws {
    var configuration = try options.read()
    if let digest { configuration.digest = NotifyConfiguration.Digest(rawValue: digest) }
    guard let ledger = try ledger.openIfThere() else {
      StandardError.note(
        Words("no line is tracked yet, so there is nothing to tell of; cardinfo setup tracks one"))
      return try NotifyAnswer(channels: []).report(asJSON: answer.json)
    }
    let lock: NotifyLock? =
      dryRun || ledger.isReadOnly ? nil : try NotifyLock(in: self.ledger.directory)
    let run = NoticeRun(
      ledger: ledger, configuration: configuration,
      channel: { [options, answer] in
        $0.channel(beside: options.directory, isSilent: answer.json)
      }, isDry: dryRun)
    let reports = try ProgressLine.during(Words("sending notices")) { try run.send() }
    _ = consume lock
    try NotifyAnswer(channels: reports).report(
      asJSON: answer.json, problems: reports.compactMap(\.problem))
  }
}

/// What became of each channel's messages.
struct NotifyAnswer: TextualAnswer {
  let channels: [NoticeRun.Report]

  func lines(colour: Bool) -> [String] { channels.flatMap(\.lines) }
}

extension NoticeRun.Report {
  fileprivate var lines: [String] {
    let count = Words(
      notices.count, one: "\(notices.count) notice", other: "\(notices.count) notices")
    let moment = until?.minuteText(in: .current) ?? ""
    let words: Words? =
      switch state {
      case .nothing, .failed: nil
      // It stands there itself.
      case .sent: kind == "stdout" ? nil : Words("\(channel): \(count) sent")
      case .dry: Words("\(channel): \(count) to send")
      case .quiet: Words("\(channel): quiet hours: \(count) to be sent at \(moment)")
      case .digest: Words("\(channel): next digest: \(count) to be sent at \(moment)")
      case .resting: Words("\(channel): failed: \(count) to be sent at \(moment)")
      }
    let each = state == .dry ? notices.map { Terminal.clean("  \($0.name): \($0.sentence)") } : []
    return (words.map { [Terminal.clean($0.text)] } ?? []) + each
  }
}

/// `cardinfo notify test`.
struct NotifyTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: Words("Send a test message to a channel, or to each."))

  @Argument(help: ArgumentHelp(Words("The channel's name in the configuration.")))
  var channel: String?

  @OptionGroup var options: NotifyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let configuration = try options.read()
    let channels = configuration.channels.filter { channel == nil || $0.name == channel }
    guard !channels.isEmpty else {
      throw Problem(
        .unknownChannel, Words("no channel is called that"),
        nextStep: Words(
          "the configuration has: \(configuration.channels.map(\.name).joined(separator: ", "))"))
    }
    var reports: [NoticeTest.Report] = []
    var problems: [Problem] = []
    for configured in channels {
      let (report, problem) = try NoticeTest.send(to: configured, options, isSilent: answer.json)
      reports.append(report)
      problems += [problem].compactMap { $0 }
    }
    try NoticeTest(channels: reports).report(asJSON: answer.json, problems: problems)
  }
}

/// What became of test messages.
struct NoticeTest: TextualAnswer {
  let channels: [Report]

  struct Report: Encodable {
    let channel: String
    let sent: Bool
  }

  /// Sends one to a channel.
  static func send(
    to configured: ConfiguredChannel, _ options: NotifyOptions, isSilent: Bool
  ) throws -> (Report, Problem?) {
    let way = configured.channel(beside: options.directory, isSilent: isSilent)
    do {
      try ProgressLine.during(Words("sending to \(configured.name)")) { try way.send(.test) }
      return (Report(channel: configured.name, sent: true), nil)
    } catch let error as any Explained {
      var problem = error.problem
      problem.sentence = Words("\(configured.name): \(problem.sentence)")
      return (Report(channel: configured.name, sent: false), problem)
    }
  }

  func lines(colour: Bool) -> [String] {
    channels.filter(\.sent).map {
      Terminal.clean(Words("\($0.channel): it took the test message").text)
    }
  }
}
