import Card

extension EUICCBehaviour.Fault {
  /// What is answered in place of carrying a function out; nil where it is carried out.
  func replacement(for request: BERTLV) throws(FunctionRefusal) -> [UInt8]? {
    switch self {
    case .refused(let status): throw FunctionRefusal(status: status)
    case .failing(let code): SecureElement.failure(of: request, code)
    case .lost, .empty, .truncated, .wrapped, .padded, .lengthened, .zeroed, .flipped: nil
    }
  }

  /// An answer with what is wrong with it.
  func spoil(_ answer: [UInt8]) throws(FunctionRefusal) -> [UInt8] {
    switch self {
    case .refused(let status), .lost(let status): throw FunctionRefusal(status: status)
    case .failing: answer
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
    case .flipped(let tag):
      everywhere(in: answer, tag) { $0.dropLast() + ($0.last.map { [$0 ^ 0x01] } ?? []) }
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
  fileprivate static func all(in bytes: [UInt8]) -> [BERTLV] {
    (try? sequence(parsing: ByteReader(bytes))) ?? []
  }
}

extension SecureElement {
  /// The answer of a function that ends with an error code (SGP.22 §5.7).
  static func failure(of request: BERTLV, _ code: UInt8) -> [UInt8] {
    switch request.tag {
    case 0xBF38, 0xBF21:
      let signed = try? request.children().first(0x30)?.children().first(0x80)
      return BERTLV.encode(
        request.tag, BERTLV.encode(0xA1, signed?.encoded ?? [], BERTLV.encode(0x02, [code])))
    case ES10.enableProfile, ES10.disableProfile, ES10.deleteProfile, ES10.memoryReset,
      ES10.setNickname, ES10.setDefaultAddress, ES10.removeNotification:
      return BERTLV.encode(request.tag, BERTLV.encode(0x80, [code]))
    default: return BERTLV.encode(request.tag, BERTLV.encode(0x81, [code]))
    }
  }
}
