import FoundationEssentials

/// Values as the ledger keeps them: JSON with sorted members and times to the second.
enum StoredJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_: Value.Type, _ text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Value.self, from: Data(text.utf8))
  }
}

/// The ways in which one ICCID is written: with its check digit and without.
struct ICCIDForms {
  /// What was given, without spaces and dashes.
  let given: String
  /// Everything that means the same card.
  let all: [String]

  init(_ text: String) {
    let given = Self.plain(text)
    self.given = given
    var all = [given]
    if let digit = Self.checkDigit(of: given), given.count < 20 { all.append(given + digit) }
    if given.count > 18, let last = given.last,
      Self.checkDigit(of: String(given.dropLast())) == String(last)
    {
      all.append(String(given.dropLast()))
    }
    self.all = all
  }

  /// Whether its last digit is right, where it can have one: nineteen digits have.
  var hasRightCheckDigit: Bool {
    guard given.count == 19, let digit = Self.checkDigit(of: String(given.dropLast())) else {
      return true
    }
    return given.hasSuffix(digit)
  }

  /// An ICCID without what people write between its digits.
  static func plain(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
  }

  /// Whether that can be an ICCID: 18 to 20 digits, letters where an issuer uses them. An F at the
  /// end is a filler of the card's bytes, a letter behind 17 digits a typing error, and zeros alone
  /// name nothing.
  static func isPossible(_ plain: String) -> Bool {
    (18...20).contains(plain.count) && plain.allSatisfy { $0.isASCII && $0.isHexDigit }
      && plain.last != "F" && plain.contains { $0 != "0" }
      && (plain.count > 18 || plain.last?.isNumber == true
        || !plain.dropLast().allSatisfy(\.isNumber))
  }

  /// The digit that the algorithm of Luhn puts behind others; nil where there are letters.
  private static func checkDigit(of digits: String) -> String? {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      guard let value = digit.wholeNumberValue, digit.isASCII else { return nil }
      let weighed = place.isMultiple(of: 2) ? value * 2 : value
      sum += weighed > 9 ? weighed - 9 : weighed
    }
    return String((10 - sum % 10) % 10)
  }
}

extension Date {
  /// The moment as the ledger keeps it.
  var wholeSecond: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
