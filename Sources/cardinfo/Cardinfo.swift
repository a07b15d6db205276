import ArgumentParser
import Glibc
import Words

/// The command.
@main
struct Cardinfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cardinfo",
    abstract: Words(
      "Read SIM and eSIM cards in a USB smart-card reader, and keep their lines alive."),
    discussion: Words(
      """
      Without a subcommand it reads every reader that has a card, and takes the options of read: \
      see cardinfo help read. Reading never changes a card and never uses a PIN try. Try it without \
      a reader: cardinfo --virtual travel-euicc

      Results go to standard output, everything else to standard error. Exit status: 0 all was \
      read, 1 something failed, 64 usage, 65 bad input, 66 no card, 69 no reader or no PC/SC \
      service, 75 another program holds the card, 77 no permission, 130 interrupted.
      """),
    version: Version.current,
    subcommands: [
      ReadCommand.self, SetupCommand.self, WatchCommand.self, LinesCommand.self, LineCommand.self,
      LogCommand.self,
      ReplyCommand.self,
      RenewCommand.self, CheckCommand.self, MetricsCommand.self, ReportCommand.self,
      DeskCommand.self,
      CalendarCommand.self, NotifyCommand.self, CarrierCommand.self,
      ReadersCommand.self,
      ProfilesCommand.self,
      NotificationsCommand.self,
      ChipCommand.self, ExportCommand.self, DecodeCommand.self, DoctorCommand.self,
      VirtualCommand.self, LPACCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  @OptionGroup var language: LanguageOptions

  @OptionGroup var quiet: QuietOption

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    StandardOutput.occupyClosed()
    Interruption.listen()
    let arguments = LPACCommand.arguments(CommandLine.arguments)
    CompletionRun.prepare(arguments)
    let ordered = RenewCommand.subcommandFirst(
      LanguageOptions.first(in: arguments), among: configuration.subcommands)
    do {
      var command = try parseAsRoot(ordered)
      try command.run()
    } catch {
      let isMistake = exitCode(for: error) == .validationFailure
      let nearly =
        isMistake
        ? NearCommand.mistake(in: LanguageOptions.without(ordered), of: Self.self) : nil
      end(nearly ?? error, asJSON: asksForJSON(arguments))
    }
  }

  /// Ends a command that something stopped before it had an answer: says what, for programs too.
  private static func end(_ error: any Error, asJSON: Bool) -> Never {
    // Monitoring systems know four statuses, also of what was not understood.
    if CheckCommand.isAsked(CommandLine.arguments), exitCode(for: error) == .validationFailure {
      let problem = Problem(
        .usage, Words(verbatim: ParserText.withoutIdentifiers(message(for: error))))
      try? CheckCommand.say(unknown: problem, asJSON: asJSON)
      CheckCommand.exit(withError: CheckState.unknown.exit)
    }
    switch error {
    case let error as any Explained:
      end(error.problem, asJSON: asJSON)
      StandardError.report(error.problem)
      Glibc.exit(error.problem.status.rawValue)
    // What was to be said is said.
    case is ExitCode: break
    default:
      if exitCode(for: error) == .validationFailure {
        end(
          Problem(.usage, Words(verbatim: ParserText.withoutIdentifiers(message(for: error)))),
          asJSON: asJSON)
      }
    }
    ParserText.exit(error, of: Self.self)
  }

  private static func end(_ problem: Problem, asJSON: Bool) {
    guard asJSON else { return }
    try? Document(.answer, NoContent(), errors: [problem]).write()
  }

  /// Whether a program asked, also where the arguments were not understood.
  private static func asksForJSON(_ arguments: [String]) -> Bool {
    let arguments = arguments.prefix { $0 != "--" }
    return arguments.contains("--json") || arguments.contains("--format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
  }
}
