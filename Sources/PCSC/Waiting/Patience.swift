internal import Dispatch

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

/// One wait, from now on.
struct Wait {
  private let patience: Patience
  private let cause: Patience.Cause
  private let start = ContinuousClock.now
  private var hasTold = false
  private static let long: Duration = .seconds(2)

  init(_ patience: Patience, for cause: Patience.Cause) {
    self.patience = patience
    self.cause = cause
  }

  /// Waits for a fifth of a second, for what tells nobody of its end.
  static func pause() {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(200))
  }

  /// Why it ends now; nil while it goes on. What is to be told of a wait that is long is told here.
  mutating func end() -> PCSCError? {
    let time = ContinuousClock.now - start
    func isOver(_ limit: Duration?) -> Bool { limit.map { time >= $0 } == true }
    switch cause {
    case .result: return nil
    case .answer:
      return patience.isCancelled() ? .cancelled : isOver(patience.forAnswer) ? .timeout : nil
    case .holder(let reader):
      if patience.isCancelled() { return .cancelled }
      if isOver(patience.whileHeld) { return .sharingViolation }
      if !hasTold, time >= Self.long {
        hasTold = true
        patience.onHeld(reader)
      }
      return nil
    }
  }
}
