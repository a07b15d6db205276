import CardState
import Synchronization
import Words

/// The cards in the readers, as they were read last. Told by the threads that read cards, and asked by those
/// that serve pages.
final class DeskCards: Sendable {
  /// A reader, and what is in it.
  struct Reader {
    let name: String
    /// Tells this read from all others: what a page says of a card is said of one read.
    let number: Int
    var card: CardReport?
    var problems: [Problem] = []
  }

  private struct State {
    var readers: [Reader] = []
    var service: Problem?
    var version = 0
  }

  private let state = Mutex(Unchecked(State()))

  /// Handed from one thread to another under the lock, and copied out of it.
  private struct Unchecked<Value>: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  /// Notes what happened.
  func take(_ event: WatchEvent, _ problems: [Problem]) {
    let told = Unchecked((event, problems))
    state.withLock { state in
      let (event, problems) = told.value
      state.value.version += 1
      switch event.event {
      case .serviceLost:
        state.value.readers = []
        state.value.service = problems.first
      case .serviceBack: state.value.service = nil
      case .clockSet: break
      case .readerRemoved: state.value.readers.removeAll { $0.name == event.reader }
      case .cardRead, .cardRemoved, .readerAdded:
        guard let name = event.reader else { return }
        let reader = Reader(
          name: name, number: state.value.version, card: event.card, problems: problems)
        if let place = state.value.readers.firstIndex(where: { $0.name == name }) {
          state.value.readers[place] = reader
        } else {
          state.value.readers.append(reader)
        }
      }
    }
  }

  /// The readers in which something happened, and why none can be asked.
  var now: (readers: [Reader], problem: Problem?) {
    let copy = state.withLock { $0 }
    return (copy.value.readers, copy.value.service)
  }

  /// Grows with all that happens.
  var version: Int { state.withLock { $0.value.version } }
}

/// A card in a reader, an eUICC on it or one of its profiles, as a page speaks of it. It holds for one read:
/// where the card was read anew since, it leads nowhere.
struct CardPlace {
  let reader: DeskCards.Reader
  let card: CardReport
  /// The number of an eUICC on the card, or of a profile among all that are on it.
  let index: Int

  /// How it is written in addresses and forms: nothing of the card itself stands there.
  static func text(_ reader: DeskCards.Reader, _ index: Int = 0) -> String {
    "\(reader.number)-\(index)"
  }

  /// - Throws: A ``Problem`` where the card was read anew, or is not there any more.
  init(_ text: String?, in cards: DeskCards) throws(Problem) {
    let parts = (text ?? "").split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0)
    }
    guard parts.count == 2, let number = parts[0], let index = parts[1], index >= 0,
      let reader = cards.now.readers.first(where: { $0.number == number }),
      let card = reader.card
    else { throw Self.gone }
    (self.reader, self.card, self.index) = (reader, card, index)
  }

  /// What a page of another read leads to.
  static let gone = Problem(
    .cardAbsent,
    Words("the card was read anew since, or is not in the reader any more; nothing was changed"),
    nextStep: Words("look at the cards again"))

  /// The eUICC that it is of.
  func euicc() throws(Problem) -> EUICC {
    guard let euicc = card.card.euiccs.dropFirst(index).first else { throw Self.gone }
    return euicc
  }

  /// The profile that it is of, and the eUICC that this is on.
  func profile() throws(Problem) -> (euicc: EUICC, profile: Profile) {
    guard let found = card.card.profilesWithEUICC.dropFirst(index).first else { throw Self.gone }
    return found
  }
}

extension CardSnapshot {
  /// All profiles on the card, in the order of its eUICCs.
  var profilesWithEUICC: [(euicc: EUICC, profile: Profile)] {
    euiccs.flatMap { euicc in (euicc.profiles ?? []).map { (euicc, $0) } }
  }
}
