import Card
import Glibc
internal import Words

/// Puts a card into a slot of vpcd, the virtual reader of the vsmartcard project: pcscd and every
/// program on the machine then see it as a card in a reader.
///
/// vpcd listens; the card connects to it. See `vpcd(8)`; it is not a server in the sense of TCP.
public struct VPCDServer {
  /// vpcd's first port, unless its configuration says otherwise.
  public static let defaultPort: UInt16 = 35963

  private let card: SimulatedCard
  private let host: String
  private let port: UInt16

  /// Prepares to put a card into a slot.
  ///
  /// - Parameters:
  ///   - card: The card.
  ///   - host: vpcd's IPv4 address.
  ///   - port: The slot's TCP port.
  public init(card: SimulatedCard, host: String = "127.0.0.1", port: UInt16 = defaultPort) {
    self.card = card
    self.host = host
    self.port = port
  }

  /// Connects and answers, until vpcd closes the connection or `isCancelled` says so.
  ///
  /// Without power, and at a reset, the card forgets what is volatile. A card that is removed while
  /// it is served leaves the slot: the connection is closed.
  ///
  /// - Parameter isCancelled: Asked four times a second or more often.
  /// - Throws: ``VPCDError``: nobody listens, the connection broke, or the other side is not vpcd.
  public func run(isCancelled: () -> Bool) throws(VPCDError) {
    while try serve(isCancelled) {
      // Out of the slot for longer than pcscd takes to notice.
      let end = ContinuousClock.now + .milliseconds(800)
      while ContinuousClock.now < end, !isCancelled() { usleep(50_000) }
    }
  }

  /// - Returns: Whether the card went away and is to be put in again.
  private func serve(_ isCancelled: () -> Bool) throws(VPCDError) -> Bool {
    guard let connection = try Connection.open(host: host, port: port, isCancelled) else {
      return false
    }
    card.reset()
    while let bytes = try message(from: connection, isCancelled) {
      guard let message = VPCDMessage(bytes) else { throw .badMessage(Words("an empty message")) }
      switch try reply(to: message) {
      case .none: break
      case .some(let reply): guard try connection.send(reply, isCancelled) else { return false }
      case .leave: return card.isGoneForAMoment
      }
    }
    return false
  }

  private enum Reply {
    case none
    case some([UInt8])
    /// The card is gone.
    case leave
  }

  private func reply(to message: VPCDMessage) throws(VPCDError) -> Reply {
    switch message {
    case .powerOff, .powerOn, .reset:
      card.reset()
      return .none
    case .answerToReset: return try wire(card.answerToReset)
    case .command(let command):
      let answer: [UInt8]
      do {
        answer = try card.transmit(command)
      } catch {
        // There is no way to say more than nothing at all.
        return error.code == .cardRemoved ? .leave : .some([0, 0])
      }
      return try wire(answer)
    case .unknown(let control): throw .badMessage(Words("control byte \(control)"))
    }
  }

  private func wire(_ reply: [UInt8]) throws(VPCDError) -> Reply {
    guard let bytes = VPCDMessage.encode(reply) else {
      throw .badMessage(Words("an answer too long"))
    }
    return .some(bytes)
  }

  /// The next message; nil when there are no more.
  private func message(from connection: borrowing Connection, _ isCancelled: () -> Bool)
    throws(VPCDError) -> [UInt8]?
  {
    guard let length = try exactly(2, from: connection, isCancelled) else { return nil }
    let count = length.reduce(0) { $0 << 8 | Int($1) }
    return try exactly(count, from: connection, isCancelled)
  }

  /// `count` bytes, however they come; nil when the connection or the patience ends before.
  private func exactly(
    _ count: Int, from connection: borrowing Connection, _ isCancelled: () -> Bool
  ) throws(VPCDError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = try connection.receive(upTo: count - bytes.count, isCancelled) else {
        return nil
      }
      bytes += more
    }
    return bytes
  }
}
