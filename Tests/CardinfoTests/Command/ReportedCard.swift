import CardState
import Foundation

/// What a document says of the lines on a card, beside what was read.
struct ReportedCard: Decodable {
  var registration: ReportedRegistration?
  var lines: [ReportedLine]?

  struct ReportedRegistration: Decodable {
    var evidence: [Evidence]
  }

  struct ReportedLine: Decodable {
    var iccid: String
    var tracked: Bool
    var name: String?
    var state: String?
    var dueOn: String?
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
