import Card

/// What a card keeps for GET RESPONSE.
struct ResponseBuffer {
  private var waiting: ArraySlice<UInt8>
  private let finalStatus: StatusWord
  private let isGSM: Bool
  /// The channel whose GET RESPONSE may fetch it.
  let channel: LogicalChannel
  /// Bytes given at once, at most.
  let chunk: Int

  init(_ answer: ResponseAPDU, to command: Command, chunk: Int) {
    waiting = answer.data[...]
    finalStatus = answer.status
    isGSM = command.isGSM
    channel = command.channel
    self.chunk = chunk
  }

  /// Bytes that the next GET RESPONSE can fetch.
  var available: Int { min(waiting.count, chunk) }

  var isEmpty: Bool { waiting.isEmpty }

  /// "There is more": 61xx, or 9Fxx with class A0.
  var announcement: StatusWord {
    StatusWord(
      rawValue: (isGSM ? 0x9F : 0x61) << 8 | UInt16(UInt8(truncatingIfNeeded: available)))
  }

  /// Whether a command's class may fetch this.
  func belongs(to command: Command) -> Bool {
    isGSM == command.isGSM && channel == command.channel
  }

  /// Takes bytes out, and says whether there are more.
  mutating func take(_ count: Int) -> ResponseAPDU {
    let taken = waiting.prefix(count)
    waiting = waiting.dropFirst(taken.count)
    // A 2G card forgets what a shorter GET RESPONSE left behind.
    let isOver = waiting.isEmpty || isGSM
    return ResponseAPDU(data: Array(taken), status: isOver ? finalStatus : announcement)
  }
}
