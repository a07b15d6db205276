import Synchronization

/// One part of the shipped files, each read when it is first asked for and then kept.
final class ShippedReading: Sendable {
  private let part: CarrierFile.Part
  private let onFlaw: @Sendable (CarriersError) -> Void
  private let read = Mutex<[String: CarrierFile]>([:])

  /// Nothing read yet.
  ///
  /// - Parameter onFlaw: Told of a file that can't be read, once: what stands in it is missing from then
  ///   on. A test has read every file strictly, so the program was damaged since.
  init(_ part: CarrierFile.Part, onFlaw: @escaping @Sendable (CarriersError) -> Void) {
    self.part = part
    self.onFlaw = onFlaw
  }

  /// What stands in a file.
  subscript(file: ShippedFile) -> CarrierFile {
    read.withLock { read in
      if let known = read[file.name] { return known }
      var content = CarrierFile.empty
      do throws(DataFileError) { content = try CarrierFile(file, part) } catch {
        onFlaw(CarriersError(error))
      }
      read[file.name] = content
      return content
    }
  }
}

extension ShippedReading: CarrierLibrary {
  func add(_ wanted: WantedCarriers, to book: inout CarrierBook) {
    for file in ShippedFile.carriers where file.mayHave(wanted) { book.add(self[file]) }
  }
}

extension ShippedFile {
  /// Whether what is wanted can stand in it.
  func mayHave(_ wanted: WantedCarriers) -> Bool {
    switch wanted {
    case .all: true
    case .named(let name), .withRule(let name): holds("\"\(name)\"")
    case .ofCountry(let country): name == "\(country).json"
    case .ofNetwork(let plmn):
      Country.countries(mcc: plmn).contains { $0.code.map { "\($0).json" } == name }
        && holds("\"\(plmn)\"")
    case .like(let card):
      // One thing that a match names is so. What is written with an escape is left to be read.
      Candidate.Attribute.allCases.contains { attribute in
        values(of: attribute.rawValue).contains { $0.contains("\\") || card.has(attribute, as: $0) }
      }
    }
  }
}
