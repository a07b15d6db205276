import CCarriers

/// JSON where it stands, to be searched without decoding it: a file that is part of the program, or a piece of
/// one.
struct JSONText: @unchecked Sendable {
  /// Its bytes, where they stand.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether a text without zeros stands in it.
  func holds(_ text: String) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return shipped_bytes_hold(start, bytes.count, text) != 0
  }

  /// Whether it is a piece of this one.
  func has(_ piece: JSONText) -> Bool {
    guard let start = bytes.baseAddress, let place = piece.bytes.baseAddress else { return false }
    return start <= place && place + piece.bytes.count <= start + bytes.count
  }

  /// Where a text is closed that begins at a place, after its quote; nil where it is not.
  func end(ofTextFrom place: Int) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    return shipped_text_end(start + place, start + bytes.count).map { $0 - start }
  }

  /// The members, at any depth, whose values are texts: both as they are written, with a backslash where
  /// there is an escape.
  var texts: some Sequence<(name: JSONText, value: JSONText)> {
    let end = end
    return sequence(state: bytes.baseAddress) { place in
      var member = shipped_member()
      guard shipped_next_member(&place, end, &member) != 0 else { return nil }
      return (
        JSONText(start: member.name, count: member.name_count),
        JSONText(start: member.value, count: member.value_count)
      )
    }
  }

  /// The values of those of one name.
  func values(of member: String) -> some Sequence<String> {
    texts.lazy.filter { $0.name.written == member }.map(\.value.written)
  }

  /// What stands in the lists that are the values of members of one name.
  func lists(of member: String) -> some Sequence<JSONText> {
    let name = "\"\(member)\""
    let end = end
    return sequence(state: bytes.baseAddress) { place in
      var count = 0
      guard let from = place, let list = shipped_list(from, end, name, &count) else { return nil }
      place = list + count
      return JSONText(start: list, count: count)
    }
  }

  /// What stands there.
  var written: String { String(decoding: bytes, as: UTF8.self) }

  private var end: UnsafePointer<UInt8>? { bytes.baseAddress.map { $0 + bytes.count } }
}

extension JSONText {
  fileprivate init(start: UnsafePointer<UInt8>?, count: Int) {
    self.init(bytes: UnsafeBufferPointer(start: start, count: count))
  }
}
