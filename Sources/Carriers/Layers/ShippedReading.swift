import Synchronization

/// One part of the shipped files: of each what is asked for is read when it is first asked for, and then
/// kept.
final class ShippedReading: Sendable {
  private let part: CarrierFile.Part
  private let onFlaw: @Sendable (CarriersError) -> Void
  private let known = Mutex<[String: Known]>([:])

  /// A file as far as it is read.
  private struct Known {
    /// Nil where it can't be cut, or a piece of it can't be read: then it is read whole.
    var pieces: JSONPieces?
    /// What it says beside its elements, or all of it.
    var head: CarrierFile?
    /// Those elements that were read, by their places.
    var read: [Int: CarrierFile] = [:]
  }

  /// Nothing read yet.
  ///
  /// - Parameter onFlaw: Told of a file that can't be read, once: what stands in it is missing from then
  ///   on. A test has read every file strictly, so the program was damaged since.
  init(_ part: CarrierFile.Part, onFlaw: @escaping @Sendable (CarriersError) -> Void) {
    self.part = part
    self.onFlaw = onFlaw
  }

  /// What stands in a file, of its carriers and rules those that are wanted and perhaps more.
  func callAsFunction(
    _ file: ShippedFile, where isWanted: (JSONText) -> Bool = { _ in true }
  ) -> CarrierFile {
    known.withLock { known in
      var state = known[file.name] ?? Known(pieces: JSONPieces(file.whole))
      defer { known[file.name] = state }
      let pieces = state.pieces?.pieces ?? []
      let wanted = pieces.indices.filter { isWanted(pieces[$0]) }
      let missing = wanted.filter { state.read[$0] == nil }
      if let cut = state.pieces, state.head == nil || !missing.isEmpty {
        if let (head, elements) = CarrierFile.elements(part, at: missing, of: cut) {
          state.head = head
          state.read.merge(zip(missing, elements)) { known, _ in known }
        } else {
          // Where it stands is told of the whole file.
          state = Known(pieces: nil)
        }
      }
      let head = state.head ?? whole(file)
      state.head = head
      return head.adding(wanted.compactMap { state.read[$0] })
    }
  }

  private func whole(_ file: ShippedFile) -> CarrierFile {
    do throws(DataFileError) {
      return try CarrierFile(file, part)
    } catch {
      onFlaw(CarriersError(error))
      return .empty
    }
  }
}

extension ShippedReading: CarrierLibrary {
  func add(_ wanted: WantedCarriers, to book: inout CarrierBook) {
    // A carrier that is known already gains what stands here of it, whether or not it is like the card.
    let known = book.read.map { "\"\($0.id)\"" }
    for (file, isWanted) in wanted.places {
      book.add(self(file) { text in isWanted(text) || known.contains(where: text.holds) })
    }
  }
}

extension WantedCarriers {
  /// The files in which they can stand, and which pieces of each may be one.
  var places: [(file: ShippedFile, isWanted: (JSONText) -> Bool)] {
    switch self {
    case .all: ShippedFile.carriers.map { ($0, { _ in true }) }
    case .ofCountry(let country): Self.file(of: country).map { ($0, { _ in true }) }
    case .dateOrder(let country): Self.file(of: country).map { ($0, { _ in false }) }
    case .named(let name), .withRule(let name): Self.files(holding: "\"\(name)\"")
    case .like(let card): Self.files(like: card)
    case .ofNetwork(let plmn): Self.files(ofNetwork: plmn)
    }
  }

  private static func file(of country: String) -> [ShippedFile] {
    ShippedFile.carriers.filter { $0.name == "\(country).json" }
  }

  private static func files(
    holding text: String
  ) -> [(file: ShippedFile, isWanted: (JSONText) -> Bool)] {
    ShippedFile.carriers(holding: text).map { ($0, { $0.holds(text) }) }
  }

  private static func files(
    like card: CardIdentity
  ) -> [(file: ShippedFile, isWanted: (JSONText) -> Bool)] {
    ShippedMatches.shipped.compactMap { file, matches in
      let places = matches.places(like: card)
      return places.isEmpty ? nil : (file, { places.contains(where: $0.has) })
    }
  }

  private static func files(
    ofNetwork plmn: String
  ) -> [(file: ShippedFile, isWanted: (JSONText) -> Bool)] {
    var card = CardIdentity()
    card.plmns = [plmn]
    return files(like: card).map { file, isLike in
      // Not those that run on it, which are many.
      (file, { isLike($0) && !$0.values(of: "kind").contains("virtual") })
    }
  }
}
