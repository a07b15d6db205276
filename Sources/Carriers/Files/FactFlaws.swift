import FoundationEssentials
import Renewal
import Words

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
    case .renew(let way, _), .esim(let way, _): return Self.flaws(of: way)
    case .password(let way, let digits):
      let isPossible = digits.map((1...16).contains) ?? true
      return Self.flaws(of: way)
        + (isPossible ? [] : [.at("digits", "no password has so many digits; allowed: 1 to 16")])
    case .app(let names, let url):
      return names.flaws().map { $0.inside(.member("names")) } + Self.address(url)
    case .plan(let plan):
      var flaws = plan.names.flaws().map { $0.inside(.member("names")) }
      flaws += Self.price(plan.cost)
      return flaws
    case .region, .unpublished: return []
    case .site(_, let url): return Self.address(url)
    case .service(let service):
      return Self.flaws(of: service.method) + Self.price(service.cost)
    case .barring(let barring):
      return barring == Barring()
        ? [DataFlaw(path: [], message: "a barring of which nothing is said")] : []
    }
  }

  private static func price(_ cost: Money?) -> [DataFlaw] {
    if let cost, cost.amount < 0 { return [.at("cost", "an amount below zero")] }
    return []
  }

  private static func flaws(of method: ContactMethod) -> [DataFlaw] {
    switch method {
    case .call(let number, let keys):
      dialled("number", number) + (keys.map { dialled("keys", $0) } ?? [])
    case .sms(let number, let text, let alternatives):
      dialled("to", number) + ([text] + alternatives).flatMap(texts)
    case .miniProgramme(_, let name):
      name?.isEmpty == true ? [.at("name", "the text is empty")] : []
    case .ussd(let code): dialled("code", code)
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url):
      address(url)
    }
  }

  private static func texts(_ text: String) -> [DataFlaw] {
    if text.isEmpty { return [.at("text", "the text is empty")] }
    let all = ContactMethod.Placeholder.allCases
    return filled(text, all).contains { "{}".contains($0) }
      ? [.at("text", "\"\(text)\" can't be filled in; allowed in braces: \(listed(all))")] : []
  }

  /// A text with a digit for each of some things that a person fills in.
  private static func filled(
    _ text: String, _ placeholders: [ContactMethod.Placeholder]
  ) -> String {
    placeholders.reduce(text) { $0.replacing($1.text, with: "0") }
  }

  private static func listed(_ placeholders: [ContactMethod.Placeholder]) -> String {
    placeholders.map(\.text).joined(separator: ", ")
  }

  private static func dialled(_ member: String, _ number: String) -> [DataFlaw] {
    let keyed = ContactMethod.Placeholder.allCases.filter { $0 != .name }
    let digits = filled(number, keyed)
    let isDialled = digits.allSatisfy { ("0"..."9").contains($0) || "+*#,".contains($0) }
    return isDialled && !number.isEmpty
      ? []
      : [
        .at(
          member,
          "\"\(number)\" can't be dialled; allowed: digits, +, *, #, a comma for a pause, "
            + listed(keyed))
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
