extension ReplyReader {
  /// The days that a date at a place can mean, and how far it goes.
  func date(at index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    guard let first = token(index), first.kind == .number || first.kind == .word else { return nil }
    return chineseDate(index) ?? numericDate(index) ?? pointedDate(index) ?? dayFirst(index)
      ?? monthFirst(index) ?? compactDate(index)
  }

  // 2026年12月1日; without the year it is no day.
  private func chineseDate(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    var place = index
    var year: Int?
    if token(place + 1)?.text == "年" {
      guard let number = token(place)?.whole(digits: 2...4) else { return nil }
      year = number < 100 ? 2000 + number : number
      place += 2
    }
    guard let month = token(place)?.whole(digits: 1...2), token(place + 1)?.text == "月",
      let day = token(place + 2)?.whole(digits: 1...2), let mark = token(place + 3)?.text,
      ["日", "号", "號"].contains(mark)
    else { return nil }
    let range = index..<place + 4
    let found = year.flatMap { CalendarDay(year: $0, month: month, day: day) }
    return (found.map { [$0] } ?? [], range)
  }

  // 31/12/2026, 2026-12-31
  private func numericDate(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    guard let sign = token(index + 1), ["/", "-"].contains(sign.text), !sign.isSpaced,
      token(index + 3)?.text == sign.text, token(index + 3)?.isSpaced == false,
      let numbers = numbers([index, index + 2, index + 4].map { token($0)?.text ?? "" }[...])
    else { return nil }
    return (numbers, index..<index + 5)
  }

  // 31.12.2026
  private func pointedDate(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    let parts = token(index)?.text.split(separator: ".").map(String.init) ?? []
    guard parts.count == 3, let numbers = numbers(parts[...]) else { return nil }
    return (numbers, index..<index + 1)
  }

  // 31st of December 2026, 31-Dec-26
  private func dayFirst(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    guard let day = token(index)?.whole(digits: 1...2) else { return nil }
    var place = index + 1
    if let word = token(place)?.text.lowercased(), ReplyWords.ordinals.contains(word) { place += 1 }
    if ["of", "-"].contains(token(place)?.text.lowercased()) { place += 1 }
    guard let month = month(place) else { return nil }
    return withYear(month: month, day: day, after: place + 1, from: index)
  }

  // December 31, 2026
  private func monthFirst(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    guard let month = month(index), let day = token(index + 1)?.whole(digits: 1...2) else {
      return nil
    }
    var place = index + 2
    if let word = token(place)?.text.lowercased(), ReplyWords.ordinals.contains(word) { place += 1 }
    return withYear(month: month, day: day, after: place, from: index)
  }

  // 20261231
  private func compactDate(_ index: Int) -> (days: [CalendarDay], range: Range<Int>)? {
    guard let number = token(index)?.whole(digits: 8...8),
      (2000_01_01...2099_12_31).contains(number),
      let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return ([day], index..<index + 1)
  }

  private func month(_ index: Int) -> Int? {
    guard let word = token(index)?.text.lowercased() else { return nil }
    let short = word == "sept" ? "sep" : word
    return (ReplyWords.months.firstIndex(of: short) ?? ReplyWords.fullMonths.firstIndex(of: word))
      .map { $0 + 1 }
  }

  private func withYear(
    month: Int, day: Int, after place: Int, from index: Int
  ) -> (days: [CalendarDay], range: Range<Int>) {
    var place = place
    let end = place
    if [",", "-", "."].contains(token(place)?.text) { place += 1 }
    let year =
      token(place)?.whole(digits: 4...4)
      ?? token(place)?.whole(digits: 2...2).flatMap {
        // Two digits are a year where a hyphen joins them, else they may be an hour.
        token(place - 1)?.text == "-" ? 2000 + $0 : nil
      }
    guard let year else { return ([], index..<end) }
    let found = CalendarDay(year: year, month: month, day: day)
    return (found.map { [$0] } ?? [], index..<place + 1)
  }

  /// The days that three numbers can mean, in the given order, or in every order that makes a day.
  private func numbers(_ parts: ArraySlice<String>) -> [CalendarDay]? {
    let numbers = parts.compactMap { Int($0) }
    let lengths = parts.map(\.count)
    guard numbers.count == 3, lengths.allSatisfy({ [1, 2, 4].contains($0) }) else { return nil }
    let orders: [DateOrder]
    switch lengths.firstIndex(of: 4) {
    case 0: orders = [.yearMonthDay]
    case 2: orders = dateOrder.flatMap { $0 == .yearMonthDay ? nil : [$0] } ?? Self.yearLast
    case nil where lengths == [2, 2, 2]: orders = dateOrder.map { [$0] } ?? DateOrder.allCases
    case nil where lengths[2] == 2: orders = dateOrder.map { [$0] } ?? Self.yearLast
    default: return nil
    }
    let days = Set(orders.compactMap { $0.day(numbers) })
    return days.sorted()
  }

  private static let yearLast: [DateOrder] = [.dayMonthYear, .monthDayYear]
}

extension DateOrder {
  fileprivate func day(_ numbers: [Int]) -> CalendarDay? {
    guard numbers.count == 3 else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    let (year, month, day) =
      switch self {
      case .dayMonthYear: (c, b, a)
      case .monthDayYear: (c, a, b)
      case .yearMonthDay: (a, b, c)
      }
    return CalendarDay(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }
}
