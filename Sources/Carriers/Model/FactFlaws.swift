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
    flaws += (note?.flaws(lacking: Language.all.map(\.tag)) ?? []).map {
      $0.inside(.member("note"))
    }
    return flaws
  }

  private var contentFlaws: [DataFlaw] {
    switch content {
    case .hotline(let number, let abroad):
      return Self.dialled("number", number) + (abroad.map { Self.dialled("abroad", $0) } ?? [])
    case .check(let asks, let method):
      let missing = DataFlaw.at("asks", "nothing is asked for; allowed: at least one question")
      return (asks.isEmpty ? [missing] : []) + Self.flaws(of: method)
    case .renew(let method, _), .password(let method), .esim(let method):
      return Self.flaws(of: method)
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
