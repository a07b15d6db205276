import Renewal

/// The members of facts in JSON, and which of them each kind has.
enum FactMember: String, CodingKey {
  case what, by, region, note, source
  case number, abroad, keys, to, text, alternatives, code, url
  case asks, pay, names, type, cost, every, topUpElsewhere
  case `for`

  private static let everywhere: [Self] = [.what, .region, .note, .source]

  static func members(of what: Fact.What) -> [Self] {
    switch what {
    case .hotline: everywhere + [.number, .abroad]
    case .check: everywhere + [.asks, .by]
    case .renew: everywhere + [.by, .pay]
    case .app: everywhere + [.names, .url]
    case .plan: everywhere + [.type, .names, .cost, .every]
    case .password, .esim: everywhere + [.by]
    case .region: everywhere + [.topUpElsewhere]
    case .site: everywhere + [.for, .url]
    }
  }

  static func members(of by: ContactMethod.By) -> [Self] {
    switch by {
    case .call: [.number, .keys]
    case .sms: [.to, .text, .alternatives]
    case .ussd: [.code]
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
    case .password(let method), .esim(let method): try method.encode(to: &container)
    case .region(let topUpElsewhere):
      try container.encode(topUpElsewhere, forKey: .topUpElsewhere)
    case .site(let page, let url):
      try container.encode(page, forKey: .for)
      try container.encode(url, forKey: .url)
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
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url):
      try container.encodeIfPresent(url, forKey: .url)
    }
  }
}
