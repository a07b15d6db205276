import FoundationEssentials

/// Goes through a text once and takes down its words and values in their order.
struct ItemScanner {
  let text: FoldedText
  let patterns: LanguagePatterns
  let abbreviations: Set<[Unicode.Scalar]>
  let currency: Currency?
  let orders: [DateOrder]
  let received: CalendarDay
  private let hits: [Int: [Phrases.Hit]]

  private(set) var items: [TextItem] = []
  /// Where the last "today" stands among the items.
  private var moment: Int?

  init(
    _ text: FoldedText, patterns: LanguagePatterns, phrases: Phrases, hits: [Phrases.Hit],
    currency: Currency?, orders: [DateOrder], received: CalendarDay
  ) {
    self.text = text
    self.patterns = patterns
    self.abbreviations = phrases.abbreviations
    self.currency = currency
    self.orders = orders
    self.received = received
    self.hits = Dictionary(grouping: hits) { $0.range.lowerBound }
  }

  mutating func scan() {
    var place = 0
    while let scalar = text.scalar(place) {
      if let item = value(at: place) {
        append(item)
        place = item.range.upperBound
      } else if let hits = hits[place] {
        let end = hits.map(\.range.upperBound).max() ?? place + 1
        // With the endings that stand inside it.
        let isHarmless = hits.contains { $0.has(.harmless) }
        let inner = (place + 1..<max(place + 1, end)).flatMap { self.hits[$0] ?? [] }
          .filter { !isHarmless || $0.range.upperBound > end }
        for hit in hits + inner {
          items.append(TextItem(range: hit.range, kind: .word(asCondition(hit))))
        }
        place = end
      } else if scalar.isLetter {
        // An unknown word; endings that are known stand inside it.
        place += 1
        while text.scalar(place)?.isLetter == true, hits[place] == nil { place += 1 }
      } else {
        if let end = end(at: place) { items.append(TextItem(range: place..<place + 1, kind: end)) }
        place += 1
      }
    }
  }

  func hit(at place: Int, where fits: (Phrases.Meaning) -> Bool) -> Phrases.Hit? {
    hits[place]?.first { fits($0.meaning) }
  }

  func skipSpace(_ place: Int) -> Int { text.scalar(place) == " " ? place + 1 : place }

  /// The last known word, where it ends right before a place.
  func precedes(_ place: Int, _ concepts: Concept...) -> Bool {
    guard let last = items.last, place - last.range.upperBound <= 2 else { return false }
    return concepts.contains { last.has($0) }
  }

  private mutating func append(_ item: TextItem) {
    if case .date = item.kind {
      // "midnight on 30 November": the date that is written out is meant.
      if let moment, items.count - moment <= 2, items.indices.contains(moment),
        !text.scalars[items[moment].range.upperBound..<item.range.lowerBound].contains("-")
      {
        items.remove(at: moment)
      }
      // เมื่อ 20/11: "when" in front of a day is no condition.
      if let last = items.last, last.has(.condition), !last.startsCondition,
        precedes(item.range.lowerBound, .condition)
      {
        items.removeLast()
      }
      moment = isRelative(item) ? items.count : nil
      return items.append(item)
    }
    guard case .term(let term) = item.kind, let days = term.days else { return items.append(item) }
    let next = skipSpace(item.range.upperBound)
    let later = hit(at: next) { $0.concepts.has(.afterTerm) }
    guard precedes(item.range.lowerBound, .inTerm) || later != nil,
      let day = received.adding(Period(days, .day)), let reading = DayReading([day])
    else { return items.append(item) }
    items.append(TextItem(range: item.range, kind: .date(.days(reading))))
  }

  // 充值成功后: right behind a word of success, "after" makes a condition of it.
  private func asCondition(_ hit: Phrases.Hit) -> Phrases.Hit {
    let success = Concepts(.done, .toppedUp, .raised, .renewed, .activated, .reactivated)
    guard hit.has(.afterTerm), let last = items.last,
      hit.range.lowerBound - last.range.upperBound <= 1, !last.concepts.isDisjoint(with: success)
    else { return hit }
    var hit = hit
    hit.meaning.concepts.formUnion(Concepts(.condition))
    return hit
  }

  private func isRelative(_ item: TextItem) -> Bool {
    hit(at: item.range.lowerBound) { $0.concepts.has(.today) } != nil
  }

  private func value(at place: Int) -> TextItem? {
    if let item = relativeDay(at: place) ?? markedAmount(at: place) ?? monthFirst(at: place) {
      return item
    }
    guard
      text.scalar(place)?.isDigit == true || "+*".unicodeScalars.contains(text.scalar(place) ?? " ")
    else { return nil }
    if let before = text.scalar(place - 1), before.isDigit || before.isLetter && !isMark(place) {
      return nil
    }
    if let item = date(at: place) ?? identifier(at: place) { return item }
    guard let number = number(at: place) else { return nil }
    return time(number) ?? shortDate(number) ?? quantity(number) ?? bareAmount(number)
  }

  // Whether a word of money or a known ending stands right before a number: RM30, Ksh50.
  private func isMark(_ place: Int) -> Bool {
    guard case .word(let hit) = items.last?.kind else { return false }
    return hit.range.upperBound == place
  }

  /// The digits at a place.
  func number(at start: Int) -> WrittenNumber? {
    var place = start
    guard let first = digits(&place) else { return nil }
    var number = WrittenNumber(range: start..<place, groups: [first], separators: [])
    while let separator = text.scalar(place), ".,' ".unicodeScalars.contains(separator) {
      var next = place + 1
      guard let group = digits(&next) else { break }
      if separator == " " || separator == "'" {
        let isGrouped =
          group.count == 3 && number.groups.allSatisfy { $0.count <= 3 }
          && !number.separators.contains { $0 == "." || $0 == "," }
        guard isGrouped, text.scalar(next)?.isLetter != true || separator == "'" else { break }
      }
      number.groups.append(group)
      number.separators.append(separator)
      place = next
    }
    // 20,- and 20.–: no parts.
    if [",", "."].contains(text.scalar(place)), text.scalar(place + 1) == "-" { place += 2 }
    number.range = start..<place
    return number
  }

  func digits(_ place: inout Int) -> String? {
    var digits = ""
    while let scalar = text.scalar(place), scalar.isDigit {
      digits.unicodeScalars.append(scalar)
      place += 1
    }
    return digits.isEmpty ? nil : digits
  }

  // 10:02 is of no use, and neither of its numbers is an amount.
  private func time(_ number: WrittenNumber) -> TextItem? {
    var place = number.range.upperBound
    guard text.scalar(place) == ":" else { return nil }
    while text.scalar(place) == ":" {
      var next = place + 1
      guard digits(&next) != nil else { break }
      place = next
    }
    guard place > number.range.upperBound else { return nil }
    return TextItem(range: number.range.lowerBound..<place, kind: .word(nothing(place)))
  }

  private func nothing(_ place: Int) -> Phrases.Hit {
    Phrases.Hit(range: place..<place, meaning: Phrases.Meaning())
  }

  // 138****0000, 07700 900461, +7 000 000-00-00, 0000 0000 0000
  private func identifier(at start: Int) -> TextItem? {
    var place = start
    var count = 0
    var isMasked = false
    var run = 0
    var longest = 0
    var end = start
    while let scalar = text.scalar(place), place - start < 40 {
      if scalar.isDigit || scalar == "*" {
        isMasked = isMasked || scalar == "*"
        count += 1
        run += 1
        longest = max(longest, run)
        end = place + 1
      } else if " -+".unicodeScalars.contains(scalar) {
        if scalar == " ", text.scalar(place + 1)?.isDigit != true, text.scalar(place + 1) != "*" {
          break
        }
        run = 0
      } else {
        break
      }
      place += 1
    }
    let starts = text.scalar(start) == "0" || text.scalar(start) == "+"
    let next = text.scalar(end)
    guard count >= 8, longest >= 4 || isMasked || text.scalar(start) == "+",
      isMasked && text.scalar(start) != "*" || starts || longest >= 9, next != "#", next != "*",
      !(next == "." && text.scalar(end + 1)?.isDigit == true)
    else { return nil }
    return TextItem(range: start..<end, kind: .identifier)
  }

  // MARK: Ends

  private func end(at place: Int) -> TextItem.Kind? {
    guard let scalar = text.scalar(place) else { return nil }
    switch scalar {
    case "\n": return lineEnd(at: place)
    case "(": return .asideStart
    case ")": return .asideEnd
    case ",", ";", "[", "]", "{", "}", "|", "&", "+", "\"", "【", "】", "「", "」", "《", "》", "·", "•":
      return .clauseEnd
    case ":": return isBeforeValue(skipBreaks(place + 1)) ? nil : .clauseEnd
    case "-":
      let isDash = text.scalar(place - 1) == " " && text.scalar(place + 1) == " "
      return isDash && text.scalar(place + 2)?.isDigit != true ? .clauseEnd : nil
    case "?", "¿": return .sentenceEnd(isQuestion: scalar == "?")
    case "!", "。", "।", "؟": return .sentenceEnd(isQuestion: scalar == "؟")
    case ".": return isFullStop(place) ? .sentenceEnd(isQuestion: false) : nil
    default:
      // A picture ends a sentence that has no other end.
      let isPicture = scalar.properties.isEmojiPresentation && text.scalar(place + 1) == " "
      return isPicture ? .sentenceEnd(isQuestion: false) : nil
    }
  }

  // A short message is wrapped anywhere: "Your balance:", and the amount in the next line. A line
  // ends a clause where it could end one, and an empty line a sentence.
  private func lineEnd(at place: Int) -> TextItem.Kind? {
    let next = skipBreaks(place)
    var end = place
    while place - end < Self.mostBreaks, text.scalar(end - 1)?.isBreak == true { end -= 1 }
    if isLabel(before: end), isBeforeValue(next) { return nil }
    if text.scalar(place + 1) == "\n" { return .sentenceEnd(isQuestion: false) }
    return isOpen(before: end) || goesOn(at: next) ? nil : .clauseEnd
  }

  // Whether a line goes on with a small letter, and not with the name of another value.
  private func goesOn(at place: Int) -> Bool {
    guard text.scalar(place)?.isLetter == true, text.isLowerCase(place) else { return false }
    let words = text.scalars[place...].prefix(24).prefix { $0.isLetter || $0 == " " }
    return text.scalar(words.endIndex) != ":"
  }

  // Whether nothing has been said of which a value in the next line can be: a name in front of it.
  private func isLabel(before place: Int) -> Bool {
    if text.scalar(place - 1) == ":" { return true }
    guard let last = items.last, place - last.range.upperBound <= 1, case .word = last.kind else {
      return false
    }
    let line = items.reversed().prefix { item in
      switch item.kind {
      case .clauseEnd, .sentenceEnd: false
      case .word, .date, .amount, .data, .term, .identifier, .asideStart, .asideEnd: true
      }
    }
    return line.allSatisfy { !$0.isValue }
  }

  // Whether the last word waits for what it says something of: "not", "until", "will".
  private func isOpen(before place: Int) -> Bool {
    guard let last = items.last, place - last.range.upperBound <= 1 else { return false }
    return !last.concepts.isDisjoint(with: Concepts(.negation, .until, .future, .inTerm))
  }

  /// The place behind blanks and line breaks.
  private func skipBreaks(_ start: Int) -> Int {
    var place = start
    while place - start < Self.mostBreaks, text.scalar(place)?.isBreak == true { place += 1 }
    return place
  }

  // No more lie between a name and its value: each break is looked at a bounded number of times.
  private static let mostBreaks = 8

  private func isBeforeValue(_ place: Int) -> Bool {
    guard let scalar = text.scalar(place) else { return false }
    return scalar.isDigit || scalar == "-"
      || hit(at: place) { !$0.currencies.isEmpty || $0.month != nil || $0.isDay } != nil
  }

  private func isFullStop(_ place: Int) -> Bool {
    guard let next = text.scalar(place + 1) else { return true }
    // "… on 3 February .Outgoing calls": the blank stands on the wrong side.
    if text.scalar(place - 1) == " ", next.isLetter { return true }
    guard next == " " || next == "\n" || next.isUnspaced || next == "." || next == "\"" else {
      return false
    }
    var start = place
    while let before = text.scalar(start - 1),
      before.isLetter || before == "." || before.isUnspaced,
      place - start < 8
    {
      start -= 1
      if abbreviations.contains(Array(text.scalars[start..<place])), text.isWordStart(start) {
        // "34 руб. Тариф": an abbreviation of money may end the sentence all the same.
        guard case .amount = items.last?.kind, items.last?.range.upperBound == place else {
          return false
        }
        return text.isCapital(skipSpace(place + 1))
      }
    }
    return true
  }
}

extension Period {
  /// How many days it is, for those that are a fixed number of them.
  var days: Int? { unit == .day ? n : nil }
}

extension Unicode.Scalar {
  fileprivate var isBreak: Bool { self == " " || self == "\n" }
}
