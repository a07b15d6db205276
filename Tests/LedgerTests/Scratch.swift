import Carriers
import Foundation
import Renewal
import Testing

@testable import Ledger

/// A ledger in a directory of its own, which is removed at the end.
final class Scratch {
  let directory: String
  let rules: RuleBook

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "ledger-\(UUID().uuidString)").path()
    rules = Shipped.rules
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Opens the ledger, at a moment.
  func open(
    at now: String = "2026-03-01T12:00:00Z", zone: TimeZone = .gmt, rules: RuleBook? = nil,
    patience: TimeInterval = 5
  ) throws -> Ledger {
    let now = moment(now)
    return try Ledger(
      directory: directory,
      judging: Judging(rules: rules ?? self.rules, zone: zone, edition: "test", now: { now }),
      patience: patience)
  }

  var file: String { "\(directory)/\(Ledger.fileName)" }
}

/// The moment of an RFC 3339 text. A broken text is a broken test, and shows as the year 1.
func moment(_ text: String) -> Date {
  (try? Date(text, strategy: .iso8601)) ?? .distantPast
}

/// An amount from a text such as `14.99 GBP`.
func money(_ text: String) throws -> Money {
  let parts = text.split(separator: " ")
  let currency = try #require(parts.last.flatMap { Currency(rawValue: String($0)) })
  return Money(try #require(parts.first.flatMap { Money.decimal($0) }), currency)
}

/// An event on a day or at a moment, named after when and what.
func on(_ text: String, _ kind: Event.Kind) -> Event {
  let when = CalendarDay(text).map(Occurrence.day) ?? .moment(moment(text))
  return Event(
    id: "\(kind.rawValue) \(text)", kind, on: when, recordedAt: moment("2026-01-01T00:00:00Z"))
}

extension Scratch {
  /// Whether any file of the ledger has some text in it, as UTF-8 bytes.
  func holds(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: directory).contains { name in
      let bytes = try Data(contentsOf: URL(filePath: "\(directory)/\(name)"))
      return bytes.firstRange(of: Data(text.utf8)) != nil
    }
  }
}
