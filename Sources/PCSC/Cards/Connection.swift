internal import CPCSC
internal import Card

/// An open card handle, and what it was opened with.
///
/// Holds its context, which must outlive the handle.
final class Connection {
  let context: PCSCContext
  let reader: String
  let sharing: Sharing
  let protocols: Set<TransmissionProtocol>
  private(set) var transmissionProtocol: TransmissionProtocol?
  private(set) var answerToReset: [UInt8] = []

  private let handle: SCARDHANDLE
  private var isOpen = true
  private var hasOwnReset = false
  /// Whether what the card answers has to be known, whoever wants the work to end.
  var isBoundToAnswer = false

  init(
    to reader: String, in context: PCSCContext, sharing: Sharing,
    protocols: Set<TransmissionProtocol>
  ) throws(PCSCError) {
    let mode = sharing.mode
    let bits = Self.bits(protocols)
    let (handle, active) = try context.call(waitingFor: .holder(reader: reader)) {
      var handle: SCARDHANDLE = 0
      var active: DWORD = 0
      let status = SCardConnect(context.handle, reader, mode, bits, &handle, &active)
      return (status, (handle, active))
    }
    self.handle = handle
    self.context = context
    self.reader = reader
    self.sharing = sharing
    self.protocols = protocols
    transmissionProtocol = TransmissionProtocol(bits: active)
    do throws(PCSCError) { try refreshAnswerToReset() } catch .resetCard {
      // This connection has nothing to lose yet, so the reset is acknowledged and forgotten.
      try reconnect(.leave)
    }
  }

  deinit {
    guard isOpen else { return }
    context.calls.finish { [handle] in SCardDisconnect(handle, Disposition.leave.action) }
  }

  func disconnect(_ disposition: Disposition) throws(PCSCError) {
    isOpen = false
    try call(waitingFor: .holder(reader: reader)) { handle in
      SCardDisconnect(handle, disposition.action)
    }
  }

  /// Makes a call with the card's handle.
  private func call<Value>(
    waitingFor cause: Patience.Cause? = nil, _ call: @escaping (SCARDHANDLE) -> (Int, Value)
  ) throws(PCSCError) -> Value {
    let cause = cause ?? (isBoundToAnswer ? .result : .answer)
    return try context.call(waitingFor: cause) { [handle] in call(handle) }
  }

  private func call(
    waitingFor cause: Patience.Cause? = nil, _ call: @escaping (SCARDHANDLE) -> Int
  ) throws(PCSCError) {
    try self.call(waitingFor: cause) { (call($0), ()) }
  }

  func reconnect(_ initialization: Disposition) throws(PCSCError) {
    hasOwnReset = false
    let (mode, bits) = (sharing.mode, Self.bits(protocols))
    let active = try call { handle in
      var active: DWORD = 0
      return (SCardReconnect(handle, mode, bits, initialization.action, &active), active)
    }
    transmissionProtocol = TransmissionProtocol(bits: active)
    try refreshAnswerToReset()
  }

  /// - Returns: The protocol to talk during the transaction.
  func beginTransaction() throws(PCSCError) -> TransmissionProtocol {
    try acknowledgeOwnReset()
    guard let transmissionProtocol else { throw .protocolMismatch }
    try call(waitingFor: .holder(reader: reader)) { SCardBeginTransaction($0) }
    return transmissionProtocol
  }

  func endTransaction(_ disposition: Disposition) throws(PCSCError) {
    hasOwnReset = disposition != .leave
    try call { SCardEndTransaction($0, disposition.action) }
  }

  func transmit(_ command: [UInt8]) throws(PCSCError) -> [UInt8] {
    guard let active = transmissionProtocol, let information = cpcsc_pci(active.bits) else {
      throw .protocolMismatch
    }
    let answer: [UInt8]
    do throws(PCSCError) {
      answer = try answered { handle, buffer, length in
        SCardTransmit(
          handle, information, command, DWORD(command.count), nil, &buffer, &length)
      }
      // Some drivers call it success when the card is pulled and nothing comes back.
      if answer.count < 2 { throw .notTransacted }
    } catch {
      throw isRemoval(error) ? .removedCard : error
    }
    return answer
  }

  func control(_ code: ControlCode, _ data: [UInt8]) throws(PCSCError) -> [UInt8] {
    try answered { handle, buffer, length in
      SCardControl(
        handle, DWORD(code.rawValue), data, DWORD(data.count), &buffer, length, &length)
    }
  }

  func attribute(_ attribute: ReaderAttribute) throws(PCSCError) -> [UInt8] {
    try acknowledgeOwnReset()
    return try answered { handle, buffer, length in
      // PC/SC Lite carries no longer ones.
      length = DWORD(MAX_BUFFER_SIZE)
      return SCardGetAttrib(handle, DWORD(attribute.rawValue), &buffer, &length)
    }
  }

  func status() throws(PCSCError) -> CardStatus {
    try acknowledgeOwnReset()
    let reader = reader
    return try call(waitingFor: .holder(reader: reader)) { handle in
      var state: DWORD = 0
      var active: DWORD = 0
      var atr = [UInt8](repeating: 0, count: Int(MAX_ATR_SIZE))
      var length = DWORD(atr.count)
      let status = SCardStatus(handle, nil, nil, &state, &active, &atr, &length)
      let card = CardStatus(
        reader: reader,
        state: CardStatus.State(rawValue: UInt16(truncatingIfNeeded: state)),
        eventCount: UInt16(truncatingIfNeeded: state >> 16),
        transmissionProtocol: TransmissionProtocol(bits: active),
        answerToReset: Array(atr.prefix(Int(clamping: length))))
      return (status, card)
    }
  }

  /// Has a call fill a buffer with room for the longest answer that PC/SC Lite can carry: with one that
  /// is too small the command runs and its answer is lost.
  private func answered(
    _ call: @escaping (SCARDHANDLE, inout [UInt8], inout DWORD) -> Int
  ) throws(PCSCError) -> [UInt8] {
    try self.call { handle in
      var buffer = [UInt8](repeating: 0, count: Int(cpcsc_max_buffer_size_extended))
      var length = DWORD(buffer.count)
      let status = call(handle, &buffer, &length)
      return (status, Array(buffer.prefix(Int(clamping: length))))
    }
  }

  /// Whether an exchange failed with this because the card is gone. It was there when the
  /// connection was opened.
  ///
  /// When a card is pulled during an exchange the reader only sees the exchange fail; pcscd looks
  /// for the card every 400 ms and knows after that.
  private func isRemoval(_ error: PCSCError) -> Bool {
    if error == .noSmartcard { return true }
    guard [.notTransacted, .communicationDataLost].contains(error) else { return false }
    for _ in 0..<4 {
      do throws(PCSCError) {
        let status = try status()
        if status.state.contains(.absent) { return true }
        let state = try context.state(of: reader)
        _ = try context.statusChange(from: [(reader, state.currentState)], milliseconds: 250)
      } catch {
        return [.removedCard, .noSmartcard].contains(error)
      }
    }
    return false
  }

  /// pcscd reports a reset at the end of a transaction even to the connection that asked for it.
  private func acknowledgeOwnReset() throws(PCSCError) {
    if hasOwnReset { try reconnect(.leave) }
  }

  private func refreshAnswerToReset() throws(PCSCError) {
    answerToReset = try status().answerToReset
  }

  private static func bits(_ protocols: Set<TransmissionProtocol>) -> DWORD {
    protocols.reduce(0) { $0 | $1.bits }
  }
}
