import FoundationEssentials
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
    case .password: self = .password(by: try ContactMethod(container))
    case .region:
      self = .region(topUpElsewhere: try container.decode(Bool.self, forKey: .topUpElsewhere))
    case .esim: self = .esim(by: try ContactMethod(container))
    case .site:
      self = .site(
        for: try container.decode(Fact.Page.self, forKey: .for),
        url: try container.decode(String.self, forKey: .url))
    }
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
    case .web: self = .web(url: url)
    case .shop: self = .shop(url: url)
    case .kiosk: self = .kiosk(url: url)
    case .voucher: self = .voucher(url: url)
    }
  }
}

extension WrittenFact {
  /// What is wrong with a fact although every member of it can be read.
  var flaws: [DataFlaw] {
    var flaws = contentFlaws
    if let region, !region.isRegion {
      flaws.append(
        .at("region", "\"\(region)\" is not a region; allowed: a code of ISO 3166, GB or GB-SCT"))
    }
    flaws += (note?.flaws(lacking: Language.all.filter(\.isComplete).map(\.tag)) ?? []).map {
      $0.inside(.member("note"))
    }
    return flaws
  }

  private var contentFlaws: [DataFlaw] {
    switch content {
    case .hotline(let number, let abroad):
      return Self.dialled("number", number) + (abroad.map { Self.dialled("abroad", $0) } ?? [])
    case .check(let asks, let way):
      let missing = DataFlaw.at("asks", "nothing is asked for; allowed: at least one question")
      return (asks.isEmpty ? [missing] : []) + Self.flaws(of: way)
    case .renew(let way, _), .password(let way), .esim(let way): return Self.flaws(of: way)
    case .app(let names, let url):
      return names.flaws().map { $0.inside(.member("names")) } + Self.address(url)
    case .plan(let plan):
      var flaws = plan.names.flaws().map { $0.inside(.member("names")) }
      if let cost = plan.cost, cost.amount < 0 {
        flaws.append(.at("cost", "an amount below zero"))
      }
      return flaws
    case .region: return []
    case .site(_, let url): return Self.address(url)
    }
  }

  private static func flaws(of method: ContactMethod) -> [DataFlaw] {
    switch method {
    case .call(let number, let keys):
      dialled("number", number) + (keys.map { dialled("keys", $0) } ?? [])
    case .sms(let number, let text, let alternatives):
      dialled("to", number)
        + ([text] + alternatives).filter(\.isEmpty).map { _ in .at("text", "the text is empty") }
    case .ussd(let code): dialled("code", code)
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url):
      address(url)
    }
  }

  private static func dialled(_ member: String, _ number: String) -> [DataFlaw] {
    let digits = number.replacing(ContactMethod.voucherPlaceholder, with: "")
    let isDialled = digits.allSatisfy { ("0"..."9").contains($0) || "+*#,".contains($0) }
    return isDialled && !number.isEmpty
      ? []
      : [
        .at(
          member,
          "\"\(number)\" can't be dialled; allowed: digits, +, *, #, a comma for a pause, "
            + ContactMethod.voucherPlaceholder)
      ]
  }

  private static func address(_ url: String?) -> [DataFlaw] {
    guard let url, !url.isWebAddress else { return [] }
    return [.at("url", "\"\(url)\" is not an address; allowed: https://…, or no url at all")]
  }
}

extension String {
  /// Whether it has the form of a code of ISO 3166: `GB` or `GB-SCT`.
  fileprivate var isRegion: Bool {
    let parts = split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let country = parts.first, String(country).isCountryCode else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...3).contains(part.count)
        && part.allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
    }
  }
}

extension LocalText {
  /// What is wrong with a name or a sentence.
  ///
  /// - Parameter required: the languages that it must not lack.
  func flaws(lacking required: [String] = []) -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    for tag in required where texts[tag] == nil {
      flaws.append(
        DataFlaw(
          path: [], message: "the language \"\(tag)\" is missing; allowed: a text in each language")
      )
    }
    for (tag, text) in texts.sorted(by: { $0.key < $1.key }) {
      if !tag.isLanguageTag {
        flaws.append(.at(tag, "\"\(tag)\" is not a language; allowed: a tag such as zh-Hans"))
      }
      if text.isEmpty { flaws.append(.at(tag, "the text is empty")) }
    }
    return flaws
  }
}

extension String {
  /// Whether it has the form of a tag of BCP 47: `en`, `zh-Hans`, `pt-BR`.
  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy {
        (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter }
      }
  }
}
