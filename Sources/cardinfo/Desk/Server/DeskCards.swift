import Glibc
import Synchronization

/// The cards in the readers, as they were read when they came. Told by the threads that read cards, and asked
/// by those that serve pages.
final class DeskCards: Sendable {
  /// A reader, and what is in it.
  struct Reader {
    let name: String
    var card: CardReport?
    var problems: [Problem] = []
  }

  private struct State {
    var readers: [Reader] = []
    var service: Problem?
    var version = 0
    var hasEnded = false
  }

  private let state = Mutex(UncheckedState(State()))

  /// Handed from one thread to another under the lock, and copied out of it.
  private struct UncheckedState: @unchecked Sendable {
    var value: State

    init(_ value: State) { self.value = value }
  }

  /// Notes what happened.
  func take(_ event: WatchEvent, _ problems: [Problem]) {
    let card = Copied((event, problems))
    state.withLock { state in
      let (event, problems) = card.value
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
        let reader = Reader(name: name, card: event.card, problems: problems)
        if let place = state.value.readers.firstIndex(where: { $0.name == name }) {
          state.value.readers[place] = reader
        } else {
          state.value.readers.append(reader)
        }
      }
    }
  }

  private struct Copied: @unchecked Sendable {
    let value: (WatchEvent, [Problem])

    init(_ value: (WatchEvent, [Problem])) { self.value = value }
  }

  /// The readers in which something happened, and why none can be asked.
  var now: (readers: [Reader], problem: Problem?) {
    let copy = state.withLock { $0 }
    return (copy.value.readers, copy.value.service)
  }

  /// Ends every stream of events.
  func end() { state.withLock { $0.value.hasEnded = true } }

  /// What happens from now on: that the cards are others, and now and then that nothing did.
  func events() -> () -> [UInt8]? {
    var known: Int?
    return { [self] in
      // A browser that has just come asks for the cards once.
      for _ in 0..<75 {
        let (version, hasEnded) = state.withLock { ($0.value.version, $0.value.hasEnded) }
        if hasEnded { return nil }
        if known != version {
          known = version
          return Array("event: cards\ndata: changed\n\n".utf8)
        }
        usleep(200_000)
      }
      return Array(": nothing\n\n".utf8)
    }
  }
}
