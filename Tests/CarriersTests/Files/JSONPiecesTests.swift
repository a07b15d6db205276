import Renewal
import Testing

@testable import Carriers

/// What is read of a piece of a file is what is read of it in the whole.
struct JSONPiecesTests {
  @Test func everyCarrierByItselfIsWhatTheWholeFileSays() throws {
    for file in ShippedFile.carriers {
      let whole = try CarrierFile(reading: file.text, name: file.name, layer: .shipped)
      let pieces = try #require(JSONPieces(file.whole), "\(file.name)")
      var carriers: [Carrier] = []
      var rules: Set<String> = []
      for place in pieces.pieces.indices {
        let (head, elements) = try #require(
          CarrierFile.elements(.carriers, at: [place], of: pieces), "\(file.name)")
        let read = head.adding(elements)
        let told = try #require(CarrierFile.elements(.rules, at: [place], of: pieces))
          .elements.flatMap(\.rules)
        #expect(read.carriers.count <= 1, "\(file.name)")
        #expect(read.country == whole.country && read.dateOrder == whole.dateOrder)
        #expect(!read.carriers.isEmpty || told.count == 1, "\(file.name)")
        for rule in told {
          #expect(whole.rules.first { $0.id == rule.id } == rule, "\(rule.id)")
          rules.insert(rule.id)
        }
        carriers += read.carriers
      }
      #expect(carriers == whole.carriers, "\(file.name)")
      #expect(rules == Set(whole.rules.map(\.id)), "\(file.name)")
    }
  }

  @Test func allPiecesAreTheFileAndNoneIsItsHead() throws {
    for file in ShippedFile.carriers {
      let pieces = try #require(JSONPieces(file.whole))
      let all = Array(pieces.pieces.indices)
      #expect(
        try CarrierFile(shipped: pieces.text(keeping: all), name: file.name, .rules)
          == CarrierFile(file, .rules), "\(file.name)")
      let head = try CarrierFile(shipped: pieces.text(keeping: []), name: file.name, .rules)
      #expect(head.carriers.isEmpty && head.rules.isEmpty)
    }
  }

  @Test func bracketsAndQuotesInTextsCutNothing() {
    let text = #"{"a": "\"carriers", "carriers": [ {"id": "]}\\\"["}, {"b": [{}, [1]]} ], "c": 1}"#
    #expect(
      kept([1], of: text) == #"{"a": "\"carriers", "carriers": [{"b": [{}, [1]]}], "c": 1}"#)
    #expect(kept([], of: text) == #"{"a": "\"carriers", "carriers": [], "c": 1}"#)
  }

  /// Several at once are each what they are alone, and in their places.
  @Test func elementsAreReadOneByOne() throws {
    for file in ShippedFile.carriers {
      let pieces = try #require(JSONPieces(file.whole))
      let all = Array(pieces.pieces.indices)
      let read = try #require(CarrierFile.elements(.rules, at: all, of: pieces))
      #expect(read.elements.count == all.count)
      #expect(try read.head.adding(read.elements) == CarrierFile(file, .rules), "\(file.name)")
      for place in [all.first, all.last].compactMap({ $0 }) {
        #expect(
          CarrierFile.elements(.rules, at: [place], of: pieces)?.elements
            == [read.elements[place]], "\(file.name)")
      }
    }
  }

  @Test func whatIsNoFileOfListsIsNotCut() {
    for text in [
      "", "[]", "{}", "}", "\"", #"{"carriers": [], "rules": []}"#,
      #"{"carriers": [], "carriers": []}"#, #"{"carriers": [{}"#, #"{"carriers": ["x"]}"#,
      #"{"carriers": [[]]}"#,
      #"{"carriers": [{"#, #"{"carriers": [{"}]}"#, #"{"carriers": [{}]}}"#,
    ] {
      #expect(kept([], of: text) == nil, "\(text)")
    }
  }

  private func kept(_ wanted: [Int], of text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      JSONPieces(JSONText(bytes: bytes)).map {
        String(decoding: $0.text(keeping: wanted), as: UTF8.self)
      }
    }
  }
}
