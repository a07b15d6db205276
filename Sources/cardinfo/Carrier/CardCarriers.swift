import CardState
import Carriers
import Words

/// Who is behind what a card names: its subscription, its networks, its profiles.
struct CardCarriers {
  /// Whose subscription it is; nil where nothing tells.
  let subscription: Guess?
  /// The networks that the card names, each once.
  let networks: [Network]
  /// Whose the profiles are, where something tells.
  let profiles: [String: Guess]
  /// Who sells the eUICCs, where that is known.
  let sellers: [Seller]

  /// Looks everything up that a card names. Only files in which something of it stands are read.
  init(_ card: CardSnapshot, in book: CarrierBook = CarrierFiles.known.book) {
    let identity = CardIdentity(card)
    subscription = card.subscriber == nil ? nil : Guess(identity, in: book)
    networks = Self.plmns(of: card).map { Network($0, in: book) }
    profiles = card.euiccs.compactMap(\.profiles).joined().reduce(into: [:]) { all, profile in
      guard let iccid = profile.iccid else { return }
      all[iccid] = Guess(iccid == card.iccid ? identity : CardIdentity(profile), in: book)
    }
    sellers = card.euiccs.compactMap(Seller.init)
  }

  private init(
    subscription: Guess?, networks: [Network], profiles: [String: Guess], sellers: [Seller]
  ) {
    self.sellers = sellers
    self.subscription = subscription
    self.networks = networks
    self.profiles = profiles
  }

  /// The same without whole ICCIDs.
  func redacted() -> CardCarriers {
    CardCarriers(
      subscription: subscription, networks: networks,
      profiles: Dictionary(
        profiles.map { (Masking.identifier($0, keeping: 6), $1) },
        uniquingKeysWith: { first, _ in first }), sellers: sellers)
  }

  /// A network by MCC and MNC.
  func network(_ plmn: String) -> Network? { networks.first { $0.plmn == plmn } }

  private static func plmns(of card: CardSnapshot) -> [String] {
    var plmns: [String] = []
    if let subscriber = card.subscriber, let mcc = subscriber.mcc, let mnc = subscriber.mnc {
      plmns.append(mcc + mnc)
    }
    if let registration = card.registration {
      let domains = [
        registration.fiveG, registration.fiveGNon3GPP, registration.eps, registration.ps,
        registration.cs,
      ]
      plmns += registration.homePLMNs + domains.compactMap { $0?.plmn }
      plmns += registration.forbiddenPLMNs ?? []
    }
    plmns += card.euiccs.compactMap(\.profiles).joined().compactMap { $0.owner?.plmn }
    return plmns.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A network with its owner.
  struct Network: Encodable {
    /// MCC and MNC.
    let plmn: String
    /// Its country, two letters of ISO 3166-1; absent for several, for none and for an unknown one.
    let country: String?
    /// Whose it is; several where the data name several.
    let carriers: [Name]

    init(_ plmn: String, in book: CarrierBook) {
      self.plmn = plmn
      let owners = book.owners(ofNetwork: plmn)
      let countries = Country.countries(mcc: plmn).compactMap(\.code)
      country = owners.compactMap(\.country).first ?? (countries.count == 1 ? countries.first : nil)
      carriers = owners.map(Name.init)
    }

    /// Its owner and country; nil where neither is known.
    var name: Words? {
      let place = CarrierFiles.name(of: country)
      let names = carriers.map(\.name).joined(separator: " / ")
      return switch (names.isEmpty, place) {
      case (false, let place?): Words(verbatim: "\(names) · \(place)")
      case (false, nil): Words(verbatim: names)
      case (true, let place?): Words("unknown, in \(place)")
      case (true, nil): nil
      }
    }

    /// What stands where the digits would: its owner and country with the digits behind; the
    /// digits alone where nobody is known.
    var words: Words {
      let place = CarrierFiles.name(of: country)
      let names = carriers.map(\.name).joined(separator: " / ")
      return switch (names.isEmpty, place) {
      case (false, let place?): Words(verbatim: "\(names) · \(place) (\(plmn))")
      case (false, nil): Words(verbatim: "\(names) (\(plmn))")
      case (true, let place?): Words(verbatim: "\(plmn) · \(place)")
      case (true, nil): Words(verbatim: plmn)
      }
    }
  }

  /// Who sells a removable eUICC.
  struct Seller: Encodable {
    /// The name of the ISD-R, which tells the eUICCs of a card apart.
    let isdrAID: String
    let id: String
    let name: String
    /// Whether what tells may be others', too.
    let isWeak: Bool

    init?(_ euicc: EUICC) {
      guard let seller = EUICCSeller(of: euicc) else { return nil }
      isdrAID = euicc.isdrAID
      id = seller.id
      name = seller.names.text(in: .ofThisRun)
      isWeak = seller.isWeak
    }

    var words: Words {
      isWeak ? Words("sold by \(name), perhaps") : Words("sold by \(name)")
    }
  }

  /// A carrier by its names.
  struct Name: Encodable {
    let id: Carrier.ID
    /// What it is called in the language of this run.
    let name: String
    let country: String?

    init(_ carrier: Carrier) {
      id = carrier.id
      name = carrier.names.text(in: .ofThisRun)
      country = carrier.country
    }
  }

  /// Whose a subscription is, as far as the card tells.
  struct Guess: Encodable {
    /// The likeliest, several where nothing tells them apart.
    let carriers: [Name]
    /// Why it may be another one's.
    let doubt: Doubt?

    /// Nil where nobody is known for what a card or a profile says.
    init?(_ identity: CardIdentity, in book: CarrierBook) {
      let found = book.candidates(for: identity)
      let sure = found.filter { $0.score == found.first?.score }
      let likely = sure.isEmpty ? book.guesses(for: identity) : sure
      guard let best = likely.first else { return nil }
      carriers = likely.map { Name($0.carrier) }
      let attributes = Set(best.why.map(\.attribute))
      doubt =
        attributes == [.issuer]
        ? .issuerAlone
        : likely.count > 1
          ? .several
          : UnmatchedGroup.attributes(of: identity, among: found).isEmpty
            ? (attributes == [.smdp] ? .serverAlone : nil) : .unknownGroup
    }

    /// Who it is, and why it may be somebody else.
    var words: Words {
      doubt.map { Words("\(names), perhaps: \($0.words)") } ?? Words(verbatim: names)
    }

    /// Who it is, for a row of a list.
    var brief: Words { doubt == nil ? Words(verbatim: names) : Words("perhaps \(names)") }

    private var names: String {
      carriers.map { carrier in
        [carrier.name, CarrierFiles.name(of: carrier.country)].compactMap { $0 }
          .joined(separator: " · ")
      }.joined(separator: " / ")
    }
  }

  /// Why a carrier that was found may not be the right one.
  enum Doubt: String, Encodable {
    /// The card fits several.
    case several
    /// The card has a group identifier that nobody known has: it is of an unknown operator on that
    /// network, perhaps.
    case unknownGroup
    /// Nothing is known but who gave out cards with such ICCIDs.
    case issuerAlone
    /// Nothing is known but the server that the profile reports to, which many can share.
    case serverAlone

    var words: Words {
      switch self {
      case .several: Words("the card fits each of them")
      case .unknownGroup: Words("nobody known has its group identifier")
      case .issuerAlone: Words("the issuer of the ICCID is all that is known")
      case .serverAlone: Words("the server of the profile is all that is known")
      }
    }
  }
}

extension CardCarriers: Encodable {
  private enum CodingKeys: CodingKey { case subscription, networks, profiles, sellers }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(subscription, forKey: .subscription)
    if !networks.isEmpty { try container.encode(networks, forKey: .networks) }
    if !sellers.isEmpty { try container.encode(sellers, forKey: .sellers) }
    let profiles = profiles.sorted { $0.key < $1.key }.map { ProfileGuess(iccid: $0, guess: $1) }
    if !profiles.isEmpty { try container.encode(profiles, forKey: .profiles) }
  }

  private struct ProfileGuess: Encodable {
    let iccid: String
    let guess: Guess

    private enum CodingKeys: CodingKey { case iccid, carriers, doubt }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(iccid, forKey: .iccid)
      try container.encode(guess.carriers, forKey: .carriers)
      try container.encodeIfPresent(guess.doubt, forKey: .doubt)
    }
  }
}
