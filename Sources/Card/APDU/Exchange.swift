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
