extension [PendingNotification] {
  /// Runs of numbers between the first and the last notification that no notification has: those
  /// were sent, or removed without being sent.
  public var sequenceGaps: [ClosedRange<Int>] {
    let numbers = Set(map(\.sequenceNumber)).sorted()
    return zip(numbers, numbers.dropFirst()).compactMap { lower, upper in
      // The larger one is at least one more, so neither bound can overflow.
      upper - 1 > lower ? lower + 1...upper - 1 : nil
    }
  }
}
