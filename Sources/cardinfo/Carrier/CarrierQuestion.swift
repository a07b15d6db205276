import Card
import Carriers

/// What `cardinfo carrier` is asked about.
struct CarrierQuestion {
  /// What it was taken for.
  let kind: Kind
  private let identity: CardIdentity
  private let name: String?

  /// What a text can be taken for.
  enum Kind: String, Encodable {
    case plmn, iccid, number, name
  }

  init(_ text: String, gid1: String?, gid2: String?, spn: String?, imsi: String?) {
    let digits = text.filter { !" -".contains($0) }
    var identity = CardIdentity()
    var name: String?
    if (5...6).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) {
      kind = .plmn
      identity.plmns = [digits]
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

  /// Who it can be, the likeliest first.
  func candidates(in book: CarrierBook) -> [Candidate] {
    switch kind {
    case .plmn, .iccid: book.candidates(for: identity)
    case .name: book.carriers(named: name ?? "").map { Candidate($0) }
    // Numbers move between carriers: one tells its country alone.
    case .number: []
    }
  }

  /// The countries that it tells of by itself.
  var countries: [Country] {
    switch kind {
    case .plmn: identity.plmns.first.map { Country.countries(mcc: $0.prefix(3)) } ?? []
    case .iccid: identity.iccid.map { Country.countries(iccid: $0) } ?? []
    case .number: name.map { Country.countries(number: $0) } ?? []
    case .name: []
    }
  }
}
