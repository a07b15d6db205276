public import CardState
internal import Words

/// Sends commands over a channel and completes their answers: the transport of ETSI TS 102 221
/// §7.3, for cards and readers that leave more or less of it to the host.
///
/// Every exchange passes here, and here it is counted, timed and shown to the observer.
public final class CardSession {
  /// Data of one answer, at most. The longest real ones, profile lists with icons, are a tenth.
  public static let maximumAnswer = 0x4_0000
  /// Exchanges for one command, at most.
  public static let maximumRounds = 2048

  /// What the session has cost so far.
  public private(set) var cost = CardSnapshot.Cost()
  /// What the exchanges that follow are for, such as `EF.IMSI`. Shown in the trace.
  public var purpose = ""

  private let channel: any CardChannel
  private let observer: ((Exchange) -> Void)?
  private let isCancelled: () -> Bool
  private var ceilings: [ReadingBudget.Part: ReadingBudget.Amount] = [:]
  private var isReleasing = false

  /// Starts a session.
  ///
  /// - Parameters:
  ///   - channel: What carries the bytes.
  ///   - isCancelled: Asked before each exchange; true ends the session with
  ///     ``ChannelError/interrupted``.
  ///   - observer: Shown every exchange.
  public init(
    over channel: any CardChannel, isCancelled: @escaping () -> Bool = { false },
    observer: ((Exchange) -> Void)? = nil
  ) {
    self.channel = channel
    self.isCancelled = isCancelled
    self.observer = observer
  }

  /// The protocol that the card talks.
  public var transmissionProtocol: TransmissionProtocol { channel.transmissionProtocol }

  /// The card's answer to reset.
  public var answerToReset: [UInt8] { channel.answerToReset }

  /// Sends a command and returns the whole answer.
  ///
  /// - 61xx and 9Fxx: more is fetched with GET RESPONSE, until the card says it is done.
  /// - 6Cxx, and 67xx of 2G cards: sent again with the length the card names, once, if it is
  ///   repeatable. What changes a card is never sent twice here: the card may have made the change.
  /// - 62xx and 63xx before data at T=0: the data is fetched, the warning stands.
  ///
  /// - Throws: What the channel throws; ``ChannelError/Code/badAnswer`` when an answer has no
  ///   status word, never ends, or has no end in sight.
  public func send(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
    if isCancelled() { throw .interrupted }
    return try complete(command)
  }

  /// Sends a command and returns the first answer as it came: for SELECT, where 61xx says all.
  public func sendWithoutFetching(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
    if isCancelled() { throw .interrupted }
    return try exchange(command)
  }

  /// Sends a command that releases something on the card, even after an interruption, and whatever has
  /// been spent.
  func release(_ command: CommandAPDU) {
    isReleasing = true
    defer { isReleasing = false }
    _ = try? complete(command)
  }

  /// What the session has cost so far, as an amount of a budget.
  var spent: ReadingBudget.Amount {
    ReadingBudget.Amount(exchanges: cost.apdus, bytes: cost.bytesReceived)
  }

  /// Lets a part of a read cost no more than `amount` from now on; nil lifts that. An exchange beyond it
  /// is not made.
  func allow(_ amount: ReadingBudget.Amount?, for part: ReadingBudget.Part) {
    ceilings[part] = amount.map { spent + $0 }
  }

  private func refuseWhatIsTooCostly() throws(ChannelError) {
    guard !isReleasing else { return }
    // The widest part first: what ends all is not taken for the end of one file.
    for part in [ReadingBudget.Part.run, .application, .file] {
      if let ceiling = ceilings[part], (ceiling - spent).isSpent { throw .tooCostly(part) }
    }
  }

  private func complete(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
    var answer = try exchange(command)
    if let length = answer.lengthToAskFor(cla: command.cla), answer.data.isEmpty {
      var exact = command
      exact.expected = .exactly(length)
      // At T=0 a command with data has no Le: the card means the GET RESPONSE that follows.
      let fetches = transmissionProtocol == .t0 && !command.data.isEmpty
      if fetches, command.ins != Instruction.verifyPIN {
        answer = try exchange(getResponse(length, for: command))
      } else if command.isRepeatable {
        answer = try exchange(exact)
      }
    }
    return try fetchRest(of: answer, to: command)
  }

  private func fetchRest(of first: ResponseAPDU, to command: CommandAPDU)
    throws(ChannelError) -> ResponseAPDU
  {
    var answer = first
    var data = first.data
    var warning: StatusWord?
    for round in 0..<Self.maximumRounds {
      let length: Int
      if let more = answer.status.bytesToFetch {
        length = more
      } else if round == 0, answer.status.isWarning, data.isEmpty, command.expected != .none,
        transmissionProtocol == .t0, !command.data.isEmpty
      {
        warning = answer.status
        length = 256
      } else if round > 0, let exact = answer.lengthToAskFor(cla: command.cla),
        answer.data.isEmpty
      {
        length = exact
      } else {
        return ResponseAPDU(data: data, status: warning ?? answer.status)
      }
      answer = try exchange(getResponse(length, for: command))
      if let warning, !answer.status.hasValidData, answer.lengthToAskFor(cla: command.cla) == nil {
        // There was nothing behind the warning.
        return ResponseAPDU(status: warning)
      }
      data += answer.data
      let makesProgress = !answer.data.isEmpty || answer.status.bytesToFetch == nil
      guard makesProgress, data.count <= Self.maximumAnswer else { break }
    }
    throw ChannelError(
      .badAnswer, Words("the card's answer never ends"),
      hint: Words(
        "take the card out and insert it again; if that does not help, the card is faulty"))
  }

  private func getResponse(_ length: Int, for command: CommandAPDU) -> CommandAPDU {
    // GET RESPONSE is of the interindustry class on the same channel (ETSI TS 102 221 §10.1.1).
    let cla = command.cla == 0xA0 ? 0xA0 : LogicalChannel(cla: command.cla).apply(to: 0)
    return CommandAPDU(
      cla, Instruction.getResponse, 0, 0, expected: .exactly(length),
      confidentiality: command.confidentiality)
  }

  private func exchange(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
    try refuseWhatIsTooCostly()
    guard var bytes = command.encoded(for: transmissionProtocol) else {
      throw ChannelError(
        .commandTooLong, Words("the command is too long for \(transmissionProtocol.rawValue)"))
    }
    let clock = ContinuousClock()
    let start = clock.now
    var answer: [UInt8]?
    defer {
      let duration = start.duration(to: clock.now)
      count(sent: bytes.count, received: answer?.count ?? 0, duration)
      observer?(
        Exchange(
          purpose: purpose, command: bytes, answer: answer, duration: duration,
          confidentiality: command.confidentiality))
      if command.ins == Instruction.verifyPIN { bytes.erase() }
    }
    let received = try channel.transmit(bytes)
    answer = received
    guard let response = ResponseAPDU(bytes: received) else {
      throw ChannelError(
        .badAnswer, Words("the card's answer has no status word"),
        hint: Words("clean the card's contacts, insert it again and run the command again"))
    }
    return response
  }

  private func count(sent: Int, received: Int, _ duration: Duration) {
    cost.apdus += 1
    cost.bytesSent += sent
    cost.bytesReceived += received
    cost.milliseconds += duration / .milliseconds(1)
  }
}

extension StatusWord {
  /// How many bytes wait to be fetched with GET RESPONSE; 00 stands for 256.
  var bytesToFetch: Int? {
    guard sw1 == 0x61 || sw1 == 0x9F else { return nil }
    return sw2 == 0 ? 256 : Int(sw2)
  }
}

extension ResponseAPDU {
  /// The length the card wants to be asked for: 6Cxx, or 67xx with class A0 (TS 51.011 §9.4.6).
  func lengthToAskFor(cla: UInt8) -> Int? {
    guard status.sw1 == 0x6C || (status.sw1 == 0x67 && status.sw2 != 0 && cla == 0xA0) else {
      return nil
    }
    return status.sw2 == 0 ? 256 : Int(status.sw2)
  }
}
