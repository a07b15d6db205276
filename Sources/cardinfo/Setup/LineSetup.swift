import ArgumentParser
import Card
import CardState
import Ledger
import Renewal
import Words

/// The first line: those of the cards in the readers, or one that is typed.
struct LineSetup: SetupPart {
  private let ledger: LedgerOptions
  private let cards: CardOptions
  /// How many lines are tracked.
  private var count = 0
  private var new: New?
  private var added: [Line] = []
  var problem: Problem?

  /// What is to be tracked.
  private enum New {
    case onCards([CardSnapshot], [TrackingOffer])
    case typed(LineAdd)
  }

  init(_ ledger: LedgerOptions, _ cards: CardOptions) {
    self.ledger = ledger
    self.cards = cards
    _ = known()
  }

  /// The ledger, where there is one that can be read.
  private mutating func known() -> Ledger? {
    do throws(LedgerError) {
      let known = try ledger.openIfThere()
      count = try known?.lineCount() ?? 0
      return known
    } catch {
      // A directory that is to be made is no obstacle.
      if error.code != .missing { problem = error.problem }
      return nil
    }
  }

  mutating func ask() throws {
    let known = known()
    if let problem {
      return SetupText.say(Words("Ledger: left as it is, since \(problem.sentence)"))
    }
    SetupText.say(
      count == 0
        ? Words("Ledger: \(ledger.directory), where no line is tracked yet")
        : Words("Ledger: \(ledger.directory), lines tracked: \(count)"))
    if count > 0, !(try Question.agree(to: Words("Track another line?"), usual: false)) { return }
    new = try askAboutCards(known) ?? askForOne()
  }

  private func askAboutCards(_ known: Ledger?) throws -> New? {
    let document = try cards.readWhole(ReadingPlan())
    let read = document.cards.map(\.card)
    let offers = try read.flatMap { try TrackingOffer.all(on: $0, besides: known) }
    guard !offers.isEmpty else { return nil }
    SetupText.say(
      Words(
        offers.count, one: "On the cards here is \(offers.count) line that is not tracked:",
        other: "On the cards here are \(offers.count) lines that are not tracked:"))
    for offer in offers {
      let rule = CarrierFiles.ruleWords(offer.rule, of: offer.carrier)
      SetupText.say(Words(verbatim: "\(offer.shownName)  \(rule)"), indent: 2)
    }
    return try Question.agree(to: Words("Track them?"), usual: true) ? .onCards(read, offers) : nil
  }

  private func askForOne() throws -> New? {
    let name = try Question.settle(
      Words("What do you call the line? Such as home; Enter tracks none:"), usual: ""
    ) { $0 }
    guard !name.isEmpty else { return nil }
    var arguments = ["--name=\(name)", "--yes"]
    let rule = try Question.settle(
      Words("Its carrier or rule, such as giffgaff (see: cardinfo line rules); Enter for none:"),
      usual: nil, Self.rule)
    if let rule { arguments.append("--rule=\(rule)") }
    let end = try Question.settle(
      Words("The last day that it is valid, such as 2027-06-01; Enter if you don't know:"),
      usual: CalendarDay?.none
    ) { (text: String) -> CalendarDay?? in CalendarDay(text).map { Optional($0) } }
    if let end { arguments.append("--expires=\(end)") }
    if end == nil {
      let topUp = try Question.settle(
        Words("Its last top-up, such as 2026-11-01 10 GBP; Enter if you don't know:"), usual: []
      ) { Self.topUp($0) }
      if !topUp.isEmpty { arguments += ["--last-top-up"] + topUp }
    }
    let command = try LineAdd.parse(arguments)
    let (line, events) = try command.line()
    // What was probably typed wrong is asked about now, and not when everything is written.
    var confirmation = command.confirmation
    confirmation.yes = false
    try confirmation.ask(about: events, of: line, beside: [], Judging.now())
    return .typed(command)
  }

  /// The rule of a name or a carrier; what it can be otherwise is said.
  private static func rule(_ text: String) -> Rule.ID?? {
    do {
      return .some(try LineSettings.known(text))
    } catch {
      StandardError.warn(Words(verbatim: LineAdd.message(for: error)))
      return nil
    }
  }

  /// A day, and what was paid.
  private static func topUp(_ text: String) -> [String]? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let day = words.first, CalendarDay(day) != nil,
      words.dropFirst().allSatisfy({ (try? WrittenMoney($0)) != nil })
    else { return nil }
    return words
  }

  var plan: [Words] {
    switch new {
    case nil: []
    case .onCards(_, let offers):
      [
        Words(
          offers.count, one: "track \(offers.count) line of the cards here",
          other: "track \(offers.count) lines of the cards here")
      ]
    case .typed(let command): [Words("track the line \(command.name ?? "")")]
    }
  }

  mutating func perform() throws {
    guard let new else { return }
    let ledger = try ledger.openOrMake()
    switch new {
    case .onCards(let read, _):
      added = try LineAdd.parse(["--card", "--yes"]).addAll(on: read, to: ledger)
    case .typed(let command):
      let (line, events) = try command.line()
      added = [try command.add(line, events, to: ledger)]
    }
    count += added.count
  }

  var row: SetupAnswer.Row {
    let place = ledger.directory
    if problem != nil {
      return SetupAnswer.Row(
        part: .line, state: .failed, finding: Words("no line was added to \(place)"))
    }
    guard count > 0 else {
      return SetupAnswer.Row(
        part: .line, state: .open, finding: Words("no line is tracked yet in \(place)"),
        commands: ["cardinfo line add --card", "cardinfo line add --name NAME --rule RULE"])
    }
    return SetupAnswer.Row(
      part: .line, state: added.isEmpty ? .kept : .done,
      finding: added.isEmpty
        ? Words("tracked in \(place): \(count)")
        : Words("tracked in \(place): \(count); new: \(added.map(\.name).joined(separator: ", "))"),
      commands: added.isEmpty ? [] : ["cardinfo lines"])
  }
}

extension TrackingOffer {
  /// What the line would be called.
  fileprivate var shownName: String { name ?? "…" + iccid.suffix(4) }
}
