import CardState
import Foundation

/// What a document says of the lines on a card, beside what was read.
struct ReportedCard: Decodable {
  var evidence: [Evidence]?
  var lines: [Element]?
  var untrackedLines: [String]?

  /// A line that the ledger keeps.
  struct Element: Decodable {
    struct Line: Decodable {
      var name: String
      var iccid: String?
    }

    struct Verdict: Decodable {
      var state: String
      var dueOn: String?
    }

    var line: Line
    var verdict: Verdict
  }

  private struct Document: Decodable {
    var cards: [ReportedCard]
  }

  /// The cards of a document.
  static func all(in json: String) throws -> [ReportedCard] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Document.self, from: Data(json.utf8)).cards
  }
}
