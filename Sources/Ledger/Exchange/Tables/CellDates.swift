import FoundationEssentials
import Renewal

/// Reads the days that people write into tables.
///
/// A day is taken if it can be read in one way alone. The other cells of a column prove nothing of
/// one that could be read in two: tables are put together from several sources.
struct CellDates {
  let words: TableWords
  /// The order of numbers that could stand in several.
  let order: DateOrder?
  /// The person's zone, for a moment.
  let zone: TimeZone

  enum Reading: Equatable {
    case day(CalendarDay)
    /// It is one of several days.
    case ambiguous
    /// It is a day, but in another order than the one that was given.
    case otherOrder
    case noDay
  }

  /// What a cell says.
  func read(_ cell: String) -> Reading {
    if let day = CalendarDay(cell) { return Self.years.contains(day.year) ? .day(day) : .noDay }
    if case .moment(let moment)? = Occurrence(cell) { return day(of: moment) }
    var tokens = DateTokens(cell)
    guard tokens.dropTime(), tokens.list.count <= 16 else { return .noDay }
    tokens.drop { words.weekdays.contains($0) }
    let numbers = tokens.numbers
    if tokens.list.count == numbers.count, numbers.count == 1 || tokens.isFraction {
      return compact(numbers)
    }
    if let reading = chinese(tokens) { return reading }
    if let reading = named(tokens) { return reading }
    return numeric(tokens)
  }

  /// Years in which a line of today can have begun or end.
  private static let years = 1990...2100

  private func day(of moment: Date) -> Reading {
    guard let day = CalendarDay(Occurrence.moment(moment).dayText(in: zone)),
      Self.years.contains(day.year)
    else { return .noDay }
    return .day(day)
  }

  // 20261101; 46327 or 46327.57, days since the end of 1899 (a spreadsheet's 1900 system); seconds
  // or milliseconds since 1970.
  private func compact(_ numbers: [DateTokens.Number]) -> Reading {
    guard let first = numbers.first, let value = Int(first.digits) else { return .noDay }
    switch first.digits.count {
    case 5 where (Self.firstSerial...Self.lastSerial).contains(value):
      return day(ofSerial: value)
    case 8 where numbers.count == 1:
      return day(value / 10_000, value / 100 % 100, value % 100).map(Reading.day) ?? .noDay
    case 10 where numbers.count == 1: return day(of: Date(timeIntervalSince1970: Double(value)))
    case 13 where numbers.count == 1:
      return day(of: Date(timeIntervalSince1970: Double(value / 1_000)))
    default: return .noDay
    }
  }

  private static let firstSerial = 32_874  // 1 January 1990
  private static let lastSerial = 73_415  // 31 December 2100

  private func day(ofSerial serial: Int) -> Reading {
    // 25,569 is 1 January 1970.
    let moment = Date(timeIntervalSince1970: Double(serial - 25_569) * 86_400)
    guard let day = CalendarDay(Occurrence.moment(moment).dayText(in: .gmt)) else { return .noDay }
    return .day(day)
  }

  // 2026年11月1日, 民國115年11月1日
  private func chinese(_ tokens: DateTokens) -> Reading? {
    var list = tokens.list[...]
    let isRepublic = ["民国", "民國"].contains(list.first?.word)
    if isRepublic { list = list.dropFirst() }
    let parts = Array(list)
    guard (5...6).contains(parts.count), let year = parts[0].number, parts[1].word == "年",
      let month = parts[2].number, parts[3].word == "月", let date = parts[4].number
    else { return nil }
    if parts.count == 6 {
      guard let mark = parts[5].word, ["日", "号", "號"].contains(mark) else { return .noDay }
    }
    let years = isRepublic ? [year.value + 1911] : full(year)
    return years.compactMap { day($0, month.value, date.value) }.first.map(Reading.day) ?? .noDay
  }

  // 1 Nov 2026, November 1, 2026, 2026-Nov-01, 1 de noviembre de 2026, 1-Nov-26
  private func named(_ tokens: DateTokens) -> Reading? {
    let named = tokens.list.enumerated().compactMap { index, token in
      token.word.flatMap { word in words.months[word].map { (index, $0) } }
    }
    guard let (place, months) = named.first, named.count == 1 else { return nil }
    let others = tokens.list.enumerated().filter { $0.offset != place }
    guard
      others.allSatisfy({ _, token in
        token.number != nil
          || token.word.map(Self.joints.contains) ?? true
            && token.sign.map { "-/.,'".unicodeScalars.contains($0) } ?? true
      })
    else { return .noDay }
    let numbers = others.compactMap { offset, token in token.number.map { (offset, $0) } }
    guard numbers.count == 2, let month = months.first else { return .noDay }
    guard months.count == 1 else { return .ambiguous }
    let (first, second) = (numbers[0].1, numbers[1].1)
    let isYearFirst =
      first.digits.count > 2
      || second.digits.count <= 2 && order == .yearMonthDay && numbers[0].0 < place
        && place < numbers[1].0
    let (year, date) = isYearFirst ? (first, second) : (second, first)
    return full(year).compactMap { day($0, month, date.value) }.first.map(Reading.day) ?? .noDay
  }

  /// What stands between the parts of a date and says nothing.
  private static let joints: Set<String> = [
    "of", "the", "º", "ª", "de", "del", "d", "le", "el", "il", "er", "st", "nd", "rd", "th", "den",
    "г",
    "года",
    "год", "р", "року", "พ", "ศ", "พศ", "a",
  ]

  // 2026/11/1, 01.11.2026, 1/11/2026, 1/11/26
  private func numeric(_ tokens: DateTokens) -> Reading {
    var list = tokens.list
    if list.last?.sign == "." || list.last?.word.map(Self.joints.contains) == true {
      list.removeLast()
    }
    let numbers = list.compactMap(\.number)
    let signs = list.compactMap(\.sign)
    guard numbers.count == 3, list.count == 3 + signs.count, signs.count == 2 || signs.isEmpty,
      Set(signs).count <= 1, list.first?.number != nil, list.last?.number != nil
    else { return .noDay }
    let sign = signs.first
    guard sign.map({ "/-.".unicodeScalars.contains($0) }) ?? true else { return .noDay }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    guard b.digits.count <= 2 else { return .noDay }
    var days: [DateOrder: CalendarDay] = [:]
    switch (a.digits.count, c.digits.count) {
    case (3...4, 1...2):
      return full(a).compactMap { day($0, b.value, c.value) }.first.map(Reading.day) ?? .noDay
    case (1...2, 4):
      let year = full(c).first ?? c.value
      days[.dayMonthYear] = day(year, b.value, a.value)
      // Nobody writes points behind the month first.
      if sign != "." { days[.monthDayYear] = day(year, a.value, b.value) }
    case (1...2, 2):
      let year = 2000 + c.value
      days[.dayMonthYear] = day(year, b.value, a.value)
      if sign != "." { days[.monthDayYear] = day(year, a.value, b.value) }
      if a.digits.count == 2 { days[.yearMonthDay] = day(2000 + a.value, b.value, c.value) }
    default: return .noDay
    }
    guard let any = days.values.first else { return .noDay }
    let isYearLast = c.digits.count == 4
    if let order, !isYearLast || order != .yearMonthDay && sign != "." {
      return days[order].map(Reading.day) ?? .otherOrder
    }
    return Set(days.values).count == 1 ? .day(any) : .ambiguous
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
    guard Self.years.contains(year) else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The years that a number can mean: of this century, of Taiwan's or of Thailand's calendar.
  private func full(_ year: DateTokens.Number) -> [Int] {
    switch year.digits.count {
    case 1...2: [2000 + year.value]
    case 3: [1911 + year.value]
    case 4 where year.value > 2500: [year.value - 543]
    default: [year.value]
    }
  }
}

/// The numbers, words and signs of a date.
struct DateTokens {
  struct Number: Equatable {
    let digits: String
    var value: Int { Int(digits) ?? -1 }
  }

  enum Token: Equatable {
    case number(Number)
    case word(String)
    case sign(Unicode.Scalar)

    var number: Number? { if case .number(let number) = self { number } else { nil } }
    var word: String? { if case .word(let word) = self { word } else { nil } }
    var sign: Unicode.Scalar? { if case .sign(let sign) = self { sign } else { nil } }
  }

  private(set) var list: [Token] = []
  var numbers: [Number] { list.compactMap(\.number) }
  /// Whether it is two numbers with a point between them: a day and a part of one.
  private(set) var isFraction = false

  init(_ cell: String) {
    var word = ""
    var digits = ""
    func end(_ list: inout [Token]) {
      if !word.isEmpty { list.append(.word(TableWords.folded(word))) }
      if !digits.isEmpty { list.append(.number(Number(digits: digits))) }
      (word, digits) = ("", "")
    }
    for scalar in FoldedText.folded(String(cell.prefix(80))) {
      if scalar.isASCII, ("0"..."9").contains(scalar) {
        if !word.isEmpty { end(&list) }
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered
      {
        if !digits.isEmpty { end(&list) }
        word.unicodeScalars.append(scalar)
      } else if scalar == "." && !word.isEmpty
        && word.unicodeScalars.allSatisfy({ $0.value > 0xE00 })
      {
        // The points in ธ.ค. belong to the word.
        continue
      } else {
        end(&list)
        if scalar != " " && scalar != "\n" { list.append(.sign(scalar)) }
      }
    }
    end(&list)
    if list.count == 3, let whole = list[0].number, list[1].sign == ".", let part = list[2].number,
      whole.digits.count == 5, part.digits.count <= 12
    {
      isFraction = true
      list = [list[0], list[2]]
    }
  }

  /// Takes words away, and the brackets and the comma around them.
  mutating func drop(where isDropped: (String) -> Bool) {
    guard let place = list.firstIndex(where: { $0.word.map(isDropped) ?? false }) else {
      // 2026/11/01(日)
      if list.count > 3, list[list.count - 3].sign == "(", list.last?.sign == ")",
        let day = list[list.count - 2].word, "一二三四五六日月火水木金土".contains(day)
      {
        list.removeLast(3)
      }
      return
    }
    list.remove(at: place)
    for sign in [")", ",", "."] as [Unicode.Scalar]
    where place < list.count && list[place].sign == sign { list.remove(at: place) }
    if place > 0, let sign = list[place - 1].sign, sign == "(" || sign == "," {
      list.remove(at: place - 1)
    }
  }

  /// Takes a time of the day away. False where it is none.
  mutating func dropTime() -> Bool {
    if let colon = list.firstIndex(of: .sign(":")) { return dropTime(around: colon) }
    guard
      let mark = list.firstIndex(where: { ["时", "時", "点", "點"].contains($0.word) }), mark > 0,
      let hour = list[mark - 1].number, (0...24).contains(hour.value)
    else { return true }
    let rest = list[(mark + 1)...]
    let isTime = rest.enumerated().allSatisfy { index, token in
      index.isMultiple(of: 2)
        ? token.number.map { $0.value < 60 } ?? false : ["分", "秒"].contains(token.word)
    }
    guard isTime else { return false }
    list.removeSubrange((mark - 1)...)
    dropHalf()
    return true
  }

  private mutating func dropTime(around colon: Int) -> Bool {
    guard colon > 0, let hour = list[colon - 1].number, (0...24).contains(hour.value) else {
      return false
    }
    var end = colon
    while end + 1 < list.count, list[end].sign == ":", let part = list[end + 1].number {
      guard part.value < 60 else { return false }
      end += 2
    }
    guard end > colon else { return false }
    if end + 1 < list.count, list[end].sign == ".", list[end + 1].number != nil { end += 2 }
    let zone = list[end...]
    // What may follow: a half of the day, or a zone.
    for (index, token) in zone.enumerated() {
      switch token {
      case .word(let word):
        guard ["am", "pm", "a", "p", "m", "z", "utc", "gmt", "uhr", "h"].contains(word) else {
          return false
        }
      case .sign(let sign): guard "+-.:".unicodeScalars.contains(sign) else { return false }
      case .number: guard index > 0 else { return false }
      }
    }
    list.removeSubrange((colon - 1)...)
    dropHalf()
    return true
  }

  // What may stand before the time.
  private mutating func dropHalf() {
    while let last = list.last,
      last.word.map({ ["t", "at", "um", "上午", "下午", "中午", "晚上"].contains($0) })
        ?? (last.sign == ",")
    {
      list.removeLast()
    }
  }
}
