import ArgumentParser
import Card
import CardState
import Words

/// Which cards to read, and how: shared by the commands that read.
struct CardOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Words("The reader to use, by its number or part of its name; may be repeated."),
      discussion: Words("Without it, every reader that has a card."), valueName: "name|number"),
    completion: CardCompletion.readers)
  var reader: [String] = []

  @Option(
    help: ArgumentHelp(
      Words("Read a built-in card instead; may be repeated. See: cardinfo virtual list"),
      valueName: "name"),
    completion: CardCompletion.virtualCards)
  var virtual: [String] = []

  @Option(
    help: ArgumentHelp(
      Words(
        "Seconds to wait for a card that another program holds, or that goes away during a change."
      )))
  var wait = 10

  @Option(help: ArgumentHelp(Words("How many readers to read at once.")))
  var jobs = 16

  @Flag(
    help: ArgumentHelp(Words("Mask ICCID, IMSI, EID and every other identifier in the result.")))
  var redact = false

  @Option(
    help: ArgumentHelp(
      Words("Write every APDU with its timing to a file (- for standard error)."), valueName: "file"
    ),
    completion: .file())
  var trace: String?

  @Flag(help: ArgumentHelp(Words("Show identifiers in the trace. Keys and PINs are never shown.")))
  var showIds = false

  func validate() throws {
    guard reader.isEmpty || virtual.isEmpty else {
      throw ValidationError(Words("--reader and --virtual exclude each other"))
    }
    guard (0...300).contains(wait) else {
      throw ValidationError(Words("--wait is 0 to 300 seconds"))
    }
    guard (1...64).contains(jobs) else { throw ValidationError(Words("--jobs is 1 to 64")) }
    guard !showIds || trace != nil else {
      throw ValidationError(Words("--show-ids is for --trace FILE"))
    }
  }

  /// Reads what `plan` says of the cards chosen, and masks what is to be masked.
  ///
  /// - Parameter part: The part of an eUICC that the command is about.
  func read(
    _ plan: ReadingPlan, wanting part: UnreadAnswer.Function = .profiles
  ) throws -> ReadDocument {
    shown(try readWhole(plan, wanting: part))
  }

  /// The document as it may be shown.
  func shown(_ document: ReadDocument) -> ReadDocument {
    redact ? document.redacted() : document
  }

  /// Reads what `plan` says of the cards chosen, and masks nothing.
  func readWhole(
    _ plan: ReadingPlan, memory: CardMemory? = nil, pin: PINEntry? = nil,
    wanting part: UnreadAnswer.Function = .profiles
  ) throws -> ReadDocument {
    let trace = try traceFile()
    let run = ReadRun(
      plan: plan, trace: trace, pin: pin, wanted: [.selectISDR, .eid, part], jobs: jobs,
      memory: memory)
    let accesses = try accesses()
    let count = accesses.cards.count
    let document =
      trace == nil
      ? ProgressLine.during(
        Words(count, one: "reading \(count) card", other: "reading \(count) cards")
      ) {
        run.read(accesses)
      } : run.read(accesses)
    if let failure = trace?.failure { throw failure }
    return document
  }

  /// The ways to the cards chosen.
  func accesses() throws -> CardAccesses {
    try CardAccesses(virtual: virtual, readers: reader, wait: wait)
  }

  /// The file to write exchanges to, if one is wanted.
  func traceFile() throws -> TraceFile? {
    try trace.map { try TraceFile(path: $0, showsIdentifiers: showIds) }
  }
}
