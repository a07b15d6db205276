import Card

extension UICC {
  /// UPDATE BINARY (ETSI TS 102 221 §11.1.4).
  func updateBinary(_ command: Command) -> ResponseAPDU {
    let target = binaryTarget(command)
    guard case .file(let file, let offset) = target else { return target.refusal }
    if let refusal = refusal(of: file.access.update, for: file) { return refusal }
    guard let changed = file.contents.overwritten(with: command.data, at: offset) else {
      return .error(0x6700)
    }
    file.contents = changed
    return .done
  }

  /// UPDATE RECORD (ETSI TS 102 221 §11.1.6).
  func updateRecord(_ command: Command) -> ResponseAPDU {
    let target = recordTarget(command)
    guard case .file(let file, let number) = target else { return target.refusal }
    if let refusal = refusal(of: file.access.update, for: file) { return refusal }
    guard file.contents.records?.element(number - 1) != nil else { return .error(0x6A83) }
    guard let changed = file.contents.replacingRecord(number, with: command.data) else {
      return .error(0x6700)
    }
    file.contents = changed
    return .done
  }

  /// DEACTIVATE and ACTIVATE FILE (ETSI TS 102 221 §11.1.14, §11.1.15), of the current EF.
  func changeLifeCycle(_ command: Command, to state: ElementaryFile.LifeCycle) -> ResponseAPDU {
    guard let file = channels[command.channel]?.file else { return .error(0x6986) }
    guard file.lifeCycle != .terminated else { return .error(0x6985) }
    guard administrator1.isSatisfied else { return .error(0x6982) }
    file.lifeCycle = state
    return .done
  }
}

extension ElementaryFile.Contents {
  /// A transparent file's contents with other bytes at `offset`. Nil when they don't fit.
  func overwritten(with data: [UInt8], at offset: Int) -> Self? {
    guard case .transparent(let bytes) = self, offset + data.count <= bytes.count else {
      return nil
    }
    return .transparent(
      Array(bytes.prefix(offset)) + data + Array(bytes.dropFirst(offset + data.count)))
  }

  /// A file's records with another one as number `number`. A cyclic file takes it as its newest.
  func replacingRecord(_ number: Int, with data: [UInt8]) -> Self? {
    guard let records, let old = records.element(number - 1), old.count == data.count else {
      return nil
    }
    if case .cyclic = self { return .cyclic([data] + records.dropLast()) }
    return .linearFixed(
      records.enumerated().map { index, record in index == number - 1 ? data : record })
  }
}
