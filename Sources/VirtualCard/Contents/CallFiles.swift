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
