public import Card

/// A card that nobody else can send commands to as long as the transaction lasts.
///
/// It lives for the duration of one closure; afterwards ``transmit(_:)`` and ``reset()`` throw
/// `pcsc.misuse` and do nothing.
///
/// Wraps `SCardBeginTransaction` and `SCardEndTransaction`.
public final class PCSCTransaction: CardChannel {
  /// What happens to the card when the transaction ends, in whatever way it ends.
  public var disposition: Disposition

  /// The card's answer to its last reset.
  public private(set) var answerToReset: [UInt8]

  /// The protocol that pcscd chose.
  public private(set) var transmissionProtocol: TransmissionProtocol

  private var connection: Connection?

  init(on connection: Connection, disposition: Disposition) throws(PCSCError) {
    transmissionProtocol = try connection.beginTransaction()
    answerToReset = connection.answerToReset
    self.connection = connection
    self.disposition = disposition
  }

  /// Sends one command and returns the answer, status word included, as it came.
  ///
  /// The command has the form of ``transmissionProtocol``. Answers of any length fit.
  ///
  /// - Throws: `card.removed` when the card was taken out, even when the reader only saw an exchange
  ///   fail: then pcscd is given a second to notice. What ``PCSCError/code`` says for anything else.
  ///
  /// Wraps `SCardTransmit`.
  public func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    try withConnection { connection throws(PCSCError) in try connection.transmit(command) }
  }

  /// Has every answer waited for from now on, whatever ``Patience`` says.
  public func bindToAnswers() { connection?.isBoundToAnswer = true }

  /// Resets the card and keeps it: for a newly enabled eSIM profile to take over.
  ///
  /// Every other connection learns of the reset.
  ///
  /// Wraps `SCardReconnect` with `SCARD_RESET_CARD`.
  public func reset() throws(ChannelError) {
    try withConnection { connection throws(PCSCError) in
      try connection.reconnect(.reset)
      guard let active = connection.transmissionProtocol else { throw .protocolMismatch }
      answerToReset = connection.answerToReset
      transmissionProtocol = active
    }
  }

  /// Ends the transaction and releases the card as far as possible: it may be gone.
  func end() {
    try? connection?.endTransaction(disposition)
    connection = nil
  }

  private func withConnection<T>(
    _ work: (Connection) throws(PCSCError) -> T
  ) throws(ChannelError) -> T {
    guard let connection else { throw ChannelError(.invalidHandle) }
    do {
      return try ChannelError.converting { () throws(PCSCError) in try work(connection) }
    } catch {
      // A card that is gone can't be reset, and pcscd that tries does not see the next one.
      if [.cardRemoved, .cardAbsent].contains(error.code) { disposition = .leave }
      throw error
    }
  }
}

extension PCSCCard {
  /// Runs `body` with the card to itself.
  ///
  /// Waits, without limit, for the end of another connection's transaction. The transaction ends
  /// when `body` returns or throws.
  ///
  /// When another connection has reset the card before the transaction could begin, or `body`
  /// throws `card.reset`, that is taken note of and `body` is run from its beginning, up to
  /// `attempts` times in all: with more than one it must only read.
  ///
  /// - Parameters:
  ///   - attempts: How often to begin, at most.
  ///   - disposition: What happens to the card at the end of each attempt, unless `body` says
  ///     otherwise.
  ///   - body: What to do. The transaction it is given can't be used afterwards.
  /// - Throws: What `body` throws; `card.reset` when the attempts are used up.
  public mutating func withTransaction<T>(
    attempts: Int = 1, disposition: Disposition = .leave,
    _ body: (PCSCTransaction) throws(ChannelError) -> T
  ) throws(ChannelError) -> T {
    var attempt = 1
    while true {
      do throws(ChannelError) {
        return try transaction(disposition, body)
      } catch let error where error.code == .cardReset && attempt < attempts {
        attempt += 1
        try ChannelError.converting { () throws(PCSCError) in try connection.reconnect(.leave) }
      }
    }
  }

  private func transaction<T>(
    _ disposition: Disposition, _ body: (PCSCTransaction) throws(ChannelError) -> T
  ) throws(ChannelError) -> T {
    let transaction = try ChannelError.converting { () throws(PCSCError) in
      try PCSCTransaction(on: connection, disposition: disposition)
    }
    defer { transaction.end() }
    return try body(transaction)
  }
}

extension PCSCTransaction: ResettableChannel {}

extension PCSCContext {
  /// Reads the card in a reader: connects, keeps the card for `body` alone, and releases it
  /// however `body` ends.
  ///
  /// When another program resets the card, `body` is run again from its beginning, so it must only
  /// read. Work that changes a card takes `attempts: 1`.
  ///
  /// - Parameters:
  ///   - reader: The reader's name, from ``readers()``.
  ///   - attempts: How often to begin, at most.
  ///   - disposition: What happens to the card at the end, unless `body` says otherwise with
  ///     ``PCSCTransaction/disposition``.
  ///   - body: What to do. The transaction it is given can't be used afterwards.
  /// - Throws: What `body` throws, or why the card can't be had: ``connect(reader:sharing:protocols:)``
  ///   in the words of ``PCSCError/code``.
  public func read<T>(
    reader: String, attempts: Int = 3, disposition: Disposition = .leave,
    _ body: (PCSCTransaction) throws(ChannelError) -> T
  ) throws(ChannelError) -> T {
    var card = try ChannelError.converting { () throws(PCSCError) in
      try connect(reader: reader)
    }
    return try card.withTransaction(attempts: attempts, disposition: disposition, body)
  }
}
