/// How long a caller waits for pcscd, a reader or a card, each of which can take for ever.
public struct Patience: Sendable {
  /// For a card that another program keeps to itself; nil for as long as it does.
  public var whileHeld: Duration?
  /// For any other answer; nil for as long as it takes.
  public var forAnswer: Duration?
  /// Asked every 100 ms; true ends the wait.
  public var isCancelled: @Sendable () -> Bool
  /// Told, once for each wait, of a reader whose card another program has held for two seconds.
  public var onHeld: @Sendable (_ reader: String) -> Void

  /// Waits as long as it takes, unless it is told otherwise.
  public init(
    whileHeld: Duration? = nil, forAnswer: Duration? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onHeld: @escaping @Sendable (_ reader: String) -> Void = { _ in }
  ) {
    self.whileHeld = whileHeld
    self.forAnswer = forAnswer
    self.isCancelled = isCancelled
    self.onHeld = onHeld
  }

  /// What a call may wait for.
  enum Cause {
    /// pcscd, a reader or a card.
    case answer
    /// Another program's transaction with the card in a reader.
    case holder(reader: String)
    /// An answer that has to be known, whoever wants the work to end.
    case result
  }
}
