import Card

/// A PIN or another key that the card compares (ETSI TS 102 221 §9.5).
struct PIN: Hashable, Sendable {
  /// Eight bytes, filled up with FF.
  var value: [UInt8]
  /// The eight digits that unblock it.
  var unblockingKey: [UInt8]
  var isEnabled: Bool
  var triesLeft = 3
  var unblockTriesLeft = 10
  /// Whether it was verified since the last reset.
  var isVerified = false

  /// The key references of ETSI TS 102 221 table 9.3.
  struct Reference: RawRepresentable, Hashable, Sendable {
    var rawValue: UInt8

    /// PIN1 of the first application; CHV1 of 2G.
    static let pin1 = Reference(rawValue: 0x01)
    /// PIN2 of the first application; CHV2 of 2G.
    static let pin2 = Reference(rawValue: 0x81)
    /// ADM1.
    static let administrator1 = Reference(rawValue: 0x0A)
  }

  init(_ digits: String, unblockingKey: String = "12345678", isEnabled: Bool) {
    value = padded(Array(digits.utf8), to: 8)
    self.unblockingKey = padded(Array(unblockingKey.utf8), to: 8)
    self.isEnabled = isEnabled
  }

  var isBlocked: Bool { triesLeft == 0 }

  /// Whether what it guards is open.
  var isSatisfied: Bool { !isBlocked && (!isEnabled || isVerified) }

  /// Compares a presented value, at the cost of a try. Tells whether it was right.
  mutating func present(_ presented: some Collection<UInt8>) -> Bool {
    guard !isBlocked else { return false }
    guard presented.elementsEqual(value) else {
      triesLeft -= 1
      isVerified = false
      return false
    }
    triesLeft = 3
    isVerified = true
    return true
  }

  /// Compares a presented unblocking key and, where it is right, sets a new value.
  mutating func unblock(_ presented: some Collection<UInt8>, new: [UInt8]) -> Bool {
    guard unblockTriesLeft > 0 else { return false }
    guard presented.elementsEqual(unblockingKey) else {
      unblockTriesLeft -= 1
      return false
    }
    unblockTriesLeft = 10
    value = new
    triesLeft = 3
    isEnabled = true
    isVerified = true
    return true
  }
}
