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
    /// The host of an SM-DP+.
    case server
  }

  init(_ text: String, gid1: String?, gid2: String?, spn: String?, imsi: String?) {
    let digits = text.filter { !" -".contains($0) }
    var identity = CardIdentity()
    var name: String?
    let isNumber = !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
    if isNumber, digits.hasPrefix("89"), (4...17).contains(digits.count) {
      // The beginning of an ICCID: no country has a code with 89.
      kind = .iccid
      identity.iccid = digits
      name = digits
    } else if isNumber, (5...6).contains(digits.count) {
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
      // A number of a carrier's own, or a country's code.
      if isNumber, digits.count == 3 { identity.plmns = [digits] }
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
  /// those in the book can be one. What has the form of a name can be an SM-DP+'s, or what a
  /// profile calls its provider. Of an ICCID that no carrier is recognised by, there is its issuer.
  func answer(in book: CarrierBook) -> (kind: Kind, candidates: [Candidate]) {
    let found: [Candidate]
    switch kind {
    case .plmn, .iccid: found = book.candidates(for: identity)
    case .name: found = book.carriers(named: name ?? "").map { Candidate($0) }
    // Numbers move between carriers: one tells its country alone.
    case .number, .hotline, .server: found = []
    }
    guard found.isEmpty else { return (kind, found) }
    let reached = book.carriers(at: name ?? "").map { Candidate($0) }
    guard reached.isEmpty else { return (.hotline, reached) }
    if let iccid = identity.iccid { return (kind, book.issuer(ofICCID: iccid).map { [$0] } ?? []) }
    guard kind == .name, let name else { return (kind, []) }
    guard identity.plmns.isEmpty else { return (.plmn, []) }
    var profile = CardIdentity()
    profile.smdps = [name]
    let served = book.guesses(for: profile)
    guard served.isEmpty else { return (.server, served) }
    profile = CardIdentity()
    profile.provider = name
    return (kind, book.candidates(for: profile))
  }

  /// Who gave out the card, by its ICCID.
  var issuer: Issuer? { identity.iccid.flatMap { Issuer(iccid: $0) } }

  /// What was told of the card besides and fits none of those that were found: they are the host's,
  /// perhaps, or of nobody known.
  func unmatched(among candidates: [Candidate]) -> [Candidate.Attribute] {
    UnmatchedGroup.attributes(of: identity, among: candidates)
  }

  /// The countries that it tells of by itself.
  func countries(as kind: Kind) -> [Country] {
    switch kind {
    case .plmn: identity.plmns.first.map { Country.countries(mcc: $0.prefix(3)) } ?? []
    case .iccid: identity.iccid.map { Country.countries(iccid: $0) } ?? []
    case .number: name.map { Country.countries(number: $0) } ?? []
    case .name, .hotline, .server: []
    }
  }
}

/// What tells virtual operators from their hosts, and told nothing.
enum UnmatchedGroup {
  /// The group identifiers and the name that a card has, and by which none of some carriers is
  /// recognised. What is all ones is not written.
  static func attributes(
    of card: CardIdentity, among candidates: [Candidate]
  ) -> [Candidate.Attribute] {
    guard !candidates.isEmpty else { return [] }
    let told: [(Candidate.Attribute, String?)] = [(.gid1, card.gid1), (.gid2, card.gid2)]
    return told.compactMap { attribute, text in
      guard let text, text.contains(where: { !"Ff".contains($0) }) else { return nil }
      let isUsed = candidates.contains { $0.why.contains { $0.attribute == attribute } }
      return isUsed ? nil : attribute
    }
  }
}
