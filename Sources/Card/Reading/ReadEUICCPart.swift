import CardState

extension SnapshotReader {
  /// Reads a part of what an eUICC says. Nil where there is nothing that can be used, which then stands
  /// in `unread`.
  func read<Value>(
    _ part: EUICCPart, of euicc: inout EUICC, _ call: () throws(ISDRError) -> Value
  ) throws(ChannelError) -> Value? {
    do {
      return try call()
    } catch {
      keep(try part.unread(error), of: &euicc)
      return nil
    }
  }

  /// Reads a part that is a list. What could be made out of a list with a flaw is kept, and so is the
  /// whole answer.
  func readList<Value>(
    _ part: EUICCPart, of euicc: inout EUICC, _ call: () throws(ISDRError) -> ES10List<Value>
  ) throws(ChannelError) -> [Value]? {
    guard let list = try read(part, of: &euicc, call) else { return nil }
    if let flaw = list.flaw { keep(part.flaw(flaw, in: list.bytes), of: &euicc) }
    return list.values
  }

  func keep(_ answer: UnreadAnswer, of euicc: inout EUICC) {
    euicc.unread = (euicc.unread ?? []) + [answer]
    warn(answer)
  }

  func warn(_ answer: UnreadAnswer) { warn(answer.code, answer.message, hint: answer.hint) }
}
