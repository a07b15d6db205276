import Card

/// Spoils the answers of functions that read.
struct Hostile {
  private let kind: EUICCBehaviour.Hostility
  private let function: BERTLV.Tag

  /// Nil where nothing is to be spoilt. The EID stays, or nobody would ask for more.
  init?(_ kind: EUICCBehaviour.Hostility?, _ function: BERTLV.Tag) {
    guard let kind, function != ES10.getEID else { return nil }
    self.kind = kind
    self.function = function
  }

  func spoil(_ answer: [UInt8]) -> [UInt8] {
    switch kind {
    case .lengthBeyondAnswer: function.bytes + [0x82, 0x7F, 0xFF] + answer.suffix(16)
    case .hugeLength: function.bytes + [0x84, 0xFF, 0xFF, 0xFF, 0xFF] + answer.suffix(16)
    case .indefiniteLength: function.bytes + [0x80] + answer.suffix(16) + [0x00, 0x00]
    case .emptyAnswer: []
    case .deepNesting: BERTLV.encode(function, nested)
    case .duplicateTags: BERTLV.encode(function, twice(answer))
    }
  }

  /// A hundred profiles in each other.
  private var nested: [UInt8] {
    let innermost = BERTLV.encode(0xE3, [])
    let many = (0..<100).reduce(innermost) { inner, _ in BERTLV.encode(0xE3, inner) }
    return BERTLV.encode(0xA0, many)
  }

  private func twice(_ answer: [UInt8]) -> [UInt8] {
    var reader = ByteReader(answer)
    guard let object = try? BERTLV(parsing: &reader), let parts = try? object.children() else {
      return answer
    }
    return parts.flatMap { part in
      let value = Array(part.value)
      return BERTLV.encode(part.tag, value) + BERTLV.encode(part.tag, Array(value.reversed()))
    }
  }
}
