public import CardState
public import Renewal

extension CarrierBook {
  /// The country that a line is of: that of its carrier, or else of its phone number, or else of its
  /// card's issuer; nil where nothing tells. Of several that share a code it is the main one.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - card: a read of its card, if there is one.
  ///   - market: where its rule holds, if it has one that says so.
  public func country(of line: Line, on card: CardSnapshot?, market: String?) -> String? {
    let said = named(by: line).compactMap(\.country)
    if let only = said.first { return only }
    if let market, market.count == 2 { return market }
    let ruled = Set(carriers(withRuleOf: line).compactMap(\.country))
    if ruled.count == 1 { return ruled.first }
    let numbered = Set(line.numbers.compactMap { Country.countries(number: $0).first?.code })
    if numbered.count == 1 { return numbered.first }
    let likely = Set(senders(of: line, on: card).map(\.country))
    if likely.count == 1, let only = likely.first ?? nil { return only }
    return Country.countries(iccid: line.iccid ?? "").first?.code
  }
}
