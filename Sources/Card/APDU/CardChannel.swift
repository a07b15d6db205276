/// Carries commands to one card and answers back: a PC/SC reader, or a virtual card.
///
/// A channel moves bytes and knows nothing of what they mean. It is used by one caller at a time.
public protocol CardChannel: AnyObject {
  /// The card's answer to reset.
  var answerToReset: [UInt8] { get }

  /// The protocol that ``transmit(_:)``'s bytes are shaped for.
  var transmissionProtocol: TransmissionProtocol { get }

  /// Sends one command in the form of ``transmissionProtocol`` and returns the answer, status word
  /// included, as it came.
  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8]

  /// Has every answer waited for from now on, whoever wants the work to end: what the card was asked to
  /// change has to be known.
  func bindToAnswers()
}

extension CardChannel {
  /// Does nothing: a channel without ways to give up an answer waits for it.
  public func bindToAnswers() {}
}

/// How a reader and a card talk (ISO/IEC 7816-3).
public enum TransmissionProtocol: String, Hashable, Sendable {
  /// Byte by byte: answers to data are fetched with GET RESPONSE.
  case t0 = "T=0"
  /// In blocks: a command carries its data and takes its answer.
  case t1 = "T=1"
}

/// A channel that can reset its card and keep it, for what was changed to take effect.
public protocol ResettableChannel: CardChannel {
  /// Resets the card: what is selected, verified and open is forgotten.
  func reset() throws(ChannelError)
}

/// One command as it went out and the answer as it came back, for a trace.
public struct Exchange: Sendable {
  /// What it was for, such as `EF.IMSI`.
  public var purpose: String
  /// The bytes sent.
  public var command: [UInt8]
  /// The bytes received; nil when the exchange failed.
  public var answer: [UInt8]?
  /// How long the card took.
  public var duration: Duration
  /// What the data in it is.
  public var confidentiality: CommandAPDU.Confidentiality
}
