extension CarrierBook {
  /// The carriers that answer at a number, by whatever spaces and hyphens it is written: as their
  /// hotline, or else for anything.
  ///
  /// It is the carrier's own number, at home or from abroad. A customer's number tells nothing.
  public func carriers(at number: String) -> [Carrier] {
    let dialled = number.filter { !" -".contains($0) }
    guard !dialled.isEmpty,
      dialled.allSatisfy({ $0.isASCII && ($0.isNumber || "+*#".contains($0)) })
    else { return [] }
    let all = carriers
    let hotlines = all.filter { $0.facts(.hotline).contains { $0.isReached(at: dialled) } }
    guard hotlines.isEmpty else { return hotlines }
    return all.filter { $0.facts.contains { $0.isReached(at: dialled) } }
  }
}

extension Fact {
  fileprivate func isReached(at dialled: String) -> Bool {
    if case .hotline(_, dialled) = content { return true }
    return switch method {
    case .call(dialled, _), .sms(dialled, _, _): true
    default: false
    }
  }
}
