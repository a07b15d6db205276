import Carriers
import Foundation
import Renewal
import Testing

/// Texts of carriers' kinds with what they say, labelled by hand.
struct ReplyCorpus: Decodable {
  let replies: [Reply]

  struct Reply: Decodable {
    let id: String
    let language: String
    let market: String
    let currency: Currency
    let receivedOn: CalendarDay
    let text: String
    let statements: [Fact]
    let confirms: Answer

    var setting: StatementReader.Setting {
      StatementReader.Setting(receivedOn: receivedOn, market: market, currency: currency)
    }

    /// What it is held against. The labels of `blind-replies` say whether the number was renewed.
    func expectation(in corpus: String) -> RenewalProof.Expectation {
      var expected = RenewalProof.Expectation(receivedOn: receivedOn, currency: currency)
      if corpus == "blind-replies" { expected.subject = .number }
      return expected
    }

    /// Whether it was kept aside while the patterns were written: three of ten texts, of the further
    /// ones every second.
    func isHeldOut(in corpus: String) -> Bool {
      let hash = id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
      switch corpus {
      case "replies": return hash % 10 < 3
      case "further-replies": return hash % 2 == 1
      default: return false
      }
    }
  }

  struct Fact: Decodable, CustomStringConvertible {
    let about: Statement.About
    /// What the label's author says that it may be said of as well.
    let also: [Statement.About]?
    let says: String
    let amount: Amount?
    let data: String?
    let day: CalendarDay?
    let days: Int?

    /// Of what it says what, without values.
    var kind: String { "\(about.rawValue)/\(says)" }

    var description: String {
      [
        about.rawValue, says, amount.map { $0.value + " " + $0.currency.rawValue }, data,
        day?.description, days.map { "\($0) days" },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  struct Amount: Decodable {
    let value: String
    let currency: Currency
  }

  enum Answer: String, Decodable { case yes, no, ask }

  /// The files.
  static let all = ["replies", "own-replies", "further-replies", "kind-replies", "blind-replies"]

  static func load(_ name: String) throws -> ReplyCorpus {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus/\(name).json")
    return try JSONDecoder().decode(ReplyCorpus.self, from: Data(contentsOf: file))
  }
}

/// A reader of all the languages that the program brings.
let shippedReader = Result { try StatementReader.shipped() }

extension RenewalProof.Answer {
  var label: ReplyCorpus.Answer {
    switch self {
    case .yes: .yes
    case .no: .no
    case .ask: .ask
    }
  }
}

extension Statement {
  /// Whether it is what a label says. Where words allow a pack and a plan, either is right.
  func isFact(_ fact: ReplyCorpus.Fact) -> Bool {
    let bundles: Set<About> = [.pack, .plan]
    let isSubject =
      about == fact.about || bundles.isSuperset(of: [about, fact.about])
      || fact.also?.contains(about) == true
    guard isSubject else { return false }
    let amount = fact.amount.flatMap { label in
      Money.decimal(label.value).map { Money($0, label.currency) }
    }
    func fits(_ amounts: AmountReading?, _ day: DayReading?) -> Bool {
      amounts?.only == amount && (amounts == nil) == (amount == nil) && fits(day)
    }
    func fits(_ day: DayReading?) -> Bool {
      guard let day else { return fact.day == nil }
      return fact.day.map(day.days.contains) ?? false
    }
    switch (fact.says, says) {
    case ("paid", .paid(let deed)), ("renewed", .renewed(let deed)),
      ("declined", .declined(let deed)), ("pending", .pending(let deed)),
      ("refunded", .refunded(let deed)), ("charged", .charged(let deed)):
      return fits(deed.amount, deed.day)
    case ("expires", .expires(.day(let day))): return fact.days == nil && fits(day)
    case ("expires", .expires(.term(let term))):
      return term.unit == .day && term.n == fact.days
    case ("expires", .expires(.unsaid)): return fact.day == nil && fact.days == nil
    case ("balance", .balance(let amount, let day)): return fits(amount, day)
    case ("dataLeft", .dataLeft(let data)):
      return "\(data.figure) \(data.unit.rawValue)" == fact.data
    case ("suspended", .suspended(let day)), ("suspended", .barredForDebt(let day)),
      ("reactivated", .reactivated(let day)),
      ("cancelled", .cancelled(let day)):
      return fits(day)
    default: return false
    }
  }
}
