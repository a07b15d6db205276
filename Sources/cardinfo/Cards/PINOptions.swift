import ArgumentParser
import Card
import CardState
import Words

/// PIN1 of one card: asked for on the terminal or read from a file descriptor, never an argument,
/// which every program on the machine could see.
struct PINOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Words("Ask for PIN1 and send it to the card, once.")))
  var pin = false

  @Option(
    help: ArgumentHelp(
      Words("Read PIN1 from a file descriptor instead, as in --pin-fd 3 3<file."),
      valueName: "number"))
  var pinFd: Int32?

  @Flag(help: ArgumentHelp(Words("Send PIN1 even if a wrong one would block the card.")))
  var lastTry = false

  func validate() throws {
    guard !lastTry || isGiven else {
      throw ValidationError(Words("--last-try is for --pin"))
    }
  }

  /// Whether a PIN is to be sent.
  var isGiven: Bool { pin || pinFd != nil }

  /// The PIN that its owner gives, if one is to be sent. Who is asked is shown the card that it is for,
  /// and it goes to no other.
  func entry(for cards: CardOptions) throws -> PINEntry? {
    guard isGiven else { return nil }
    guard cards.reader.count + cards.virtual.count == 1 else {
      throw ValidationError(Words("a PIN is for one card: name its reader with --reader"))
    }
    var shown: PINEntry.ShownCard?
    var digits: [UInt8]
    if let pinFd {
      digits = Secret.line(from: pinFd)
    } else {
      // What can't be had is said by the read that follows, and no PIN is asked for.
      guard let card = try Self.card(of: cards) else { return nil }
      shown = card
      digits = try Self.ask(for: cards.redact ? card.masked : card.words)
    }
    defer { digits.erase() }
    if Interruption.isRequested { throw ChannelError.interrupted }
    guard let entry = PINEntry(taking: &digits, allowsLastTry: lastTry, for: shown) else {
      throw Problem(.pinMalformed, Words("a PIN has four to eight digits, so nothing was sent"))
    }
    return entry
  }

  /// The only card chosen, by its number. Nil where there is none, or there are several.
  private static func card(of cards: CardOptions) throws -> PINEntry.ShownCard? {
    let found = try cards.accesses().cards
    guard found.count == 1, let access = found.first else { return nil }
    do throws(ChannelError) {
      return try access.withCard(attempts: 3, isLeftAsItIs: { _ in true }) {
        channel throws(ChannelError) in
        let card = SnapshotReader(channel, in: access.reader, plan: ReadingPlan([]), trace: nil)
        try card.read()
        return PINEntry.ShownCard(iccid: card.snapshot.iccid)
      }
    } catch {
      throw error.problem.inReader(access.reader.name)
    }
  }

  private static func ask(for card: Words) throws -> [UInt8] {
    guard let digits = Secret.ask(Words("PIN1 of \(card):")) else {
      throw Problem(
        .pinNotAsked, Words("there is no terminal to ask for the PIN on"),
        nextStep: Words("give it with --pin-fd 3 3<file"))
    }
    return digits
  }
}

extension PINEntry.ShownCard {
  /// The card, to be shown to its owner.
  fileprivate var words: Words {
    iccid.map { Words("the card \($0)") } ?? Words("a card without an ICCID")
  }

  fileprivate var masked: Words {
    PINEntry.ShownCard(iccid: iccid.map { Masking.identifier($0, keeping: 6) }).words
  }
}
