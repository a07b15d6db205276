/// A piece of a text that says something: a word that is known, a value, or the end of a clause.
struct TextItem {
  var range: Range<Int>
  var kind: Kind

  enum Kind {
    case word(Phrases.Hit)
    case date(WrittenDate)
    case amount(AmountReading)
    case data(DataVolume)
    case term(Period)
    /// A number of many digits, perhaps masked: of a phone, an order.
    case identifier
    case clauseEnd
    /// A bracket: what stands in it is said aside, and the clause goes on behind it.
    case asideStart, asideEnd
    case sentenceEnd(isQuestion: Bool)
  }

  var concepts: Concepts {
    if case .word(let hit) = kind { hit.meaning.concepts } else { [] }
  }

  func has(_ concept: Concept) -> Bool { concepts.has(concept) }

  /// Whether it is a word such as "if", behind which a condition stands.
  var startsCondition: Bool {
    guard case .word(let hit) = kind else { return false }
    return has(.condition) && hit.leadsClause
  }

  var isValue: Bool {
    switch kind {
    case .date, .amount, .data, .term: true
    case .word, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd: false
    }
  }
}

/// A date of a text, before its place in a sentence tells which year is meant.
enum WrittenDate {
  /// With its year, in each of the ways that it can be read.
  case days(DayReading)
  /// Without a year; numbers alone may also be a month and a year.
  case yearless(month: Int, day: Int, isNumeric: Bool)

  /// The days that can be meant for something to come, or for something that was.
  func reading(from received: CalendarDay, isToCome: Bool) -> DayReading? {
    switch self {
    case .days(let reading): return reading
    case .yearless(let month, let day, _):
      let days = (received.year - 1...received.year + 1).compactMap {
        CalendarDay(year: $0, month: month, day: day)
      }
      let near = isToCome ? days.first { $0 >= received } : days.last { $0 <= received }
      return near.flatMap { DayReading([$0]) }
    }
  }
}

/// Digits of a text with the signs between them.
struct WrittenNumber {
  var range: Range<Int>
  /// Runs of digits.
  var groups: [String]
  /// What stands between them.
  var separators: [Unicode.Scalar]

  /// The number, where it is a whole one of a few digits.
  func whole(_ digits: ClosedRange<Int>) -> Int? {
    guard groups.count == 1, let only = groups.first, digits.contains(only.count) else {
      return nil
    }
    return Int(only)
  }

  /// Its value: digits with at most one point.
  ///
  /// The last of two different signs divides off the parts; a single one in front of three digits
  /// groups thousands, unless nothing but zero stands before it or `mark` is known to divide.
  func value(dividedBy mark: Unicode.Scalar? = nil) -> String {
    guard let last = separators.last, last == "." || last == ",", let tail = groups.last else {
      return groups.joined()
    }
    let isMixed = separators.contains { $0 != last }
    let isSingle = separators.filter { $0 == last }.count == 1
    let isThousand = tail.count == 3 && groups.first != "0" && mark != last
    guard isSingle, isMixed || !isThousand else { return groups.joined() }
    return groups.dropLast().joined() + "." + tail
  }
}
