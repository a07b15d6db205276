import ArgumentParser
import Card
import CardState
import Words

/// What every command that changes a card takes.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var cards: CardOptions

  @Option(
    help: ArgumentHelp(
      Words("The eUICC, by its EID or the end of it, on cards that have several."),
      valueName: "digits"))
  var eid: String?

  @Flag(help: ArgumentHelp(Words("Show the exchange and send nothing that changes the card.")))
  var dryRun = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Words("Do not ask.")))
  var yes = false

  @Option(help: ArgumentHelp(Words("Seconds to wait for a card that goes away during the change.")))
  var wait = 10

  @Option(help: ArgumentHelp(Words("Bytes of one block of a long request, 1 to 255.")))
  var block = StoreData.usualBlock

  @Flag(
    help: ArgumentHelp(Words("Print the card state that was read afterwards as one JSON object.")))
  var json = false

  func validate() throws {
    guard (1...255).contains(block) else {
      throw ValidationError(Words("--block is 1 to 255 bytes"))
    }
    guard (0...300).contains(wait) else {
      throw ValidationError(Words("--wait is 0 to 300 seconds"))
    }
  }

  /// Whether the person agrees.
  ///
  /// - Parameters:
  ///   - question: What is about to happen.
  ///   - tail: Digits that have to be typed, if yes alone will not do.
  ///   - typed: The digits, where they were given as an option.
  func confirm(_ question: Words, tail: String? = nil, typed: String? = nil) throws {
    if let tail, let typed, typed != tail { throw ChangeRefusal.wrongDigits }
    if yes, tail == nil || typed != nil { return }
    if yes { throw ChangeRefusal.digitsMissing }
    guard let answer = Question.ask(question.text + (tail == nil ? " [y/N]" : "")) else {
      throw Interruption.isRequested
        ? ChangeRefusal.interrupted : ChangeRefusal.notAsked(tail != nil)
    }
    let words = answer.trimmingPrefix { $0 == " " }.lowercased()
    guard let tail else {
      guard ["y", "yes", "是"].contains(words) else { throw ChangeRefusal.declined }
      return
    }
    guard words == tail.lowercased() else { throw ChangeRefusal.wrongDigits }
  }
}

/// Why a change was not begun.
struct ChangeRefusal: Error {
  var failure: ReadFailure

  init(_ code: String, _ message: Words, hint: Words? = nil) {
    failure = ReadFailure(code: code, message: message, hint: hint)
  }

  static let declined = ChangeRefusal("change.declined", Words("nothing was changed"))
  static let interrupted = ChangeRefusal("interrupted", Words("interrupted; nothing was changed"))
  static let wrongDigits = ChangeRefusal(
    "change.declined", Words("these are not the last four digits, so nothing was changed"))
  static let digitsMissing = ChangeRefusal(
    "change.unconfirmed", Words("--yes alone does not do this, so nothing was changed"),
    hint: Words("give the last four digits with --tail, too"))

  static func notAsked(_ wantsDigits: Bool) -> ChangeRefusal {
    ChangeRefusal(
      "change.unconfirmed", Words("there is no terminal to ask on, so nothing was changed"),
      hint: wantsDigits
        ? Words("--yes and --tail with the last four digits do it without asking")
        : Words("--yes does it without asking, --dry-run shows what it would be"))
  }
}
