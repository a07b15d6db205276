import Card

extension UICC {
  /// DEACTIVATE and ACTIVATE FILE (ETSI TS 102 221 §11.1.14, §11.1.15), of the current EF.
  func changeLifeCycle(_ command: Command, to state: ElementaryFile.LifeCycle) -> ResponseAPDU {
    guard let file = channels[command.channel]?.file else { return .error(0x6986) }
    guard file.lifeCycle != .terminated else { return .error(0x6985) }
    guard administrator1.isSatisfied else { return .error(0x6982) }
    file.lifeCycle = state
    return .done
  }
}
