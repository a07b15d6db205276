/// A channel that can reset its card and keep it, for what was changed to take effect.
public protocol ResettableChannel: CardChannel {
  /// Resets the card: what is selected, verified and open is forgotten.
  func reset() throws(ChannelError)
}
