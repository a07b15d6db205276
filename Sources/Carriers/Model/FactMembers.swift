import Renewal

/// The members of facts in JSON, and which of them each kind has.
enum FactMember: String, CodingKey {
  case what, by, region, note, source
  case number, abroad, keys, to, text, alternatives, code, url, inside, name
  case asks, pay, names, type, cost, every, topUpElsewhere, digits, devices
  case atMost, elsewhere, after, still, closedAfter, recoverBy, reusedAfter, topic
  case `for`

  private static let everywhere: [Self] = [.what, .region, .note, .source]

  static func members(of what: Fact.What) -> [Self] {
    switch what {
    case .hotline: everywhere + [.number, .abroad]
    case .check: everywhere + [.asks, .by]
    case .renew: everywhere + [.by, .pay]
    case .app: everywhere + [.names, .url]
    case .plan: everywhere + [.type, .names, .cost, .every]
    case .password: everywhere + [.by, .digits]
    case .esim: everywhere + [.by, .devices]
    case .region: everywhere + [.topUpElsewhere]
    case .site: everywhere + [.for, .url]
    case .service: everywhere + [.for, .by, .cost, .every, .atMost, .elsewhere]
    case .barring: everywhere + [.after, .still, .closedAfter, .recoverBy, .reusedAfter]
    case .unpublished: everywhere + [.topic]
    }
  }

  static func members(of by: ContactMethod.By) -> [Self] {
    switch by {
    case .call: [.number, .keys]
    case .sms: [.to, .text, .alternatives]
    case .ussd: [.code]
    case .miniProgramme: [.inside, .name]
    case .app, .web, .shop, .kiosk, .voucher: [.url]
    }
  }
}

extension Fact: Encodable {
  /// Writes the fact as a file has it, with its source in full.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FactMember.self)
    try container.encode(what, forKey: .what)
    try container.encodeIfPresent(region, forKey: .region)
    try container.encodeIfPresent(note, forKey: .note)
    try container.encode(source, forKey: .source)
    switch content {
    case .hotline(let number, let abroad):
      try container.encode(number, forKey: .number)
      try container.encodeIfPresent(abroad, forKey: .abroad)
    case .check(let asks, let method):
      try container.encode(asks, forKey: .asks)
      try method.encode(to: &container)
    case .renew(let method, let pay):
      try method.encode(to: &container)
      if !pay.isEmpty { try container.encode(pay, forKey: .pay) }
    case .app(let names, let url):
      try container.encode(names, forKey: .names)
      try container.encodeIfPresent(url, forKey: .url)
    case .plan(let plan):
      try container.encode(plan.type, forKey: .type)
      try container.encode(plan.names, forKey: .names)
      try container.encodeIfPresent(plan.cost, forKey: .cost)
      try container.encodeIfPresent(plan.every, forKey: .every)
    case .password(let method, let digits):
      try method.encode(to: &container)
      try container.encodeIfPresent(digits, forKey: .digits)
    case .esim(let method, let devices):
      try method.encode(to: &container)
      if !devices.isEmpty { try container.encode(devices, forKey: .devices) }
    case .region(let topUpElsewhere):
      try container.encode(topUpElsewhere, forKey: .topUpElsewhere)
    case .site(let page, let url):
      try container.encode(page, forKey: .for)
      try container.encode(url, forKey: .url)
    case .service(let service):
      try container.encode(service.kind, forKey: .for)
      try service.method.encode(to: &container)
      try container.encodeIfPresent(service.cost, forKey: .cost)
      try container.encodeIfPresent(service.every, forKey: .every)
      try container.encodeIfPresent(service.atMost, forKey: .atMost)
      try container.encodeIfPresent(service.elsewhere, forKey: .elsewhere)
    case .barring(let barring):
      try container.encodeIfPresent(barring.after, forKey: .after)
      try container.encodeIfPresent(barring.still, forKey: .still)
      try container.encodeIfPresent(barring.closedAfter, forKey: .closedAfter)
      try container.encodeIfPresent(barring.recoverBy, forKey: .recoverBy)
      try container.encodeIfPresent(barring.reusedAfter, forKey: .reusedAfter)
    case .unpublished(let topic): try container.encode(topic, forKey: .topic)
    }
  }
}

extension ContactMethod {
  fileprivate func encode(to container: inout KeyedEncodingContainer<FactMember>) throws {
    try container.encode(by, forKey: .by)
    switch self {
    case .call(let number, let keys):
      try container.encode(number, forKey: .number)
      try container.encodeIfPresent(keys, forKey: .keys)
    case .sms(let number, let text, let alternatives):
      try container.encode(number, forKey: .to)
      try container.encode(text, forKey: .text)
      if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
    case .ussd(let code): try container.encode(code, forKey: .code)
    case .miniProgramme(let host, let name):
      try container.encode(host, forKey: .inside)
      try container.encodeIfPresent(name, forKey: .name)
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url):
      try container.encodeIfPresent(url, forKey: .url)
    }
  }
}
