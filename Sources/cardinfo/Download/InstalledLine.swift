import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal
import Words

/// A profile that is on the card becomes a line of the ledger: called, of the carrier, under the rule and
/// valid for as long as is known, and in the place of one that is over if the person says so.
struct InstalledLine {
  let iccid: String
  let card: CardSnapshot
  let said: ProfileLineOptions
  /// Whether the person is asked for what is not known.
  let asks: Bool
  /// Told what is neither a result nor a mistake.
  var note: (Words) -> Void = StandardError.note

  /// What became of it.
  struct Joined {
    var line: Line
    /// The line whose place it took.
    var former: String?
  }

  /// Puts the line into a ledger, or notes that the profile of a line that is there was installed.
  ///
  /// - Returns: Nil for a profile that is none for a line: for tests, or to fetch others.
  func join(_ ledger: Ledger) throws -> Joined? {
    var installed = Event.now(.profileInstalled)
    installed.origin = .change
    let events = [installed] + said.validity.events
    if var known = try ledger.lines(onCard: iccid).first {
      known.retiredOn = nil
      try takeValidity(for: &known)
      try ledger.append(events, changing: known, at: Date())
      try ledger.save(card)
      return Joined(line: known)
    }
    guard card.lineICCIDs.contains(iccid),
      let offer = TrackingOffer.all(for: [LineOnCard(iccid: iccid)], on: card).first
    else { return nil }
    var line = try Line(offer, in: ledger)
    if let name = said.name { line.name = name }
    try takeValidity(for: &line)
    let replacement = try said.place.replacement(in: ledger) ?? replacement(for: offer, in: ledger)
    if let replacement {
      line = try replacement.make(with: line, events, takesName: said.name == nil, in: ledger)
    } else {
      try ledger.add(line, with: events, at: Date())
    }
    try ledger.save(card)
    return Joined(line: line, former: replacement?.former.name)
  }

  /// Takes what the person says of the plan's validity, or asks.
  private func takeValidity(for line: inout Line) throws {
    let isKnown = said.validity.lasts != nil || line.validity != nil
    guard isKnown || said.validity.from == nil else {
      return note(
        Words(
          "how long its plan lasts is not known; to say it: cardinfo line set \(ShellWord.quoted(line.name)) --lasts 30d --from first-use"
        ))
    }
    try said.validity.apply(to: &line)
    if asks, said.validity.isEmpty { askForValidity(of: &line) }
  }

  /// Asks for what neither the plan's name nor a rule says.
  private func askForValidity(of line: inout Line) {
    var term = line.validity?.term
    if term == nil, line.rule == nil {
      term = Question.ask(
        Words("How long does its plan last, such as 30d (nothing: leave it open)?")
      ) { try? Period.argument($0) }
      if let term { line.take(Validity(term)) }
    }
    guard let term, line.isStartAssumed else { return }
    let start = Question.choose(
      Words("Its plan lasts \(term.words). What does that count from?"),
      among: [Validity.Start.installation, .firstUse].map { ($0.words, $0) })
    if let start { line.take(Validity(term, from: start)) }
  }

  /// Asks whether it takes the place of a line of the same carrier that is over.
  private func replacement(for offer: TrackingOffer, in ledger: Ledger) throws -> Replacement? {
    let over = try EndedLines(ledger).ofCarrier(of: offer)
    guard let first = over.first else { return nil }
    guard asks else {
      note(
        Words(
          "\(first.name), of the same carrier, is over; to take it off the lists: cardinfo line remove \(ShellWord.quoted(first.name))"
        ))
      return nil
    }
    if over.count > 1 {
      return Question.choose(
        Words("Does it take the place of a line that is over?"),
        among: over.map { (Words(verbatim: $0.name), $0) }
      ).map(Replacement.init)
    }
    let question = Words("Does it take the place of \(first.name), which is over? [y/N]")
    return Question.consent(to: question) == .given ? Replacement(first) : nil
  }
}

/// The lines whose time is over.
private struct EndedLines {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Those of the carrier that offers a new one, by what is known of it or by the provider's name.
  func ofCarrier(of offer: TrackingOffer) throws -> [Line] {
    var found: [Line] = []
    try ledger.forEachLine { line, verdict in
      if verdict.isOver || verdict.hasNoPackLeft, line.iccid != offer.iccid,
        try isOfSameCarrier(line, as: offer)
      {
        found.append(line)
      }
      return found.count < Self.most
    }
    return found
  }

  private func isOfSameCarrier(_ line: Line, as offer: TrackingOffer) throws -> Bool {
    let read = try line.iccid.flatMap { try ledger.snapshots(of: $0, limit: 1).first }
    if let carrier = offer.carrier {
      return CarrierFiles.known.book.carriers(of: line, on: read).first?.id == carrier
    }
    let profile = read?.euiccs.compactMap(\.profiles).joined().first { $0.iccid == line.iccid }
    guard let provider = offer.provider, !provider.isEmpty else { return false }
    return profile?.serviceProvider?.lowercased() == provider.lowercased()
  }

  /// How many to choose among at most.
  private static let most = 9
}

extension Verdict {
  /// Whether what was bought has ended, all of it.
  fileprivate var hasNoPackLeft: Bool {
    let packs = clocks.compactMap(\.pack)
    return !packs.isEmpty && packs.allSatisfy { $0 == .expired || $0 == .exhausted }
  }
}

extension InstalledLine.Joined {
  /// Which line it is, and how long its plan lasts.
  var sentences: [Words] {
    var sentences = [Words("Its line is \(line.name).")]
    if let former { sentences.append(Words("It takes the place of \(former).")) }
    if let validity = line.validity {
      sentences.append(validity.sentence(of: line))
    }
    return sentences
  }
}

extension Validity {
  fileprivate func sentence(of line: Line) -> Words {
    if let start { return Words("Its plan lasts \(term.words), from \(start.words).") }
    guard line.isStartAssumed else {
      return Words("Its plan lasts \(term.words), from when its carrier's rule says.")
    }
    return Words(
      """
      Its plan lasts \(term.words), counted from the installation as nobody said from when; else: \
      cardinfo line set \(ShellWord.quoted(line.name)) --from first-use
      """)
  }
}
