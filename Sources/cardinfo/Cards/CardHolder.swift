import Card
import PCSC
import Words

/// Another program that keeps a card to itself. PC/SC does not tell which one it is; those that are known
/// to do so and run on this machine are named.
enum CardHolder {
  /// How to have the programs let go that are known to hold cards.
  private static let remedies: KeyValuePairs = [
    "scdaemon": "gpgconf --kill scdaemon", "ModemManager": "systemctl stop ModemManager",
  ]

  /// What to do about whatever holds a card now.
  static var remedy: Words {
    let running = Processes.names()
    let ways = remedies.filter { running.contains($0.key) }
    guard !ways.isEmpty else {
      return Words("close what uses the card: gpg-agent, ModemManager, another cardinfo")
    }
    let named = ways.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    return Words("these run, and are known to hold cards: \(named)")
  }

  /// Says that a card is waited for.
  static func announce(_ reader: String, waiting seconds: Int) {
    guard !QuietOption.isGiven else { return }
    StandardError.note(
      Words("\(reader): another program holds the card; waiting for up to \(seconds) s"))
    StandardError.write(
      Terminal.wrapped(Words("hint: \(remedy)").text, indent: 2).joined(separator: "\n"))
  }
}

extension ChannelError {
  /// A card was waited for long enough.
  static func held(for seconds: Int) -> ChannelError {
    ChannelError(
      .cardInUse, Words("another program has held the card for \(seconds) s"),
      hint: CardHolder.remedy)
  }
}

extension Patience {
  /// As long as the person has it, until they want the work to end.
  init(seconds: Int) {
    self.init(
      whileHeld: .seconds(seconds), forAnswer: .seconds(60),
      isCancelled: { Interruption.isRequested },
      onHeld: { CardHolder.announce($0, waiting: seconds) })
  }
}
