import FoundationEssentials
import Renewal
import Words

// What a person writes, in the form that the program writes.
extension LineTableRow {
  mutating func makePlain(at place: Int, _ problems: inout [ImportProblem]) throws {
    if let iccid = cells["iccid"], ICCIDForms.plain(iccid).count == 20,
      iccid.uppercased().last == "F"
    {
      // Cards fill the last half of a byte with it.
      cells["iccid"] = String(iccid.dropLast())
    }
    try makeNumbersPlain()
    try makeAmountPlain("lowBalance", currency: "lowBalanceCurrency")
    try makeAmountPlain("dayRate", currency: "dayRateCurrency")
    if let plan = cells["plan"],
      let known = Line.Plan.allCases.first(where: { $0.rawValue.lowercased() == plan.lowercased() })
    {
      cells["plan"] = known.rawValue
    }
    if let carrier = cells["carrier"] {
      let found = context.reading.carriers(carrier)
      if found.count == 1, let only = found.first {
        cells["carrier"] = only
      } else if !found.contains(carrier) {
        let names = found.prefix(5).joined(separator: ", ")
        problems.append(
          ImportProblem(
            line: place, column: "carrier", isWarning: true,
            found.isEmpty
              ? Words("no carrier is known by this name; it is kept as it is written")
              : Words("it can be several carriers, and is kept as it is written: \(names)")))
      }
    }
  }

  mutating func makeNumbersPlain() throws {
    guard cells["numbers"] != nil else { return }
    let numbers = try numbers.map { number in
      // 13800138000.0, as programs write a number that they took for a fraction.
      let plain = number.hasSuffix(".0") ? String(number.dropLast(2)) : number
      guard !WrittenNumber.isExponential(plain) else {
        throw CellError(
          "numbers", Words("a spreadsheet turned it into a number: format the column as text"))
      }
      guard !WrittenNumber.isRounded(plain) else {
        throw CellError("numbers", WrittenNumber.rounded)
      }
      let digits = plain.count { $0.isNumber }
      guard (3...20).contains(digits) else {
        throw CellError("numbers", Words("a phone number has 3 to 15 digits"))
      }
      return plain
    }
    cells["numbers"] = try CellList.cell(of: numbers)
  }

  mutating func makeAmountPlain(_ column: String, currency: String) throws {
    guard cells[column] != nil, let money = try money(column, currency, of: nil) else { return }
    cells[column] = money.amount.description
    cells[currency] = money.currency.rawValue
  }

  mutating func makeDayPlain(_ column: String) throws {
    if let day = try day(column) { cells[column] = day.description }
  }

  /// The day in a column.
  func day(_ column: String) throws -> CalendarDay? {
    guard let cell = cells[column] else { return nil }
    switch context.dates.read(cell) {
    case .day(let day): return day
    case .ambiguous:
      throw CellError(
        column,
        Words("\(cell) can be several days; say in which order: --date-order dmy, mdy or ymd"))
    case .otherOrder:
      throw CellError(column, Words("\(cell) is no day in the order of --date-order"))
    case .noDay: throw CellError(column, Words("a day is needed, such as 2026-02-28"))
    }
  }

  /// A day that has come.
  func pastDay(_ column: String) throws -> CalendarDay? {
    guard let day = try day(column) else { return nil }
    // It may be tomorrow elsewhere.
    let latest = Occurrence.moment(context.moment.addingTimeInterval(86_400)).dayText(
      in: context.zone)
    guard day.description <= latest else {
      throw CellError(column, Words("\(day.description) has not come yet"))
    }
    return day
  }

  /// An amount, with the currency that stands beside it, in a column of its own, or that the line
  /// bills in.
  func money(_ column: String, _ currency: String, of line: Line?) throws -> Money? {
    guard let cell = cells[column] else { return nil }
    let read: CellAmounts.Reading
    do {
      read = try context.amounts.read(cell)
    } catch .ambiguous {
      throw CellError(
        column, Words("it can be thousands or thousandths; write it with two decimals or none"))
    } catch .unknownCurrency {
      throw CellError(column, Words("its currency is not known; write its code, such as GBP"))
    } catch {
      throw CellError(column, Words("an amount is needed, such as 14.99"))
    }
    var meant = read.currencies
    if let text = cells[currency] {
      let said = context.amounts.words.currencies(text, ofMainland: context.isOfMainland)
      guard !said.isEmpty else {
        throw CellError(currency, Words("its currency is not known; write its code, such as GBP"))
      }
      meant = meant.map { $0.intersection(said) } ?? said
      guard meant?.isEmpty == false else {
        throw CellError(currency, Words("the amount has another currency than this"))
      }
    }
    if let line, let own = context.reading.currency(line), meant?.contains(own) ?? true {
      return Money(read.amount, own)
    }
    guard let meant else {
      throw CellError(currency, Words("a balance needs a currency, such as GBP"))
    }
    guard meant.count == 1, let only = meant.first else {
      let codes = meant.map(\.rawValue).sorted().joined(separator: ", ")
      throw CellError(column, Words("its currency can be \(codes); write the code"))
    }
    return Money(read.amount, only)
  }

  /// The clock of a term of its own.
  func ownClock() throws -> Clock? {
    guard let cell = cells["every"] else { return nil }
    var text = cell.drop { !$0.isNumber }
    let before = TableWords.folded(cell.prefix { !$0.isNumber })
    guard ["", "每", "every", "alle"].contains(before) else { throw Self.noTerm }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(digits.count)
    if text == ".0" { text = "" }
    let unit = text.allSatisfy(\.isWhitespace) ? context.unitOfTerms : context.words.unit(text)
    guard let number = Int(digits), let (unit, times) = unit,
      Period.lengths.contains(number), Period.lengths.contains(number * times)
    else { throw Self.noTerm }
    return Clock(
      id: Clock.givenDate.id, .number, anchor: [try keeper(), .activation, .explicitDate(nil)],
      period: Period(number * times, unit))
  }

  static let noTerm = CellError("every", Words("a term is needed, such as 180d, 6m or 1y"))

  func keeper() throws -> Anchor {
    guard let cell = cells["keptBy"] else {
      return cells["lastTopUp"] != nil && cells["lastKept"] == nil && cells["lastUse"] == nil
        ? .lastTopUp : .lastUse
    }
    switch TableWords.folded(cell) {
    case "topup", "充值", "增值", "儲值": return .lastTopUp
    case "use", "使用": return .lastUse
    case "paiduse": return .lastChargeable
    default: throw CellError("keptBy", Words("it is topup, use or paid-use"))
    }
  }
}
