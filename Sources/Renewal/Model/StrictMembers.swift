/// Asks decoding to refuse members that it does not know, as a rule file does: a misspelt member
/// that is passed over would be a rule that nobody wrote.
///
/// Values from the ledger are read without it, so that an older program reads a newer one's values.
let refusesUnknownMembers = CodingUserInfoKey(rawValue: "refusesUnknownMembers")

extension Decoder {
  /// The members of an object, after looking for unknown ones where that was asked for.
  func members<Key: CodingKey & CaseIterable>(
    _: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    if let refusesUnknownMembers, userInfo[refusesUnknownMembers] as? Bool == true {
      let written = try container(keyedBy: WrittenKey.self).allKeys
      let known = Key.allCases.map(\.stringValue)
      if let unknown = written.first(where: { !known.contains($0.stringValue) }) {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: codingPath + [unknown],
            debugDescription: "unknown member \"\(unknown.stringValue)\"; allowed: "
              + known.joined(separator: ", ")))
      }
    }
    return try container(keyedBy: Key.self)
  }
}

/// A member's name as it stands in the text.
private struct WrittenKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue _: Int) { nil }
}
