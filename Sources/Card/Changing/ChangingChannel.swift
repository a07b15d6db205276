internal import Words

/// Lets one change through, and otherwise only what reads.
///
/// The second list of what is allowed, beside ``ReadOnlyChannel``: STORE DATA may carry the requests
/// of one ``EUICCChange``, or the request that ``EUICCProvisioner`` is about to make, byte for byte and
/// from the first block to the last, and nothing else that changes a card. Only these two make one.
final class ChangingChannel: CardChannel {
  private let channel: any CardChannel
  private var requests: [[UInt8]]
  /// What has been sent so far of a request in several blocks.
  private var begun: [UInt8] = []
  /// How often something that changes has been handed to the card.
  private(set) var sendings = 0
  /// Whether anything that changes has been handed to the card.
  var hasSent: Bool { sendings > 0 }

  init(_ channel: any CardChannel, permitting change: EUICCChange) {
    self.channel = channel
    requests = change.attempts.map(\.request)
  }

  /// Lets nothing through that changes the card, until a request is named.
  init(_ channel: any CardChannel) {
    self.channel = channel
    requests = []
  }

  /// Lets a request through, in place of those before.
  func permit(_ request: [UInt8]) {
    requests = [request]
    begun = []
  }

  var answerToReset: [UInt8] { channel.answerToReset }

  var transmissionProtocol: TransmissionProtocol { channel.transmissionProtocol }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    if ReadOnlyChannel.onlyReads(command) {
      // GET RESPONSE fetches what a block was answered with; anything else ends a request.
      if command.dropFirst().first != Instruction.getResponse { begun = [] }
      return try channel.transmit(command)
    }
    guard permits(command) else {
      throw ChannelError(
        .changeRefused, Words("a command that was not asked for was refused before it was sent"),
        hint: Words("this is a fault in the program: please report it with --trace"))
    }
    if sendings == 0 { channel.bindToAnswers() }
    sendings += 1
    return try channel.transmit(command)
  }

  private func permits(_ command: [UInt8]) -> Bool {
    var reader = ByteReader(command)
    guard let cla = try? reader.byte(), cla & 0x80 != 0, cla != 0xFF,
      (try? reader.byte()) == Instruction.storeData, let p1 = try? reader.byte(),
      let p2 = try? reader.byte(), let length = try? reader.byte(), length > 0,
      let data = try? reader.bytes(Int(length)), reader.count <= 1
    else { return false }
    // A request that the card refused at its first block may begin again, in shorter ones.
    if p2 == 0, !requests.contains(where: { $0.starts(with: begun + data) }) { begun = [] }
    let whole = begun + data
    switch p1 {
    case StoreData.lastBlock where requests.contains(whole):
      begun = []
      return true
    case StoreData.moreBlocks
    where requests.contains { $0.starts(with: whole) && $0.count > whole.count }:
      begun = whole
      return true
    default: return false
    }
  }
}
