extension JSONValue {
  /// A value as JSON has it, member by member, without a text in between. Nil when it has none.
  public init?(encoding value: some Encodable) {
    let encoder = JSONValueEncoder()
    guard (try? value.encode(to: encoder)) != nil, let value = encoder.place.value else {
      return nil
    }
    self = value
  }
}

/// Where a value is put together.
private final class Place {
  private enum Content {
    case nothing
    case value(JSONValue)
    case list([Place])
    case members([String: Place])
  }

  private var content = Content.nothing

  var value: JSONValue? {
    switch content {
    case .nothing: nil
    case .value(let value): value
    case .list(let places): .array(places.compactMap(\.value))
    case .members(let places): .object(places.compactMapValues(\.value))
    }
  }

  var count: Int {
    if case .list(let places) = content { places.count } else { 0 }
  }

  func put(_ value: JSONValue) { content = .value(value) }

  func becomeList() {
    guard case .list = content else { return content = .list([]) }
  }

  func becomeObject() {
    guard case .members = content else { return content = .members([:]) }
  }

  /// The place of a member.
  func member(_ name: String) -> Place {
    guard case .members(var places) = content else { return Place() }
    if let place = places[name] { return place }
    let place = Place()
    // Held once while it grows: a card decides how many there are, and each would copy all before it.
    content = .nothing
    places[name] = place
    content = .members(places)
    return place
  }

  /// A place behind the last element.
  func next() -> Place {
    guard case .list(var places) = content else { return Place() }
    let place = Place()
    content = .nothing
    places.append(place)
    content = .list(places)
    return place
  }

  func put(_ value: some Encodable, _ path: [any CodingKey]) throws {
    try value.encode(to: JSONValueEncoder(place: self, codingPath: path))
  }
}

private struct JSONValueEncoder: Encoder {
  var place = Place()
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    place.becomeObject()
    return KeyedEncodingContainer(Members(place: place, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.becomeList()
    return Elements(place: place, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(place: place, codingPath: codingPath)
  }
}

private struct Single: SingleValueEncodingContainer {
  let place: Place
  var codingPath: [any CodingKey]

  mutating func encodeNil() { place.put(.null) }
  mutating func encode(_ value: Bool) { place.put(.boolean(value)) }
  mutating func encode(_ value: String) { place.put(.string(value)) }
  mutating func encode(_ value: Float) throws { try encode(Double(value)) }

  mutating func encode(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no such number"))
    }
    place.put(Int(exactly: value).map(JSONValue.integer) ?? .number(value))
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    if let number = value as? any BinaryInteger {
      place.put(Int(exactly: number).map(JSONValue.integer) ?? .number(Double(number)))
    } else {
      try place.put(value, codingPath)
    }
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: Place
  var codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { place.member(key.stringValue).put(.null) }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try place.member(key.stringValue).put(value, codingPath + [key])
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: keyedBy)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    JSONValueEncoder(place: place.member("super"), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: Key) -> JSONValueEncoder {
    JSONValueEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct Elements: UnkeyedEncodingContainer {
  let place: Place
  var codingPath: [any CodingKey]
  var count: Int { place.count }

  mutating func encodeNil() { place.next().put(.null) }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try place.next().put(value, codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder.container(keyedBy: keyedBy)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { encoder }

  private var encoder: JSONValueEncoder {
    JSONValueEncoder(place: place.next(), codingPath: codingPath)
  }
}
