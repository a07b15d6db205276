import Renewal
import Words

/// A fact as a file has it: its source is a key.
struct WrittenFact: Decodable {
  let content: Fact.Content
  let region: String?
  let note: LocalText?
  let source: String

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: FactMember.self)
    let what = try outer.decode(Fact.What.self, forKey: .what)
    var allowed = FactMember.members(of: what)
    if allowed.contains(.by) {
      allowed += FactMember.members(of: try outer.decode(ContactMethod.By.self, forKey: .by))
    }
    let container = try decoder.members(allowed)
    content = try Fact.Content(what, from: container)
    region = try container.decodeIfPresent(String.self, forKey: .region)
    note = try container.decodeIfPresent(LocalText.self, forKey: .note)
    source = try container.decode(String.self, forKey: .source)
  }

  /// Whether it is nothing without the page that it was looked for on.
  var needsPage: Bool { if case .unpublished = content { true } else { false } }

  func fact(_ source: Source) -> Fact {
    var fact = Fact(content, source: source)
    fact.region = region
    fact.note = note
    return fact
  }
}

extension Fact.Content {
  fileprivate init(_ what: Fact.What, from container: KeyedDecodingContainer<FactMember>) throws {
    switch what {
    case .hotline:
      self = .hotline(
        number: try container.decode(String.self, forKey: .number),
        abroad: try container.decodeIfPresent(String.self, forKey: .abroad))
    case .check:
      self = .check(
        asks: try container.decode([Fact.Question].self, forKey: .asks),
        by: try ContactMethod(container))
    case .renew:
      self = .renew(
        by: try ContactMethod(container),
        pay: try container.decodeIfPresent([Fact.Payment].self, forKey: .pay) ?? [])
    case .app:
      self = .app(
        names: try container.decode(LocalText.self, forKey: .names),
        url: try container.decodeIfPresent(String.self, forKey: .url))
    case .plan:
      self = .plan(
        Plan(
          try container.decode(Line.Plan.self, forKey: .type),
          names: try container.decode(LocalText.self, forKey: .names),
          cost: try container.decodeIfPresent(Money.self, forKey: .cost),
          every: try container.decodeIfPresent(Period.self, forKey: .every)))
    case .password:
      self = .password(
        by: try ContactMethod(container),
        digits: try container.decodeIfPresent(Int.self, forKey: .digits))
    case .region:
      self = .region(topUpElsewhere: try container.decode(Bool.self, forKey: .topUpElsewhere))
    case .esim:
      self = .esim(
        by: try ContactMethod(container),
        devices: try container.decodeIfPresent([Fact.Device].self, forKey: .devices) ?? [])
    case .site:
      self = .site(
        for: try container.decode(Fact.Page.self, forKey: .for),
        url: try container.decode(String.self, forKey: .url))
    case .service: self = .service(try Service(container))
    case .barring: self = .barring(try Barring(container))
    case .unpublished: self = .unpublished(try container.decode(Topic.self, forKey: .topic))
    }
  }
}

extension Service {
  fileprivate init(_ container: KeyedDecodingContainer<FactMember>) throws {
    self.init(
      try container.decode(Kind.self, forKey: .for), by: try ContactMethod(container))
    cost = try container.decodeIfPresent(Money.self, forKey: .cost)
    every = try container.decodeIfPresent(Period.self, forKey: .every)
    atMost = try container.decodeIfPresent(Period.self, forKey: .atMost)
    elsewhere = try container.decodeIfPresent(Bool.self, forKey: .elsewhere)
  }
}

extension Barring {
  fileprivate init(_ container: KeyedDecodingContainer<FactMember>) throws {
    self.init()
    after = try container.decodeIfPresent(Period.self, forKey: .after)
    still = try container.decodeIfPresent([Use].self, forKey: .still)
    closedAfter = try container.decodeIfPresent(Period.self, forKey: .closedAfter)
    recoverBy = try container.decodeIfPresent(Stage.Recovery.self, forKey: .recoverBy)
    reusedAfter = try container.decodeIfPresent(Period.self, forKey: .reusedAfter)
  }
}

extension ContactMethod {
  fileprivate init(_ container: KeyedDecodingContainer<FactMember>) throws {
    let url = try container.decodeIfPresent(String.self, forKey: .url)
    switch try container.decode(By.self, forKey: .by) {
    case .call:
      self = .call(
        number: try container.decode(String.self, forKey: .number),
        keys: try container.decodeIfPresent(String.self, forKey: .keys))
    case .sms:
      self = .sms(
        to: try container.decode(String.self, forKey: .to),
        text: try container.decode(String.self, forKey: .text),
        alternatives: try container.decodeIfPresent([String].self, forKey: .alternatives) ?? [])
    case .ussd: self = .ussd(code: try container.decode(String.self, forKey: .code))
    case .app: self = .app(url: url)
    case .miniProgramme:
      self = .miniProgramme(
        inside: try container.decode(Host.self, forKey: .inside),
        name: try container.decodeIfPresent(String.self, forKey: .name))
    case .web: self = .web(url: url)
    case .shop: self = .shop(url: url)
    case .kiosk: self = .kiosk(url: url)
    case .voucher: self = .voucher(url: url)
    }
  }
}
