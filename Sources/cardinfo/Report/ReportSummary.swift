import Carriers
import FoundationEssentials
import Renewal
import Words

/// Sums over the lines of a page: by country, by carrier, by currency.
struct ReportSummary {
  private var countries: [String?: Sum] = [:]
  private var carriers: [String?: Sum] = [:]
  private var balances = Amounts()
  private var total = Sum()

  private struct Sum {
    var lines = 0
    var toDo = 0
    var planned = Amounts()
    var paid = Amounts()

    mutating func add(_ line: ReportedLine) {
      lines += 1
      if line.band.isToDo { toDo += 1 }
      planned.add(line.cost.planned)
      paid.add(line.cost.paid)
    }
  }

  mutating func add(_ line: ReportedLine) {
    countries[line.country, default: Sum()].add(line)
    carriers[line.carrier?.names.text(in: .ofThisRun), default: Sum()].add(line)
    if let balance = line.verdict.balance { balances.add(balance.expected ?? balance.present) }
    total.add(line)
  }

  var html: HTML {
    """
    <h3>\(Words("by country"))</h3>\
    \(table(Words("country"), countries) { CarrierFiles.name(of: $0) })\
    <h3>\(Words("by carrier"))</h3>\(table(Words("carrier"), carriers) { $0 })\
    <h3>\(Words("by currency"))</h3>\(money)
    """
  }

  private func table(
    _ what: Words, _ sums: [String?: Sum], _ name: (String?) -> String?
  ) -> HTML {
    let sorted = sums.map { (name($0) ?? Words("unknown").text, $1) }
      .sorted { ($1.1.lines, $0.0) < ($0.1.lines, $1.0) }
    let rows = sorted.map { name, sum -> HTML in
      """
      <tr><th scope="row"><bdi>\(name)</bdi></th><td>\(sum.lines)</td><td>\(sum.toDo)</td>\
      <td>\(Self.text(sum.planned))</td><td>\(Self.text(sum.paid))</td></tr>
      """
    }
    return """
      <div class="wide" tabindex="0" role="group" aria-label="\(what)"><table><thead><tr>\
      <th scope="col">\(what)</th><th scope="col">\(Words("lines"))</th>\
      <th scope="col">\(Words("to do"))</th><th scope="col">\(Words("plans, a year"))</th>\
      <th scope="col">\(Words("paid in 365 days"))</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
  }

  private var money: HTML {
    var all = balances
    all.add(total.planned)
    all.add(total.paid)
    guard !all.isEmpty else { return "<p>\(Words("no amount was recorded"))</p>" }
    let rows = all.currencies.map { currency -> HTML in
      """
      <tr><th scope="row">\(CarrierFiles.names.name(of: currency, in: .ofThisRun)) \
      (\(currency.rawValue))</th><td>\(Self.text(balances, currency))</td>\
      <td>\(Self.text(total.planned, currency))</td><td>\(Self.text(total.paid, currency))</td></tr>
      """
    }
    return """
      <div class="wide" tabindex="0" role="group" aria-label="\(Words("by currency"))"><table>\
      <thead><tr><th scope="col">\(Words("currency"))</th><th scope="col">\(Words("on the lines"))</th>\
      <th scope="col">\(Words("plans, a year"))</th>\
      <th scope="col">\(Words("paid in 365 days"))</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
  }

  private static func text(_ amounts: Amounts) -> String {
    amounts.isEmpty ? "–" : amounts.texts.joined(separator: ", ")
  }

  private static func text(_ amounts: Amounts, _ currency: Currency) -> String {
    amounts[currency].map { $0.hundredths.description } ?? "–"
  }
}
