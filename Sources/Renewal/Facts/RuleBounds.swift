extension RenewalProof.Expectation {
  /// Takes what a line's clocks say of how far an end can be, and of what there is to renew.
  ///
  /// - Parameters:
  ///   - clocks: the line's clocks: its own and its rule's.
  ///   - id: the clock that the renewal is for, where that is known.
  public mutating func take(_ clocks: [Clock], renewing id: Clock.ID? = nil) {
    let meant = clocks.filter { $0.id == id }
    let renewed = meant.isEmpty ? clocks.filter(\.governsLine) : meant
    let terms = renewed.flatMap { [$0.period].compactMap { $0 } + $0.tiers.map(\.period) }
    // Where one of them has a term that nobody knows, there is no longest one.
    let isKnown = renewed.allSatisfy { $0.period != nil || !$0.tiers.isEmpty }
    term = isKnown ? terms.max { $0.inDays < $1.inDays } : nil
    let caps = renewed.map(\.cap)
    cap = caps.contains(nil) ? nil : caps.compactMap { $0 }.max { $0.inDays < $1.inDays }
    subject = subject ?? Self.subject(of: renewed)
  }

  // A line that packs keep alive may be renewed by one: then any will do.
  private static func subject(of clocks: [Clock]) -> Statement.About? {
    let packs = clocks.filter { $0.subject == .pack }
    if !clocks.isEmpty, packs.count == clocks.count { return .pack }
    let isOpen = clocks.contains { clock in
      clock.period == nil && clock.tiers.isEmpty
        || clock.effectiveQualifying.contains { $0.events.contains(.pack) }
    }
    if clocks.isEmpty || isOpen || !packs.isEmpty { return nil }
    return clocks.allSatisfy { $0.subject == .balance } ? .balance : .number
  }
}
