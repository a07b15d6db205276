import ArgumentParser
import Card
import CardState
import Carriers
import Words

/// `cardinfo read`, the default.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: Words("Read the cards in the readers."))

  @OptionGroup var cards: CardOptions

  @Option(
    help: ArgumentHelp(
      Words("Read only these parts, separated by commas: \(ReadingPlan.Section.list)."),
      valueName: "parts"),
    completion: .list(ReadingPlan.Section.allCases.map(\.rawValue)),
    transform: ReadingPlan.Section.parse)
  var only: Set<ReadingPlan.Section>?

  @Flag(
    help: ArgumentHelp(
      Words("Read every file that is known, and icons and access rules of profiles.")))
  var full = false

  @Flag(
    help: ArgumentHelp(
      Words(
        "Show codes, how networks received the card, the digits of networks and the cost, too.")))
  var verbose = false

  @Flag(
    help: ArgumentHelp(Words("With --only messages: what was deleted and is still there, too.")))
  var deleted = false

  @Flag(
    help: ArgumentHelp(Words("Read the phone book on the card and the numbers last dialled, too.")))
  var contacts = false

  @OptionGroup var pin: PINOptions

  @Flag(
    help: ArgumentHelp(
      Words("Keep the read in the ledger, also where no line on the card is tracked.")))
  var save = false

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !pin.isGiven || only != [.profiles] else {
      throw ValidationError(Words("--pin opens files, and --only profiles reads none"))
    }
    guard !deleted || only?.contains(.messages) == true else {
      throw ValidationError(Words("--deleted is for --only messages"))
    }
  }

  func run() throws {
    CarrierBook.prepare()
    // Whoever names the parts wants them read.
    var document = try cards.readWhole(
      plan, memory: only == nil ? ledger.memory : nil, pin: pin.entry(for: cards))
    TrackedCards(options: ledger, savesAll: save, offers: !answer.json && !cards.redact)
      .join(&document)
    document.nameCarriers()
    try cards.shown(document).report(asJSON: answer.json) {
      CardText.lines($0, detail, colour: $1)
    }
  }

  private var detail: ReadDetail {
    ReadDetail(
      isVerbose: verbose || full, isFull: full,
      // Whoever names the part wants it shown.
      hasContacts: only?.contains(.registration) == true, hasOffers: !QuietOption.isGiven)
  }

  private var plan: ReadingPlan {
    var plan = full ? ReadingPlan.full : ReadingPlan()
    if let only { plan.sections = only }
    if contacts { plan.sections.insert(.contacts) }
    plan.includesDeletedMessages = deleted
    return plan
  }
}

/// `cardinfo export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words("Write the card state, everything that can be read, as JSON."))

  @OptionGroup var cards: CardOptions

  @OptionGroup var output: OutputOption

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let document = try cards.read(.full)
    guard let file = output.file else { return try document.report(asJSON: true) { _, _ in [] } }
    try PrivateFile.replace(file, with: try document.json.text())
    if answer.json { try Document(.answer, NoContent(), errors: document.errors).write() }
    try document.end()
  }
}

extension ReadingPlan.Section {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  static func parse(_ list: String) throws -> Set<Self> {
    let names = list.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
    guard !names.isEmpty else { throw ValidationError(Words("--only wants parts: \(Self.list)")) }
    return Set(
      try names.map { name in
        guard let section = Self(rawValue: String(name)) else {
          throw ValidationError(Words("--only does not know '\(name)'; it knows \(Self.list)"))
        }
        return section
      })
  }
}
