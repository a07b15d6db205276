import Card
import Carriers

/// What `cardinfo carrier` is asked about.
struct CarrierQuestion {
  private let kind: Kind
  private let identity: CardIdentity
  private let name: String?

  /// What a text can be taken for.
  enum Kind: String, Encodable {
    case plmn, iccid, number, name
    /// A number of the carrier's own.
    case hotline
  }

  init(_ text: String, gid1: String?, gid2: String?, spn: String?, imsi: String?) {
    let digits = text.filter { !" -".contains($0) }
    var identity = CardIdentity()
    var name: String?
    if (5...6).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) {
      kind = .plmn
      identity.plmns = [digits]
      name = digits
    } else if let iccid = ICCID(text), iccid.isTelecommunication {
      kind = .iccid
      identity.iccid = iccid.digits
    } else if digits.hasPrefix("+"), digits.dropFirst().allSatisfy(\.isNumber) {
      kind = .number
      name = digits
    } else {
      kind = .name
      name = text
    }
    identity.gid1 = gid1
    identity.gid2 = gid2
    identity.spn = spn
    identity.imsi = imsi
    self.identity = identity
    self.name = name
  }

  /// What it is, and who it can be, the likeliest first.
  ///
  /// A hotline has the form of a network's code, of a phone number or of a name, so what is none of
  /// those in the book can be one.
  func answer(in book: CarrierBook) -> (kind: Kind, candidates: [Candidate]) {
    let found: [Candidate]
    switch kind {
    case .plmn, .iccid: found = book.candidates(for: identity)
    case .name: found = book.carriers(named: name ?? "").map { Candidate($0) }
    // Numbers move between carriers: one tells its country alone.
    case .number, .hotline: found = []
    }
    guard found.isEmpty else { return (kind, found) }
    let reached = book.carriers(at: name ?? "").map { Candidate($0) }
    return (reached.isEmpty ? kind : .hotline, reached)
  }

  /// The countries that it tells of by itself.
  func countries(as kind: Kind) -> [Country] {
    switch kind {
    case .plmn: identity.plmns.first.map { Country.countries(mcc: $0.prefix(3)) } ?? []
    case .iccid: identity.iccid.map { Country.countries(iccid: $0) } ?? []
    case .number: name.map { Country.countries(number: $0) } ?? []
    case .name, .hotline: []
    }
  }
}
