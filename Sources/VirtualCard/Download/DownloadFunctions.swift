import Card

extension SecureElement {
  /// Carries out a function that changes something: those of a download here, the others where they
  /// are.
  mutating func carryOut(
    _ request: BERTLV, _ session: inout RSPSession?, _ behaviour: Behaviour
  ) throws(FunctionRefusal) -> [UInt8] {
    let fault = behaviour.euicc.faults[request.tag]
    if let answer = try fault?.replacement(for: request) { return answer }
    let answer =
      switch request.tag {
      case 0xBF2E: try challenge(request, &session)
      case 0xBF38: try authenticateServer(request, &session)
      case 0xBF21: try prepareDownload(request, &session)
      case 0xBF41: try cancelSession(request, &session)
      default: try change(request, behaviour)
      }
    return try fault?.spoil(answer) ?? answer
  }

  /// LoadBoundProfilePackage (SGP.22 §5.7.6), one segment. The answer is empty as long as more is to
  /// come; else it is ProfileInstallationResult, and the session is over.
  mutating func load(_ segment: [UInt8], _ session: inout RSPSession?, _ behaviour: Behaviour)
    throws(FunctionRefusal) -> [UInt8]
  {
    _ = try credentials()
    var loader: ProfileLoader
    switch session {
    case .prepared(let server, let binding)?:
      loader = ProfileLoader(server, binding, eid: encodedEID)
    case .loading(let begun)?: loader = begun
    case .challenged?, .authenticated?, nil: throw .conditionsNotSatisfied
    }
    let faults = behaviour.euicc.loadingFaults
    let fault =
      faults[.number(loader.count + 1)] ?? (loader.isLast(segment) ? faults[.last] : nil)
    if case .refused(let status)? = fault { throw FunctionRefusal(status: status) }
    session = nil
    let answer: [UInt8]
    if case .failing(let reason)? = fault {
      let reason = InstallationError.Reason(rawValue: reason)
      answer = try fail(
        InstallationError(command: loader.command(of: segment), reason: reason), loader)
    } else {
      answer = try take(segment, &loader)
    }
    if answer.isEmpty { session = .loading(loader) }
    return try fault?.spoil(answer) ?? answer
  }
}
