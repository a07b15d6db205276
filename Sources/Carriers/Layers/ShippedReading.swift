import Synchronization

/// One part of the shipped files: of each what is asked for is read when it is first asked for, and then
/// kept.
final class ShippedReading: Sendable {
  private let part: CarrierFile.Part
  private let onFlaw: @Sendable (CarriersError) -> Void
  private let known = Mutex<[String: Known]>([:])

  /// A file as far as it is read.
  private struct Known {
    /// Nil where it can't be cut, and is read whole.
    var pieces: ShippedPieces?
    /// What was read, by the places of the pieces that were.
    var read: [[Int]: CarrierFile] = [:]
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
    _ file: ShippedFile, where isWanted: (ShippedText) -> Bool = { _ in true }
  ) -> CarrierFile {
    known.withLock { known in
      var state = known[file.name] ?? Known(pieces: ShippedPieces(file.whole))
      let pieces = state.pieces?.pieces ?? []
      let wanted = pieces.indices.filter { isWanted(pieces[$0]) }
      if let read = state.read[wanted] { return read }
      var content = CarrierFile.empty
      do throws(DataFileError) {
        content =
          if let cut = state.pieces {
            try CarrierFile(file, part, keeping: wanted, of: cut)
          } else {
            try CarrierFile(file, part)
          }
        state.read[wanted] = content
      } catch {
        state = Known(pieces: nil, read: [[]: content])
        onFlaw(CarriersError(error))
      }
      known[file.name] = state
      return content
    }
  }
}

extension ShippedReading: CarrierLibrary {
  func add(_ wanted: WantedCarriers, to book: inout CarrierBook) {
    // A carrier that is known already gains what stands here of it, whether or not it is like the card.
    let known = book.read.map { "\"\($0.id)\"" }
    for file in ShippedFile.carriers where file.mayHave(wanted) {
      book.add(self(file) { text in wanted.canBe(in: text) || known.contains(where: text.holds) })
    }
  }
}

extension ShippedFile {
  /// Whether what is wanted can stand in it.
  func mayHave(_ wanted: WantedCarriers) -> Bool {
    switch wanted {
    case .ofCountry(let country), .dateOrder(let country): name == "\(country).json"
    case .ofNetwork(let plmn):
      Country.countries(mcc: plmn).contains { $0.code.map { "\($0).json" } == name }
        && whole.holds("\"\(plmn)\"")
    case .like: Self.matches[name]?.contains(where: wanted.canBe) == true
    case .all, .named, .withRule: wanted.canBe(in: whole)
    }
  }

  /// What the carriers of each file are recognised by, which is little of it.
  private static let matches = Dictionary(
    uniqueKeysWithValues: carriers.map { ($0.name, Array($0.whole.lists(of: "matches"))) })
}

extension WantedCarriers {
  /// Whether one of them can stand in a text, of a file of their country.
  func canBe(in text: ShippedText) -> Bool {
    switch self {
    case .all, .ofCountry: true
    case .dateOrder: false
    case .named(let name), .withRule(let name): text.holds("\"\(name)\"")
    case .ofNetwork(let plmn):
      // Not those that run on it, which are many.
      text.holds("\"\(plmn)\"") && !text.values(of: "kind").contains("virtual")
    case .like(let card):
      // One thing that a match names is so. What is written with an escape is left to be read.
      Candidate.Attribute.allCases.contains { attribute in
        card.names(attribute)
          && text.values(of: attribute.rawValue).contains {
            $0.contains("\\") || card.has(attribute, as: $0)
          }
      }
    }
  }
}
