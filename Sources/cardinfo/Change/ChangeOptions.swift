import ArgumentParser
import Card
import CardState
import Words

/// What every command that changes a card takes.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var cards: CardOptions

  @OptionGroup var ledger: LedgerOptions

  @Option(
    help: ArgumentHelp(
      Words("The eUICC, by its EID or the end of it, on cards that have several."),
      valueName: "digits"))
  var eid: String?

  @Flag(help: ArgumentHelp(Words("Show the exchange and send nothing that changes the card.")))
  var dryRun = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Words("Do not ask.")))
  var yes = false

  @Option(help: ArgumentHelp(Words("Bytes of one block of a long request, 1 to 255.")))
  var block = StoreData.usualBlock

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      Words(
        "Tell the profiles' servers of the change at once. Asked on a terminal, else it is not done."
      )))
  var send: Bool?

  @OptionGroup var servers: ServerOptions

  @Flag(
    help: ArgumentHelp(Words("Print the card state that was read afterwards as one JSON object.")))
  var json = false

  func validate() throws {
    guard (1...255).contains(block) else {
      throw ValidationError(Words("--block is 1 to 255 bytes"))
    }
  }

  /// Asks the person, unless the answer was given before.
  ///
  /// - Parameters:
  ///   - question: What is about to happen.
  ///   - tail: Digits that have to be typed, if yes alone will not do.
  ///   - names: Names that may be typed in their place, in any case.
  ///   - typed: The digits, where they were given as an option.
  func confirm(
    _ question: Words, tail: String? = nil, names: [String] = [], typed: String? = nil
  ) throws(ChangeRefusal) {
    if let tail, let typed, typed != tail { throw .wrongDigits }
    if yes, tail == nil || typed != nil { return }
    if yes { throw .digitsMissing }
    guard let tail else {
      switch Question.consent(to: Words(verbatim: question.text + " [y/N]")) {
      case .given: return
      case .declined: throw .declined
      case .interrupted: throw .interrupted
      case .notAsked: throw .notAsked(wantsDigits: false)
      }
    }
    guard let answer = Question.ask(question.text) else {
      throw Interruption.isRequested ? .interrupted : .notAsked(wantsDigits: true)
    }
    try Self.accept(answer, for: tail, names)
  }

  /// Whether an answer is what has to be typed, if anything has to be.
  static func accept(_ answer: String, for tail: String?, _ names: [String])
    throws(ChangeRefusal)
  {
    guard let tail else { return }
    let given = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    guard ([tail] + names).contains(where: { $0.lowercased() == given }) else {
      throw names.isEmpty ? .wrongDigits : .wrongName
    }
  }
}

/// Why a change was not begun.
enum ChangeRefusal: Explained {
  case noEUICC(wasNamed: Bool)
  case ambiguousEUICC(count: Int)
  /// No profile is called that; some are called nearly that.
  case unknownProfile(near: [String])
  case ambiguousProfile(count: Int)
  case enabledProfile
  case profileWithoutICCID
  case unknownNotification(Int)
  case declined
  case wrongDigits
  case wrongName
  case digitsMissing
  case notAsked(wantsDigits: Bool)
  case interrupted
  /// The cards can't be had.
  case cards(Problem)

  var problem: Problem {
    switch self {
    case .noEUICC(let wasNamed):
      Problem(
        .noEUICC,
        wasNamed
          ? Words("no eUICC with this EID answers here") : Words("no eUICC answers here"),
        nextStep: Words("cardinfo profiles lists the eUICCs; a plain SIM has no profiles"))
    case .ambiguousEUICC(let count):
      Problem(
        .ambiguousEUICC, Words("there are \(count) eUICCs here"),
        nextStep: Words(
          "name one with --eid and the last digits of its EID, or its reader with --reader"))
    case .unknownProfile(let near):
      Problem(
        .unknownProfile, Words("no profile has this ICCID, AID or name, or begins like that"),
        nextStep: near.isEmpty
          ? Words("cardinfo profiles lists them")
          : Words("did you mean: \(near.joined(separator: ", "))?"))
    case .ambiguousProfile(let count):
      Problem(
        .ambiguousProfile, Words("\(count) profiles are called or begin like that"),
        nextStep: Words("give more of the ICCID, or the reader with --reader"))
    case .enabledProfile:
      Problem(
        .enabledProfile, Words("the profile is enabled, so it was not deleted"),
        nextStep: Words("enable another profile or disable this one first"))
    case .profileWithoutICCID:
      Problem(.unknownProfile, Words("the profile has no ICCID to name it by"))
    case .unknownNotification(let number):
      Problem(
        .unknownNotification, Words("no notification has the number \(number)"),
        nextStep: Words("cardinfo notifications lists them"))
    case .declined: Problem(.declined, Words("nothing was changed"))
    case .wrongDigits:
      Problem(
        .declined, Words("these are not the last four digits, so nothing was changed"))
    case .wrongName:
      Problem(
        .declined,
        Words("that is neither its name nor its last four digits, so nothing was changed"))
    case .digitsMissing:
      Problem(
        .unconfirmed, Words("--yes alone does not do this, so nothing was changed"),
        nextStep: Words("give the last four digits with --tail, too"))
    case .notAsked(let wantsDigits):
      Problem(
        .unconfirmed, Words("there is no terminal to ask on, so nothing was changed"),
        nextStep: wantsDigits
          ? Words("--yes and --tail with the last four digits do it without asking")
          : Words("--yes does it without asking, --dry-run shows what it would be"))
    case .interrupted: Problem(.interrupted, Words("interrupted; nothing was changed"))
    case .cards(let problem) where problem.code == .interrupted: Self.interrupted.problem
    case .cards(let problem): problem
    }
  }
}
