/// Asks decoding to refuse members that it does not know, as a file of carriers does: a misspelt
/// member that is passed over would be a rule that nobody wrote.
///
/// Values from the ledger are read without it, so that an older program reads a newer one's values.
package let refusesUnknownMembers = CodingUserInfoKey(rawValue: "refusesUnknownMembers")

extension Decoder {
  /// The members of an object, after looking for unknown ones where that was asked for.
  package func members<Key: CodingKey & CaseIterable>(
    _: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try members(Array(Key.allCases))
  }

  /// The members of an object of which only some are allowed here.
  package func members<Key: CodingKey>(_ allowed: [Key]) throws -> KeyedDecodingContainer<Key> {
    try refuseMembers(otherThan: allowed.map(\.stringValue))
    return try container(keyedBy: Key.self)
  }

  /// Fails on a member with another name, where that was asked for.
  package func refuseMembers(otherThan known: @autoclosure () -> [String]) throws {
    guard let refusesUnknownMembers, userInfo[refusesUnknownMembers] as? Bool == true else {
      return
    }
    let written = try container(keyedBy: WrittenKey.self).allKeys
    let known = known()
    guard let unknown = written.first(where: { !known.contains($0.stringValue) }) else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: codingPath + [unknown],
        debugDescription: "unknown member \"\(unknown.stringValue)\"; allowed: "
          + known.joined(separator: ", ")))
  }
}

extension KeyedDecodingContainer {
  /// A whole number that has to lie in a range.
  package func number(_ key: Key, in range: ClosedRange<Int>, of what: String) throws -> Int {
    let number: Int
    do {
      number = try decode(Int.self, forKey: key)
    } catch let error as DecodingError {
      throw error
    } catch {
      // Foundation has an error of its own for 1.5, which is a number and no whole one.
      throw DecodingError.typeMismatch(
        Int.self, .init(codingPath: codingPath + [key], debugDescription: "no whole number"))
    }
    guard range.contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: "\(number) is out of range; "
          + "allowed: \(range.lowerBound) to \(range.upperBound) \(what)")
    }
    return number
  }
}

/// A member's name as it stands in the text.
private struct WrittenKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue _: Int) { nil }
}
