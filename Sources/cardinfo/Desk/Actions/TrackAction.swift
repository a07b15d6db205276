import ArgumentParser
import Ledger
import Words

/// Tracks the lines of a card in a reader, as `cardinfo line add --card` does.
struct TrackAction {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let place = try CardPlace(visit.request.field("of"), in: visit.service.cards)
    let directory = visit.service.ledger.ledger.map { ["--ledger=\($0)"] } ?? []
    let command = try LineAdd.parse(directory + ["--card"])
    let ledger = try command.ledger.openOrMake()
    let added = try command.addAll(on: [place.card.card], to: ledger)
    let done =
      added.isEmpty
      ? Words("what was read on this card is tracked already")
      : Words(
        added.count, one: "\(added.count) line is tracked now",
        other: "\(added.count) lines are tracked now")
    guard let only = added.first, added.count == 1 else {
      visit.service.gate.sessions.leave(done, for: visit.session)
      return .other(.page("/lines"))
    }
    return try visit.back(to: only, in: ledger, saying: done)
  }
}
