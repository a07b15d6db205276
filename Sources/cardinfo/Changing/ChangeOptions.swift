import ArgumentParser
import Card
import CardState

/// What every command that changes a card takes.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var cards: CardOptions

  @Option(
    help: ArgumentHelp(
      "The eUICC, by its EID or the end of it, on cards that have several.", valueName: "digits"))
  var eid: String?

  @Flag(help: "Show the exchange and send nothing that changes the card.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  @Option(help: "Seconds to wait for a card that goes away during the change.")
  var wait = 10

  @Option(help: "Bytes of one block of a long request, 1 to 255.")
  var block = StoreData.usualBlock

  @Flag(help: "Print the card state that was read afterwards as one JSON object.")
  var json = false

  func validate() throws {
    guard (1...255).contains(block) else { throw ValidationError("--block is 1 to 255 bytes") }
    guard (0...300).contains(wait) else { throw ValidationError("--wait is 0 to 300 seconds") }
  }

  /// Whether the person agrees.
  ///
  /// - Parameters:
  ///   - question: What is about to happen.
  ///   - tail: Digits that have to be typed, if yes alone will not do.
  ///   - typed: The digits, where they were given as an option.
  func confirm(_ question: String, tail: String? = nil, typed: String? = nil) throws {
    if let tail, let typed, typed != tail { throw ChangeRefusal.wrongDigits }
    if yes, tail == nil || typed != nil { return }
    if yes { throw ChangeRefusal.digitsMissing }
    guard let answer = Question.ask(question + (tail == nil ? " [y/N]" : "")) else {
      throw Interruption.isRequested
        ? ChangeRefusal.interrupted : ChangeRefusal.notAsked(tail != nil)
    }
    let words = answer.trimmingPrefix { $0 == " " }.lowercased()
    guard let tail else {
      guard ["y", "yes"].contains(words) else { throw ChangeRefusal.declined }
      return
    }
    guard words == tail.lowercased() else { throw ChangeRefusal.wrongDigits }
  }
}

/// Why a change was not begun.
struct ChangeRefusal: Error {
  var failure: ReadFailure

  init(_ code: String, _ message: String, hint: String? = nil) {
    failure = ReadFailure(code: code, message: message, hint: hint)
  }

  static let declined = ChangeRefusal("change.declined", "nothing was changed")
  static let interrupted = ChangeRefusal("interrupted", "interrupted; nothing was changed")
  static let wrongDigits = ChangeRefusal(
    "change.declined", "these are not the last four digits, so nothing was changed")
  static let digitsMissing = ChangeRefusal(
    "change.unconfirmed", "--yes alone does not do this, so nothing was changed",
    hint: "give the last four digits with --tail, too")

  static func notAsked(_ wantsDigits: Bool) -> ChangeRefusal {
    ChangeRefusal(
      "change.unconfirmed", "there is no terminal to ask on, so nothing was changed",
      hint: wantsDigits
        ? "--yes and --tail with the last four digits do it without asking"
        : "--yes does it without asking, --dry-run shows what it would be")
  }
}
