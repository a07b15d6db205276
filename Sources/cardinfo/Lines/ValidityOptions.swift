import ArgumentParser
import FoundationEssentials
import Renewal
import Words

/// How long what was bought lasts: shared by the commands that make a line.
struct ValidityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("How long its plan lasts, such as 30d, 24h or 1m."), valueName: "term"),
    transform: Period.argument)
  var lasts: Period?

  @Option(
    help: ArgumentHelp(
      Words("What that counts from: install, first-use, or the day it was activated."),
      valueName: "what"),
    transform: Start.argument)
  var from: Start?

  /// What a person says that a term counts from.
  enum Start {
    case word(Validity.Start)
    case day(Occurrence)

    static func argument(_ text: String) throws -> Start {
      switch text.lowercased() {
      case "install": .word(.installation)
      case "first-use": .word(.firstUse)
      default: .day(try Occurrence.argument(text))
      }
    }

    fileprivate var start: Validity.Start {
      switch self {
      case .word(let start): start
      case .day: .activation
      }
    }
  }

  /// Whether anything is said.
  var isEmpty: Bool { lasts == nil && from == nil }

  /// Puts what is said into a line.
  func apply(to line: inout Line) throws {
    guard !isEmpty else { return }
    let known = line.validity
    guard let term = lasts ?? known?.term else {
      throw ValidationError(Words("--from needs to know how long: --lasts 30d"))
    }
    line.take(Validity(term, from: from?.start ?? known?.start))
  }

  /// What happened, as far as that is said.
  var events: [Event] {
    guard case .day(let day)? = from else { return [] }
    return [Event.now(.activation, on: day)]
  }
}

extension Line {
  /// Counts a plan's validity down from now on.
  mutating func take(_ validity: Validity) {
    take(
      validity, by: rule.flatMap { CarrierFiles.rules[$0] },
      on: CalendarDay(Date(), in: .current))
  }
}
