import Synchronization

/// One part of the shipped files, each read when it is first asked for and then kept.
final class ShippedReading: Sendable {
  private let part: CarrierFile.Part
  private let read = Mutex<[String: CarrierFile]>([:])

  /// Nothing read yet.
  init(_ part: CarrierFile.Part) { self.part = part }

  /// What stands in a file.
  ///
  /// The program's own data was read strictly by a test. If it can't be read all the same the program is
  /// damaged, and ends: a carrier that is left out would be one that there is not.
  subscript(file: ShippedFile) -> CarrierFile {
    read.withLock { read in
      if let known = read[file.name] { return known }
      do {
        let content = try CarrierFile(file, part)
        read[file.name] = content
        return content
      } catch {
        fatalError("\(file.name), a part of the program, can't be read: \(error)")
      }
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
    case .like(let card):
      // One thing that a match names is so. What is written with an escape is left to be read.
      Candidate.Attribute.allCases.contains { attribute in
        values(of: attribute.rawValue).contains { $0.contains("\\") || card.has(attribute, as: $0) }
      }
    }
  }
}
