import Card

extension EUICCBehaviour.Fault {
  /// An answer with what is wrong with it.
  func spoil(_ answer: [UInt8]) throws(FunctionRefusal) -> [UInt8] {
    switch self {
    case .refused(let status): throw FunctionRefusal(status: status)
    case .empty: []
    case .truncated: Array(answer.dropLast())
    case .wrapped(let tag):
      inList(of: answer) { BERTLV.encode(tag, $0.flatMap(\.encoded)) }
    case .padded(let byte):
      inList(of: answer) { objects in
        (objects.first?.encoded ?? []) + [byte] + objects.dropFirst().flatMap(\.encoded)
      }
    case .lengthened(let tag): everywhere(in: answer, tag) { $0 + [0x12, 0x34] }
    case .zeroed(let tag): everywhere(in: answer, tag) { $0.map { _ in 0 } }
    }
  }

  /// The answer with another list in it.
  private func inList(of answer: [UInt8], _ body: ([BERTLV]) -> [UInt8]) -> [UInt8] {
    guard let whole = BERTLV.all(in: answer).first, let list = try? whole.children().first,
      let objects = try? list.children()
    else { return answer }
    return BERTLV.encode(whole.tag, BERTLV.encode(list.tag, body(objects)))
  }

  /// The data objects with a value changed in all that have a tag.
  private func everywhere(
    in bytes: [UInt8], _ tag: BERTLV.Tag, _ change: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    BERTLV.all(in: bytes).flatMap { object in
      let value = Array(object.value)
      if object.tag == tag { return BERTLV.encode(tag, change(value)) }
      return BERTLV.encode(
        object.tag, object.tag.isConstructed ? everywhere(in: value, tag, change) : value)
    }
  }
}

extension BERTLV {
  fileprivate var encoded: [UInt8] { BERTLV.encode(tag, Array(value)) }

  fileprivate static func all(in bytes: [UInt8]) -> [BERTLV] {
    (try? sequence(parsing: ByteReader(bytes))) ?? []
  }
}
