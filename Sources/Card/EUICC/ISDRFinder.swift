internal import Words

/// Finds the eUICCs of a card: selects ISD-Rs until one answers with an EID.
///
/// The standard name on the basic channel first, which is all that most cards need. Only when that
/// fails are the card told the terminal's capabilities and every name tried on a logical channel
/// of their own, for eUICCs that answer only then and there.
///
/// A card that gives no sign of being an eUICC is asked briefly: on the logical channel at once, and for
/// the beginnings that names share before the names. That takes a card that is known to select
/// applications by the beginning of their names.
struct ISDRFinder {
  /// An eUICC that answered.
  struct Found {
    var isdr: ISDR
    var eid: EID
  }

  /// The first ISD-R that was selected and gave no EID, and what it gave instead: that of an M2M eUICC
  /// has none.
  private(set) var silent: (name: AID, error: ISDRError)?
  /// The first status word that leaves open whether there is an ISD-R.
  private(set) var failure: StatusWord?

  private var knowsNoSelect = false
  private let session: CardSession
  private let isBrief: Bool

  /// - Parameter isBrief: Whether the card gives no sign of being an eUICC, and selects by the beginning of
  ///   a name.
  init(_ session: CardSession, isBrief: Bool = false) {
    self.session = session
    self.isBrief = isBrief
  }

  /// Calls `use` for each eUICC while it is selected, in the order found. Nothing stays open.
  mutating func forEach(_ use: (Found) throws(ChannelError) -> Void) throws(ChannelError) {
    try search { found throws(ChannelError) in
      try use(found)
      return false
    }
  }

  /// Calls `use` for the eUICC with an EID while it is selected, and asks for no other: what comes
  /// behind would be asked in vain, and could take away what `use` has found out.
  ///
  /// - Throws: What the channel throws; `euicc.gone` where the card has no such eUICC,
  ///   `euicc.selectFailed` or `euicc.eidRefused` where it has not said so.
  mutating func with<Value>(
    _ eid: String, _ use: (ISDR) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    var value: Value?
    try search { found throws(ChannelError) in
      guard found.eid.digits == eid else { return false }
      value = try use(found.isdr)
      return true
    }
    if let value { return value }
    if case .refused(let status)? = silent?.error { throw .noEID(status) }
    if let failure { throw .selectFailed(failure) }
    throw .euiccGone
  }

  /// Calls `use` for each eUICC, until it says that it wants no more.
  private mutating func search(
    _ use: (Found) throws(ChannelError) -> Bool
  ) throws(ChannelError) {
    var seen: Set<EID> = []
    func isEnough(_ found: Found) throws(ChannelError) -> Bool {
      guard seen.insert(found.eid).inserted else { return false }
      return try use(found)
    }
    if !isBrief, let found = try open(ISDRCatalog.standard, on: .basic) {
      if try isEnough(found) { return }
      for entry in ISDRCatalog.signed(in: session.answerToReset) {
        if let other = try open(entry, on: .basic), try isEnough(other) { return }
      }
      return
    }
    // A card that does not know SELECT, or its class, has nothing that is selected so.
    if knowsNoSelect { return }
    try sendTerminalCapability()
    let channel = try openLogicalChannel()
    defer { if let channel { close(channel) } }
    for family in ISDRCatalog.families {
      if isBrief, let beginning = family.beginning,
        try hasNone(beginning, on: channel ?? .basic)
      {
        continue
      }
      for entry in family.names {
        guard let found = try open(entry, on: channel ?? .basic) else { continue }
        if try isEnough(found) { return }
        for sibling in ISDRCatalog.siblings(of: entry) {
          if let other = try open(sibling, on: channel ?? .basic), try isEnough(other) { return }
        }
        return
      }
    }
  }

  /// Whether the card says that no application has a name that begins like this. Any other answer says
  /// nothing of the kind.
  private func hasNone(
    _ beginning: AID, on channel: LogicalChannel
  ) throws(ChannelError) -> Bool {
    session.purpose = "ISD-R (any)"
    return try select(beginning, on: channel).status.isNotFound
  }

  private func select(
    _ name: AID, on channel: LogicalChannel
  ) throws(ChannelError) -> ResponseAPDU {
    try session.sendWithoutFetching(
      CommandAPDU(
        channel.apply(to: 0x00), Instruction.select, 0x04, 0x00, data: name.bytes, expected: .all,
        confidentiality: .open))
  }

  /// Selects an ISD-R and asks for its EID. Nil when there is none by that name.
  private mutating func open(
    _ entry: ISDRCatalog.Entry, on channel: LogicalChannel
  ) throws(ChannelError) -> Found? {
    session.purpose = "ISD-R (\(entry.vendor))"
    let selection = try select(entry.aid, on: channel)
    guard selection.status.hasValidData else {
      if selection.status.isTechnicalProblem { failure = failure ?? selection.status }
      knowsNoSelect = selection.status.isUnknownCommand
      return nil
    }
    let isdr = ISDR(entry.aid, on: channel, of: session)
    do {
      return Found(isdr: isdr, eid: try isdr.eid())
    } catch {
      if case .channel(let error) = error { throw error }
      silent = silent ?? (entry.aid, error)
      return nil
    }
  }

  /// Tells the card that the terminal supports an eUICC's functions (ETSI TS 102 221 §11.1.19).
  /// Some cards refuse it and work, so the answer does not matter.
  private func sendTerminalCapability() throws(ChannelError) {
    session.purpose = "TERMINAL CAPABILITY"
    let capabilities: [UInt8] = [
      0xA9, 0x08, 0x81, 0x00, 0x82, 0x01, 0x01, 0x83, 0x01, 0x07,
    ]
    _ = try session.send(
      CommandAPDU(
        0x80, Instruction.terminalCapability, 0, 0, data: capabilities, confidentiality: .open))
  }

  /// Opens a logical channel that the card picks. Nil when it has none to give.
  private func openLogicalChannel() throws(ChannelError) -> LogicalChannel? {
    session.purpose = "logical channel"
    let response = try session.send(
      CommandAPDU(
        0x00, Instruction.manageChannel, LogicalChannel.open, 0, expected: .exactly(1),
        confidentiality: .open))
    guard response.status.isSuccess, let number = response.data.first, number != 0 else {
      return nil
    }
    return LogicalChannel(number)
  }

  private func close(_ channel: LogicalChannel) {
    session.purpose = "logical channel"
    session.release(
      CommandAPDU(
        0x00, Instruction.manageChannel, LogicalChannel.close, channel.number,
        confidentiality: .open))
  }
}

extension ChannelError {
  /// The eUICC that was meant is not on the card.
  fileprivate static let euiccGone = ChannelError(
    Code(rawValue: "euicc.gone"), Words("the eUICC that was read is no longer there"),
    hint: Words("was the card swapped? run the command again"))

  /// The card failed when the eUICC was selected: it has not said that there is none.
  fileprivate static func selectFailed(_ status: StatusWord) -> ChannelError {
    ChannelError(
      Code(rawValue: "euicc.selectFailed"),
      Words("the card failed when its eUICC was selected (\(status.explained))"),
      hint: Words("clean the card's contacts, insert it again and run the command again"))
  }

  /// The ISD-R was selected and did not say which it is.
  fileprivate static func noEID(_ status: StatusWord) -> ChannelError {
    ChannelError(
      Code(rawValue: "euicc.eidRefused"),
      Words("the card does not tell its EID: \(status.storeDataRefusal.words)"),
      hint: status.storeDataRefusal.hint)
  }
}
