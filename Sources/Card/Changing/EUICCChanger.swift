import CardState

/// Makes one change of one eUICC.
///
/// The card is asked in the ways that the change lists, one after the other, as long as it gives no
/// reason for refusing. Before anything is sent again, in another way, in the same one after a reset or
/// with the length that the card would rather have, the state is read: what the card has done already is
/// not asked for twice, and where the state can't be read it is not asked for again. What was done is known at any
/// moment, whatever is thrown: see ``progress``. Whether the change was made is for a new read to
/// say, after a reset.
public final class EUICCChanger {
  /// How far it has come.
  public enum Progress: Hashable, Sendable {
    /// Nothing that changes the card has been sent.
    case notSent
    /// A request was sent, and there is no answer to it.
    case sent
    /// The card has answered with a result.
    case answered(ES10Result)
    /// The card has answered with a status word and no result.
    case refused(StatusWord)
    /// The card has answered with something that can't be understood.
    case misunderstood
  }

  /// How far it has come.
  public private(set) var progress = Progress.notSent

  private let channel: any ResettableChannel
  private let change: EUICCChange
  private let guarded: ChangingChannel
  private let session: CardSession
  private let block: Int
  private var hasReset = false

  /// Prepares to make a change.
  ///
  /// - Parameters:
  ///   - change: What to do.
  ///   - channel: The card.
  ///   - block: Bytes of one block of STORE DATA.
  ///   - isCancelled: Asked before each exchange until a change is sent; then the work goes on.
  ///   - observer: Shown every exchange.
  public init(
    _ change: EUICCChange, of channel: any ResettableChannel, block: Int = StoreData.usualBlock,
    isCancelled: @escaping () -> Bool = { false }, observer: ((Exchange) -> Void)? = nil
  ) {
    self.channel = channel
    self.change = change
    self.block = block
    let guarded = ChangingChannel(channel, permitting: change)
    self.guarded = guarded
    session = CardSession(
      over: guarded, isCancelled: { !guarded.hasSent && isCancelled() }, observer: observer)
  }

  /// Asks the eUICC with the identifier `eid` for the change.
  ///
  /// - Throws: What the channel throws; `euicc.gone` where the card has no such eUICC,
  ///   `euicc.selectFailed` or `euicc.eidRefused` where it has not said so.
  public func perform(on eid: String) throws(ChannelError) {
    var rest = change.attempts[...]
    while !rest.isEmpty {
      var needsReset = false
      try withISDR(eid) { isdr throws(ChannelError) in
        while let attempt = rest.popFirst() {
          // After a reset: the card may have made the change and lost its answer.
          if guarded.hasSent, try !isStillToDo(isdr) { rest = []; return }
          try send(attempt, to: isdr)
          if let length = lengthToAskFor, try isStillToDo(isdr) {
            try send(attempt, to: isdr, expected: length)
          }
          if wantsReset {
            rest = [attempt] + rest
            needsReset = true
            return
          }
          guard case .answered(let result) = progress, result.isUndefined else { rest = []; return }
        }
      }
      guard needsReset else { return }
      hasReset = true
      try channel.reset()
    }
  }

  /// The commands that would be sent first, on the channel where the eUICC answers. Sends nothing
  /// that changes the card.
  public func rehearse(on eid: String) throws(ChannelError) -> [[CommandAPDU]] {
    var commands: [[CommandAPDU]] = []
    try withISDR(eid) { isdr throws(ChannelError) in
      commands = change.attempts.map {
        StoreData.commands(for: $0.request, on: isdr.channel, block: block)
      }
    }
    return commands
  }

  /// What is refused now and may be taken after a reset: conditions of use, as after a switch that
  /// the terminal has not completed, and a busy toolkit. Once.
  private var wantsReset: Bool {
    guard !hasReset else { return false }
    switch progress {
    case .refused(let status): return status == 0x6985
    case .answered(let result): return result.isToolkitBusy
    default: return false
    }
  }

  /// The length that the card would rather have had asked for, where that is all it answered at T=1.
  private var lengthToAskFor: Int? {
    guard session.transmissionProtocol == .t1, case .refused(let status) = progress else {
      return nil
    }
    return ResponseAPDU(status: status).lengthToAskFor(cla: 0x80)
  }

  private func send(
    _ attempt: EUICCChange.Attempt, to isdr: ISDR, expected: Int? = nil
  ) throws(ChannelError) {
    session.purpose =
      change.function + (attempt.label.map { " \($0)" } ?? "")
      + (hasReset ? ", after a reset" : "")
    let before = guarded.sendings
    let answer: ResponseAPDU
    do {
      answer = try isdr.storeData(
        attempt.request, block: block, expected: expected, isRepeatable: false)
    } catch {
      // What was refused before it reached the card was not sent.
      if guarded.sendings > before { progress = .sent }
      throw error
    }
    guard answer.status.hasValidData else {
      progress = .refused(answer.status)
      return
    }
    progress = result(answer.data).map(Progress.answered) ?? .misunderstood
  }

  private func result(_ data: [UInt8]) -> ES10Result? {
    var reader = ByteReader(data)
    guard let function = change.tag, let answer = try? BERTLV(parsing: &reader),
      answer.tag == function, let code = try? answer.children().first(0x80)?.count()
    else { return nil }
    return ES10Result(function, code: code)
  }

  /// Whether the card shows that it has not made the change, though it may have: false also where what
  /// would show it can't be read.
  private func isStillToDo(_ isdr: ISDR) throws(ChannelError) -> Bool {
    do {
      return change.goal.isMet(by: try shown(by: isdr)) == false
    } catch {
      if case .channel(let error) = error { throw error }
      return false
    }
  }

  /// What the goal is about, as the card has it now.
  private func shown(by isdr: ISDR) throws(ISDRError) -> EUICC {
    var euicc = EUICC(isdrAID: "", eid: "")
    switch change.goal {
    case .enabled, .disabled, .deleted, .nickname: try readProfiles(isdr, into: &euicc)
    case .reset(let parts):
      try readProfiles(isdr, into: &euicc)
      if parts.contains(.defaultAddress) { euicc.addresses = try isdr.configuredAddresses() }
    case .defaultAddress: euicc.addresses = try isdr.configuredAddresses()
    case .notificationRemoved:
      let list = try isdr.notifications()
      euicc.notifications = list.values
      euicc.unread = list.flaw.map { [EUICCPart.notifications.flaw($0, in: list.bytes)] }
    }
    return euicc
  }

  private func readProfiles(_ isdr: ISDR, into euicc: inout EUICC) throws(ISDRError) {
    let list = try isdr.profiles(ProfileInfo.identifyingTags)
    euicc.profiles = list.values.map { (try? ProfileInfo.decode($0)) ?? Profile() }
    euicc.unread = list.flaw.map { [EUICCPart.profiles.flaw($0, in: list.bytes)] }
  }

  private func withISDR(
    _ eid: String, _ use: (ISDR) throws(ChannelError) -> Void
  ) throws(ChannelError) {
    var finder = ISDRFinder(session)
    try finder.with(eid, use)
  }
}
