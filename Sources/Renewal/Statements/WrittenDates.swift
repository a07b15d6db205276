extension ItemScanner {
  /// "today", "tomorrow", "the end of the month", the name of a day.
  func relativeDay(at place: Int) -> TextItem? {
    guard let hit = hit(at: place, where: { $0.isDay }) else { return nil }
    let day: CalendarDay?
    if hit.has(.today) {
      day = received
    } else if hit.has(.tomorrow) {
      day = received.adding(Period(1, .day))
    } else if hit.has(.yesterday) {
      day = received.dayBefore
    } else if hit.has(.monthEnd) {
      day = received.lastOfMonth
    } else {
      day = (0..<7).compactMap { $0 == 0 ? received : received.adding(Period($0, .day)) }
        .first { $0.weekday == hit.meaning.weekday }
    }
    guard let day, let reading = DayReading([day]) else { return nil }
    return TextItem(range: hit.range, kind: .date(.days(reading)))
  }

  /// A date that begins with a number.
  func date(at start: Int) -> TextItem? {
    var place = start
    guard let first = digits(&place), first.count <= 8 else { return nil }
    return chineseDate(start) ?? numericDate(first, start, place) ?? dayFirst(first, start, place)
      ?? compactDate(first, start, place)
  }

  // 2026年11月20日, 115年5月1日, 11月20日
  private func chineseDate(_ start: Int) -> TextItem? {
    var place = start
    var year: Int?
    guard var number = whole(&place) else { return nil }
    if text.scalar(place) == "年" {
      year = number
      place = skipSpace(place + 1)
      guard let next = whole(&place) else { return nil }
      number = next
    }
    guard text.scalar(place) == "月" else { return nil }
    let month = number
    place = skipSpace(place + 1)
    guard let day = whole(&place), let mark = text.scalar(place), ["日", "号", "號"].contains(mark)
    else { return nil }
    return item(start..<place + 1, year: year, month: month, day: day)
  }

  private func whole(_ place: inout Int) -> Int? {
    guard let digits = digits(&place), digits.count <= 4 else { return nil }
    place = skipSpace(place)
    return Int(digits)
  }

  // 31/12/2026, 2026-12-31, 31.12.26, 115/12/31
  private func numericDate(_ first: String, _ start: Int, _ end: Int) -> TextItem? {
    var place = end
    guard let sign = text.scalar(place), ["/", "-", "."].contains(sign) else { return nil }
    place += 1
    if sign == ".", text.scalar(place) == " " { place += 1 }
    guard let second = digits(&place), second.count <= 2, text.scalar(place) == sign else {
      return nil
    }
    place += 1
    if sign == ".", text.scalar(place) == " " { place += 1 }
    guard let third = digits(&place), let a = Int(first), let b = Int(second), let c = Int(third)
    else { return nil }
    if text.scalar(place) == sign, text.scalar(place + 1)?.isDigit == true { return nil }
    let days: [CalendarDay]
    switch (first.count, third.count) {
    case (4, 1...2), (3, 1...2):
      days = years(a).compactMap { CalendarDay(year: $0, month: b, day: c) }
    case (1...2, 4): days = yearLast(a, b, c)
    case (1...2, 2) where sign != "." || first.count == 2 || second.count == 2:
      days =
        orders.contains(.yearMonthDay) && first.count == 2 && orders.count == 1
        ? years(a).compactMap { CalendarDay(year: $0, month: b, day: c) } : yearLast(a, b, c)
    default: return nil
    }
    guard let reading = DayReading(days) else { return nil }
    return TextItem(range: start..<place, kind: .date(.days(reading)))
  }

  private func yearLast(_ a: Int, _ b: Int, _ year: Int) -> [CalendarDay] {
    let last = orders.filter { $0 != .yearMonthDay }
    let used = last.isEmpty ? [DateOrder.dayMonthYear] : last
    let days = used.flatMap { order in
      years(year).compactMap {
        order == .monthDayYear
          ? CalendarDay(year: $0, month: a, day: b) : CalendarDay(year: $0, month: b, day: a)
      }
    }
    guard days.isEmpty else { return days }
    // Only the other order makes a day of it.
    return years(year).flatMap { year in
      [CalendarDay(year: year, month: a, day: b), CalendarDay(year: year, month: b, day: a)]
        .compactMap { $0 }
    }
  }

  // 31st of December 2026, 31-Dec-26, 31/DIC/2026, 19 ธ.ค. 69
  private func dayFirst(_ first: String, _ start: Int, _ end: Int) -> TextItem? {
    guard first.count <= 2, let day = Int(first), (1...31).contains(day) else { return nil }
    var place = end
    for ordinal in ["st", "nd", "rd", "th", "er", "º", "ª", "."] {
      let letters = Array(ordinal.unicodeScalars)
      if text.scalars[place...].starts(with: letters),
        ordinal == "." || text.isWordEnd(place + letters.count)
      {
        place += letters.count
        break
      }
    }
    place = skipJoint(place)
    guard let month = hit(at: place, where: { $0.month != nil }), let number = month.meaning.month
    else { return nil }
    return withYear(start, after: month.range.upperBound, month: number, day: day)
  }

  /// December 31, 2026
  func monthFirst(at start: Int) -> TextItem? {
    guard let month = hit(at: start, where: { $0.month != nil }), let number = month.meaning.month
    else { return nil }
    var place = month.range.upperBound
    if text.scalar(place) == "." { place += 1 }
    place = skipSpace(place)
    guard let digits = digits(&place), digits.count <= 2, let day = Int(digits) else { return nil }
    for ordinal in ["st", "nd", "rd", "th"]
    where text.scalars[place...].starts(with: ordinal.unicodeScalars) {
      place += 2
      break
    }
    guard text.isWordEnd(place), text.scalar(place) != ":" else { return nil }
    return withYear(start, after: place, month: number, day: day)
  }

  private func withYear(_ start: Int, after end: Int, month: Int, day: Int) -> TextItem? {
    var place = end
    if text.scalar(place) == "." { place += 1 }
    if text.scalar(place) == "," { place += 1 }
    place = skipJoint(place)
    let isJoined = place > end && ["-", "/", "'"].contains(text.scalar(place - 1))
    let begin = place
    if let digits = digits(&place), let year = Int(digits),
      digits.count == 4 || digits.count == 2 && (isJoined || mayBeYear(year, begin, place)),
      let found = item(start..<place, year: year, month: month, day: day)
    {
      return found
    }
    return item(start..<end, year: nil, month: month, day: day)
  }

  // Two digits behind a month: a year, unless an hour, money or a unit.
  private func mayBeYear(_ year: Int, _ start: Int, _ end: Int) -> Bool {
    guard let next = text.scalar(end), next != ":",
      next != "." || text.scalar(end + 1)?.isDigit != true
    else { return text.scalar(end) == nil }
    let place = skipSpace(end)
    let isCounted =
      hit(at: place) {
        !$0.currencies.isEmpty || $0.data != nil || $0.times != nil
          || !$0.concepts.isDisjoint(with: Concepts(.hour, .day, .week, .month, .year))
      } != nil
    return !isCounted && years(year).contains { abs($0 - received.year) <= 10 }
  }

  // A blank, a sign, or a word such as "of" between day, month and year.
  private func skipJoint(_ place: Int) -> Int {
    var place = skipSpace(place)
    if let sign = text.scalar(place), ["-", "/", "'"].contains(sign) {
      place = skipSpace(place + 1)
    }
    for word in ["of ", "de ", "del ", "d'"]
    where text.scalars[place...].starts(with: word.unicodeScalars) {
      return place + word.unicodeScalars.count
    }
    return place
  }

  // 20261231
  private func compactDate(_ first: String, _ start: Int, _ end: Int) -> TextItem? {
    guard first.count == 8, let number = Int(first), (2000_01_01...2099_12_31).contains(number)
    else { return nil }
    return item(start..<end, year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// 30.11 or 30/11 without a year, right behind a word such as "until".
  func shortDate(_ number: WrittenNumber) -> TextItem? {
    var place = number.range.upperBound
    // 18.11. with a second point is a date anywhere.
    let isPointed =
      text.scalar(place) == "." && number.groups.allSatisfy { (1...2).contains($0.count) }
      && text.scalar(place + 1) == " "
    guard isPointed || isDated(number.range.lowerBound) else { return nil }
    let parts: [String]
    if number.groups.count == 2, number.separators == ["."], patterns.decimal == .comma {
      parts = number.groups
      if isPointed { place += 1 }
    } else if number.groups.count == 1, text.scalar(place) == "/" {
      place += 1
      guard let second = digits(&place) else { return nil }
      parts = number.groups + [second]
    } else {
      return nil
    }
    guard parts.allSatisfy({ (1...2).contains($0.count) }),
      let a = parts.first.flatMap({ Int($0) }),
      let b = parts.last.flatMap({ Int($0) }),
      hit(at: skipSpace(place), where: { !$0.currencies.isEmpty || $0.data != nil }) == nil
    else { return nil }
    let isMonthFirst =
      orders == [.monthDayYear]
      || orders.first == .yearMonthDay && patterns.language.hasPrefix("zh")
    let (month, day) = isMonthFirst ? (a, b) : (b, a)
    guard CalendarDay(year: 2024, month: month, day: day) != nil else { return nil }
    return TextItem(
      range: number.range.lowerBound..<place,
      kind: .date(.yearless(month: month, day: day, isNumeric: true)))
  }

  // Whether the last word that says something speaks of a day: "until", "renews on the".
  private func isDated(_ place: Int) -> Bool {
    let last = items.last { !$0.concepts.subtracting(Concepts(.common)).isEmpty || $0.isValue }
    guard let last, place - last.range.upperBound <= 6 else { return false }
    return !last.concepts.isDisjoint(
      with: Concepts(.until, .expires, .nextRenewal, .renewed, .lost, .suspended))
  }

  private func item(_ range: Range<Int>, year: Int?, month: Int, day: Int) -> TextItem? {
    guard let year else {
      guard CalendarDay(year: 2024, month: month, day: day) != nil else { return nil }
      return TextItem(
        range: range, kind: .date(.yearless(month: month, day: day, isNumeric: false)))
    }
    let days = years(year).compactMap { CalendarDay(year: $0, month: month, day: day) }
    return DayReading(days).map { TextItem(range: range, kind: .date(.days($0))) }
  }

  /// The years that a number can mean: in full, without its century, or of another calendar.
  ///
  /// Of several, those near the day on which the text came are kept, if there are any.
  func years(_ number: Int) -> [Int] {
    var years: [Int]
    switch number {
    case 0..<100:
      years = [2000 + number]
      if patterns.calendars.contains(.buddhist) { years.append(2500 + number - 543) }
    case 100..<200: years = patterns.calendars.contains(.republic) ? [1911 + number] : []
    case 2400..<2700: years = patterns.calendars.contains(.buddhist) ? [number - 543] : [number]
    default: years = [number]
    }
    let near = years.filter { (received.year - 5...received.year + 12).contains($0) }
    return near.isEmpty ? years : near
  }
}

extension Phrases.Meaning {
  var isDay: Bool {
    weekday != nil || !concepts.isDisjoint(with: Concepts(.today, .tomorrow, .yesterday, .monthEnd))
  }
}

extension CalendarDay {
  /// The day of the week, Monday 1 to Sunday 7.
  var weekday: Int {
    // Zeller's congruence, with January and February in the year before.
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    let h = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return (h + 5) % 7 + 1
  }

  /// Days since an early one, to tell how far two of them are apart.
  var ordinal: Int {
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m - 457) / 5 + day
  }

  var lastOfMonth: CalendarDay? {
    CalendarDay(year: year, month: month, day: Self.length(ofMonth: month, year: year))
  }

  var dayBefore: CalendarDay? {
    if day > 1 { return CalendarDay(year: year, month: month, day: day - 1) }
    let (y, m) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return CalendarDay(year: y, month: m, day: Self.length(ofMonth: m, year: y))
  }
}
