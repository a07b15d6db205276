import Card

/// What the card wants the terminal to do (ETSI TS 102 221 §7.4.2, TS 102 223).
extension UICC {
  /// The proactive command that waits; nil when none does.
  var proactiveCommand: [UInt8]? {
    if elements.contains(where: \.isRefreshPending) { return Self.refreshCommand }
    return behaviour.pendingProactiveCommand.map { Self.displayText(length: Int($0)) }
  }

  /// FETCH (ETSI TS 102 221 §11.2.3).
  func fetch(_ command: Command) -> ResponseAPDU {
    guard let proactive = proactiveCommand else { return .error(0x6985) }
    return .whole(proactive, to: command)
  }

  /// TERMINAL RESPONSE (§11.2.4): ends the proactive command. A refresh takes effect with it.
  func terminalResponse(_ command: Command) -> ResponseAPDU {
    if elements.contains(where: \.isRefreshPending) {
      refresh()
    } else {
      behaviour.pendingProactiveCommand = nil
    }
    return .done
  }

  /// REFRESH: UICC reset (TS 102 223 §6.6.13).
  private static let refreshCommand: [UInt8] =
    BERTLV.encode(0xD0, [0x81, 0x03, 0x01, 0x01, 0x04, 0x82, 0x02, 0x81, 0x82])

  /// DISPLAY TEXT with filler, as long as is wanted, but not shorter than it can be (§6.6.1).
  private static func displayText(length: Int) -> [UInt8] {
    let text = Array(repeating: UInt8(ascii: "."), count: max(1, length - 14))
    return BERTLV.encode(
      0xD0, [0x81, 0x03, 0x01, 0x21, 0x80, 0x82, 0x02, 0x81, 0x02],
      BERTLV.encode(0x8D, [0x04] + text))
  }
}
