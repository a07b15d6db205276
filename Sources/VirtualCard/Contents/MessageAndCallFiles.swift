import Card

/// Messages and how to send them (3GPP TS 31.102 §4.2.25 to §4.2.29).
extension ElementaryFile {
  /// EF.SMS: `messages`, and free records up to `count`.
  static func messages(_ messages: [[UInt8]], count: Int) -> ElementaryFile {
    let free = Array(repeating: [UInt8(0x00)], count: max(0, count - messages.count))
    return ElementaryFile(
      0x6F3C, .subscriber, .linearFixed((messages + free).map { padded($0, to: 176) }))
  }

  /// EF.SMSP: a service centre, and nothing else preset.
  static func messageParameters(serviceCentre: String?) -> ElementaryFile {
    // Indicators are 0 where the parameter is there: bit 2 is the service centre.
    let indicators: UInt8 = serviceCentre == nil ? 0xFF : 0xFD
    let record =
      Alphabet.identifier("", count: 14) + [indicators] + padded([], to: 12)
      + DialledNumber.address(serviceCentre, digits: 10) + [0xFF, 0xFF, 0xFF]
    return ElementaryFile(0x6F42, .subscriber, .linearFixed([record]))
  }

  /// EF.SMSS: the last reference used; memory is not full.
  static var messageStatus: ElementaryFile {
    ElementaryFile(0x6F43, .subscriber, .transparent([0xFF, 0xFF]))
  }
}

/// Calls that the phone wrote down (3GPP TS 31.102 §4.2.33, §4.2.34): blank, as most phones keep
/// them to themselves.
extension ElementaryFile {
  /// EF.ICI: incoming calls, 28 bytes and a name of 14.
  static var incomingCalls: ElementaryFile {
    ElementaryFile(0x6F80, sfi: 0x14, .subscriber, .cyclic(blankRecords(28 + 14)))
  }

  /// EF.OCI: outgoing calls, 27 bytes and a name of 14.
  static var outgoingCalls: ElementaryFile {
    ElementaryFile(0x6F81, sfi: 0x15, .subscriber, .cyclic(blankRecords(27 + 14)))
  }

  private static func blankRecords(_ length: Int) -> [[UInt8]] {
    Array(repeating: Array(repeating: 0xFF, count: length), count: 5)
  }
}
