import ArgumentParser
import Words

/// `cardinfo lpac`: lpac's own grammar, answers and exit statuses, for programs that were written for it. In
/// this grammar the command is the confirmation; what a change has brought is read back all the same.
struct LPACCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lpac",
    abstract: Words("Speak lpac's grammar, for programs that were written for it."),
    discussion: Words(
      """
      Called by a link named lpac, the program takes lpac's words alone. Nothing is asked: the command is \
      the confirmation, of deleting too; what it has brought is read back all the same. Options of cardinfo \
      stand before lpac's words, as in cardinfo lpac --virtual travel-euicc profile list. What differs from \
      lpac: Docs/lpac.md
      """))

  @OptionGroup var cards: CardOptions

  @OptionGroup var servers: ServerOptions

  @OptionGroup var ledger: LedgerOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(
      Words("What lpac takes: chip, profile, notification, driver or version, and what follows."),
      valueName: "words"))
  var words: [String] = []

  /// The arguments of a run, in which a program called `lpac` speaks its grammar.
  static func arguments(_ all: [String]) -> [String] {
    let name = all.first?.split(separator: "/").last
    return (name == "lpac" ? ["lpac"] : []) + all.dropFirst()
  }

  func validate() throws {
    guard !cards.redact else {
      throw ValidationError(Words("lpac's answers have no form without identifiers"))
    }
  }

  func run() throws {
    if let first = words.first, ["-h", "--help"].contains(first) {
      throw CleanExit.helpRequest(self)
    }
    do {
      let session = try LPACSession(cards, servers, ledger)
      try session.perform(try LPACRequest(words))
    } catch let usage as LPACUsage {
      StandardOutput.write(usage.lines.map { $0 + "\n" }.joined())
      throw Self.failed
    } catch let failure as LPACFailure {
      try LPACLine.write(LPACLine.failure(failure.problem, in: failure.function))
      StandardError.hint(of: failure.problem)
      throw Self.failed
    }
  }

  /// How lpac ends where something failed: -1, of which the system keeps eight bits.
  private static let failed = ExitCode(255)
}

/// What failed, by the name of lpac's function that would have.
struct LPACFailure: Error {
  let function: String
  var problem: Problem

  init(_ function: String, _ problem: Problem) {
    self.function = problem.code == .interrupted ? "cancelled" : function
    self.problem = problem
  }

  /// What `body` gives; what stops it, under the name of a function of lpac.
  static func naming<Value>(
    _ function: @autoclosure () -> String, _ body: () throws -> Value
  ) throws -> Value {
    do { return try body() } catch let error as any Explained {
      throw LPACFailure(function(), error.problem)
    }
  }
}
