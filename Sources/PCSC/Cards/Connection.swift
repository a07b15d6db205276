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
  // With a buffer that is too small the command runs and its answer is lost, so this has room for
  // the longest answer that PC/SC Lite can carry.
  private var buffer = [UInt8](repeating: 0, count: Int(cpcsc_max_buffer_size_extended))

  init(
    to reader: String, in context: PCSCContext, sharing: Sharing,
    protocols: Set<TransmissionProtocol>
  ) throws(PCSCError) {
    var handle: SCARDHANDLE = 0
    var active: DWORD = 0
    try PCSCError.check(
      SCardConnect(
        context.handle, reader, sharing.mode, Self.bits(protocols), &handle, &active))
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

  deinit { if isOpen { SCardDisconnect(handle, Disposition.leave.action) } }

  func disconnect(_ disposition: Disposition) throws(PCSCError) {
    isOpen = false
    try PCSCError.check(SCardDisconnect(handle, disposition.action))
  }

  func reconnect(_ initialization: Disposition) throws(PCSCError) {
    hasOwnReset = false
    var active: DWORD = 0
    try PCSCError.check(
      SCardReconnect(
        handle, sharing.mode, Self.bits(protocols), initialization.action, &active))
    transmissionProtocol = TransmissionProtocol(bits: active)
    try refreshAnswerToReset()
  }

  /// - Returns: The protocol to talk during the transaction.
  func beginTransaction() throws(PCSCError) -> TransmissionProtocol {
    try acknowledgeOwnReset()
    guard let transmissionProtocol else { throw .protocolMismatch }
    try PCSCError.check(SCardBeginTransaction(handle))
    return transmissionProtocol
  }

  func endTransaction(_ disposition: Disposition) throws(PCSCError) {
    hasOwnReset = disposition != .leave
    try PCSCError.check(SCardEndTransaction(handle, disposition.action))
  }

  func transmit(_ command: [UInt8]) throws(PCSCError) -> [UInt8] {
    guard let active = transmissionProtocol, let information = cpcsc_pci(active.bits) else {
      throw .protocolMismatch
    }
    var length = DWORD(buffer.count)
    do throws(PCSCError) {
      try PCSCError.check(
        SCardTransmit(
          handle, information, command, DWORD(command.count), nil, &buffer, &length))
      // Some drivers call it success when the card is pulled and nothing comes back.
      if length < 2 { throw .notTransacted }
    } catch {
      throw isRemoval(error) ? .removedCard : error
    }
    return Array(buffer.prefix(Int(clamping: length)))
  }

  func control(_ code: ControlCode, _ data: [UInt8]) throws(PCSCError) -> [UInt8] {
    var length: DWORD = 0
    try PCSCError.check(
      SCardControl(
        handle, DWORD(code.rawValue), data, DWORD(data.count), &buffer, DWORD(buffer.count),
        &length))
    return Array(buffer.prefix(Int(clamping: length)))
  }

  func attribute(_ attribute: ReaderAttribute) throws(PCSCError) -> [UInt8] {
    try acknowledgeOwnReset()
    // PC/SC Lite carries no longer ones.
    var length = DWORD(MAX_BUFFER_SIZE)
    try PCSCError.check(
      SCardGetAttrib(handle, DWORD(attribute.rawValue), &buffer, &length))
    return Array(buffer.prefix(Int(clamping: length)))
  }

  func status() throws(PCSCError) -> CardStatus {
    try acknowledgeOwnReset()
    var state: DWORD = 0
    var active: DWORD = 0
    var atr = [UInt8](repeating: 0, count: Int(MAX_ATR_SIZE))
    var length = DWORD(atr.count)
    try PCSCError.check(SCardStatus(handle, nil, nil, &state, &active, &atr, &length))
    return CardStatus(
      reader: reader,
      state: CardStatus.State(rawValue: UInt16(truncatingIfNeeded: state)),
      eventCount: UInt16(truncatingIfNeeded: state >> 16),
      transmissionProtocol: TransmissionProtocol(bits: active),
      answerToReset: Array(atr.prefix(Int(clamping: length))))
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
