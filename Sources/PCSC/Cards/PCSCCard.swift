internal import CPCSC
public import Card
internal import Words

/// A connection to a card, or to a reader alone.
///
/// There is one owner, and while a transaction runs nobody else can use the connection: both are
/// checked by the compiler. The connection keeps its context alive. When its owner lets go of it
/// without ``disconnect(_:)``, it is closed as far as possible and the card is left as it is.
///
/// Wraps `SCARDHANDLE`.
public struct PCSCCard: ~Copyable {
  let connection: Connection

  /// The reader's name.
  public var reader: String { connection.reader }

  /// The protocol that pcscd chose. Nil when none has been, as can be with ``Sharing/direct``.
  public var transmissionProtocol: TransmissionProtocol? { connection.transmissionProtocol }

  /// The card's answer to its last reset. Empty without a card.
  public var answerToReset: [UInt8] { connection.answerToReset }

  /// What pcscd knows of the card now.
  ///
  /// Waits for the end of another connection's transaction.
  ///
  /// - Throws: ``PCSCError/resetCard`` until ``reconnect(_:)`` when another connection reset the
  ///   card, ``PCSCError/removedCard`` when it was taken out.
  ///
  /// Wraps `SCardStatus`.
  public func status() throws(PCSCError) -> CardStatus { try connection.status() }

  /// Takes note of a reset by somebody else, or resets the card.
  ///
  /// - Parameter initialization: What happens to the card on the way.
  ///
  /// Wraps `SCardReconnect`.
  public mutating func reconnect(_ initialization: Disposition = .leave) throws(PCSCError) {
    try connection.reconnect(initialization)
  }

  /// Asks the reader's driver for one of its own functions.
  ///
  /// Wraps `SCardControl`.
  public func control(_ code: ControlCode, _ data: [UInt8] = []) throws(PCSCError) -> [UInt8] {
    try connection.control(code, data)
  }

  /// What the reader knows about itself or its card.
  ///
  /// - Throws: ``PCSCError/unsupportedFeature`` when the reader does not know it.
  ///
  /// Wraps `SCardGetAttrib`.
  public func attribute(_ attribute: ReaderAttribute) throws(PCSCError) -> [UInt8] {
    try connection.attribute(attribute)
  }

  /// The features of PC/SC part 10 that the reader has, with the control code for each. Empty when
  /// its driver has never heard of them.
  ///
  /// - Throws: `reader.badAnswer` when the list is malformed, or what
  ///   ``control(_:_:)`` throws.
  ///
  /// Wraps `SCardControl` with `CM_IOCTL_GET_FEATURE_REQUEST`.
  public func features() throws(ChannelError) -> [ReaderFeature: ControlCode] {
    let list: [UInt8]
    do throws(PCSCError) { list = try control(.getFeatures) } catch .unsupportedFeature {
      return [:]
    } catch {
      throw ChannelError(error)
    }
    do throws(ParseError) { return try [ReaderFeature: ControlCode](parsing: list) } catch {
      throw ChannelError(
        .readerBadAnswer, Words("the reader's list of features is malformed: \(error.message)"),
        hint: Words("a newer driver may help: `cardinfo doctor` names the one in use"))
    }
  }

  /// Ends the connection.
  ///
  /// Only ``Disposition/leave`` does not wait for the end of another connection's transaction.
  ///
  /// Wraps `SCardDisconnect`.
  public consuming func disconnect(_ disposition: Disposition = .leave) throws(PCSCError) {
    try connection.disconnect(disposition)
  }
}

extension PCSCContext {
  /// Connects to the card in a reader.
  ///
  /// Waits for the end of another connection's transaction, and, where ``Patience/whileHeld`` has a limit,
  /// for the end of one that is exclusive.
  ///
  /// - Parameters:
  ///   - reader: The reader's name, from ``readers()``.
  ///   - sharing: Who else may connect.
  ///   - protocols: Which protocols will do; the card and its reader choose one. Can be empty with
  ///     ``Sharing/direct``.
  /// - Throws: ``PCSCError/noSmartcard``, ``PCSCError/unresponsiveCard`` when the card is mute,
  ///   ``PCSCError/sharingViolation`` when another connection is exclusive or, for an exclusive
  ///   one, there is another at all, ``PCSCError/protocolMismatch``, ``PCSCError/unknownReader``.
  ///
  /// Wraps `SCardConnect`.
  public func connect(
    reader: String, sharing: Sharing = .shared, protocols: Set<TransmissionProtocol> = [.t0, .t1]
  ) throws(PCSCError) -> PCSCCard {
    var wait = Wait(calls.patience, for: .holder(reader: reader))
    while true {
      do throws(PCSCError) {
        return PCSCCard(
          connection: try Connection(
            to: reader, in: self, sharing: sharing, protocols: protocols))
      } catch .unpoweredCard {
        // pcscd says so of mute cards too, since it has taken their power away.
        let state = try? state(of: reader)
        throw state?.isMute == true ? .unresponsiveCard : .unpoweredCard
      } catch .sharingViolation {
        // pcscd says at once that a connection is exclusive, and has nobody wait for its end.
        guard calls.patience.whileHeld != nil else { throw .sharingViolation }
        if let error = wait.end() { throw error }
        Wait.pause()
      }
    }
  }
}
