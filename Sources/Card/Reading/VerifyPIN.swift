import CardState
internal import Words

/// PIN1 as its owner gave it, for one card and one run: in one buffer, which is zeroed when the PIN was
/// sent, or will not be.
public final class PINEntry {
  /// Whether it may be sent when it is the last try: a wrong one then blocks the card.
  public let allowsLastTry: Bool
  /// The card that its owner was shown when giving it; nil where none was shown.
  public let shownCard: ShownCard?

  /// Filled up with FF, as VERIFY wants it. Empty when it was taken.
  private var block: [UInt8]

  /// A card by its number.
  public struct ShownCard: Hashable, Sendable {
    /// EF.ICCID; nil where it could not be read.
    public var iccid: String?

    /// Names a card.
    public init(iccid: String?) { self.iccid = iccid }
  }

  /// A PIN of four to eight digits in ASCII, taken out of `digits`, which is zeroed. Nil for anything
  /// else.
  public init?(
    taking digits: inout [UInt8], allowsLastTry: Bool = false, for shownCard: ShownCard? = nil
  ) {
    defer { digits.erase() }
    guard (4...Self.length).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.allowsLastTry = allowsLastTry
    self.shownCard = shownCard
    block = digits + Array(repeating: 0xFF, count: Self.length - digits.count)
  }

  /// A PIN of four to eight digits. Nil for anything else.
  public convenience init?(
    _ text: some StringProtocol, allowsLastTry: Bool = false, for shownCard: ShownCard? = nil
  ) {
    var digits = Array(text.utf8)
    self.init(taking: &digits, allowsLastTry: allowsLastTry, for: shownCard)
  }

  deinit { block.erase() }

  /// Hands the PIN over, once; empty from then on.
  fileprivate func take() -> [UInt8] {
    defer { block = [] }
    return block
  }

  private static let length = 8
}

extension [UInt8] {
  /// Writes zeros over the bytes.
  @inline(never)
  public mutating func erase() {
    for index in indices { self[index] = 0 }
  }
}

extension SnapshotReader {
  /// Sends the PIN, once, if the card wants it and can bear a mistake.
  ///
  /// - Returns: The state of PIN1 afterwards.
  func verifyPIN(_ found: PINState) throws(ChannelError) -> PINState {
    var pin1 = found
    guard let pin, pin1.enabled != false else { return pin1 }
    if let shown = pin.shownCard, shown.iccid != snapshot.iccid {
      problems.append(.pinForAnotherCard)
      return pin1
    }
    if pin1.enabled == nil {
      // The card does not say whether it wants a PIN: what can be read without one needs none.
      try read(EF.identity.imsi)
      guard file(EF.identity.imsi)?.isGuarded == true else { return pin1 }
    }
    if pin1.triesLeft == nil, !isGSM { pin1.triesLeft = try PIN.triesLeft(session) }
    guard let tries = pin1.triesLeft, tries > (pin.allowsLastTry ? 0 : 1) else {
      problems.append(.pinNotSent(triesLeft: pin1.triesLeft))
      return pin1
    }
    session.purpose = "PIN1"
    let status = try sendOnce(pin)
    pin1.triesLeft = isGSM ? nil : try PIN.triesLeft(session)
    if status.isPINMistake {
      problems.append(.pinRefused(triesLeft: pin1.triesLeft))
    } else if !status.isSuccess {
      problems.append(.pinNotTaken(status))
    }
    return pin1
  }
}

extension SnapshotReader {
  private func sendOnce(_ pin: PINEntry) throws(ChannelError) -> StatusWord {
    var command = CommandAPDU(
      isGSM ? 0xA0 : 0x00, Instruction.verifyPIN, 0, FileControlParameters.pin1, data: pin.take(),
      confidentiality: .key)
    command.isRepeatable = false
    defer { command.data.erase() }
    if let bytes = command.encoded(for: session.transmissionProtocol) { channel.permitOnce(bytes) }
    defer { channel.forgetPermitted() }
    return try session.send(command).status
  }
}

extension StatusWord {
  /// Whether the card compared the PIN, or no longer does (ETSI TS 102 221 §11.1.9, TS 51.011 §9.4).
  fileprivate var isPINMistake: Bool {
    triesLeft != nil || [0x6983, 0x9804, 0x9840].contains(rawValue)
  }
}

extension ReadFailure {
  fileprivate static let pinForAnotherCard = ReadFailure(
    code: "pin1.otherCard",
    message: Words("the card in the reader is not the one that was shown, so PIN1 was not sent"),
    hint: Words("was the card swapped? run the command again"))

  fileprivate static func pinNotSent(triesLeft: Int?) -> ReadFailure {
    switch triesLeft {
    case .some(0):
      ReadFailure(
        code: "pin1.blocked", message: Words("PIN1 is blocked, so it was not sent"),
        hint: Words("the carrier has the PUK that unblocks it"))
    case .some:
      ReadFailure(
        code: "pin1.lastTry", message: Words("PIN1 has one try left, so it was not sent"),
        hint: Words("a wrong PIN would block the card; --last-try sends it all the same"))
    case nil:
      ReadFailure(
        code: "pin1.unknown",
        message: Words("the card does not say how many tries PIN1 has left, so it was not sent"),
        hint: Words("switch the PIN off in a phone"))
    }
  }

  fileprivate static func pinNotTaken(_ status: StatusWord) -> ReadFailure {
    ReadFailure(
      code: "pin1.notVerified", message: Words("the card did not take PIN1 (\(status.explained))"),
      hint: Words("it was sent once; switch the PIN off in a phone"))
  }

  fileprivate static func pinRefused(triesLeft: Int?) -> ReadFailure {
    let message =
      triesLeft.map {
        Words(
          $0, one: "PIN1 is wrong, \($0) try left", other: "PIN1 is wrong, \($0) tries left")
      } ?? Words("PIN1 is wrong")
    return ReadFailure(
      code: "pin1.wrong", message: message,
      hint: Words("it was sent once; the card counts, so look it up before the next try"))
  }
}
