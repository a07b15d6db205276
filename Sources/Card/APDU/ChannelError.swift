public import Words

/// An exchange that did not happen, or whose answer can't be used.
///
/// Words and codes only: neither holds an identifier or anything the card said.
public struct ChannelError: Error, Hashable, Sendable {
  /// What happened, as a stable code.
  public var code: Code
  /// One sentence, lower case, without a full stop.
  public var message: Words
  /// What to do next.
  public var hint: Words?

  /// Describes what happened.
  public init(_ code: Code, _ message: Words, hint: Words? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// A stable code, the same in JSON, exit codes and documents. An open list.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable word, such as `card.removed`.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The card is no longer in the reader.
    public static let cardRemoved = Code(rawValue: "card.removed")
    /// Another program reset the card: what was selected and verified is gone.
    public static let cardReset = Code(rawValue: "card.reset")
    /// The card answers with something that is no answer.
    public static let badAnswer = Code(rawValue: "card.badAnswer")
    /// A command that would change the card was refused before it was sent.
    public static let changeRefused = Code(rawValue: "card.changeRefused")
    /// The command has no form in the card's transmission protocol.
    public static let commandTooLong = Code(rawValue: "card.commandTooLong")
    /// The person stopped the work.
    public static let interrupted = Code(rawValue: "interrupted")
  }

  /// The card is no longer in the reader.
  public static let cardRemoved = ChannelError(
    .cardRemoved, Words("the card was removed while it was being read"),
    hint: Words("insert it again, leave it in, and run the command again"))

  /// Another program reset the card.
  public static let cardReset = ChannelError(
    .cardReset, Words("another program reset the card while it was being read"),
    hint: Words("close the other program and run the command again"))

  /// The person stopped the work.
  public static let interrupted = ChannelError(.interrupted, Words("interrupted"))
}
