public import Card

extension ChannelError {
  /// The same in the words of a channel: the boundary between PC/SC and everything above it.
  ///
  /// ``PCSCError/resetCard`` and ``PCSCError/removedCard`` become the very errors that any other
  /// channel throws for them.
  public init(_ error: PCSCError) {
    self =
      switch error {
      case .resetCard: .cardReset
      case .removedCard: .cardRemoved
      default: ChannelError(error.code, error.message, hint: error.hint)
      }
  }

  /// Runs PC/SC work and converts what it throws.
  static func converting<T: ~Copyable>(
    _ work: () throws(PCSCError) -> T
  ) throws(ChannelError) -> T {
    do throws(PCSCError) { return try work() } catch { throw ChannelError(error) }
  }
}
