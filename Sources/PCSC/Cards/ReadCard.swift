public import Card

extension PCSCContext {
  /// Reads the card in a reader: connects, takes the card for `body` alone, and lets go of it on
  /// every way out.
  ///
  /// When another program resets the card, `body` is run again from its beginning, so it must only
  /// read. Work that changes a card takes `attempts: 1`.
  ///
  /// - Parameters:
  ///   - reader: The reader's name, from ``readers()``.
  ///   - attempts: How often to begin, at most.
  ///   - disposition: What happens to the card at the end, unless `body` says otherwise with
  ///     ``PCSCTransaction/disposition``.
  ///   - body: What to do. The transaction it is given is of no use to anybody afterwards.
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
