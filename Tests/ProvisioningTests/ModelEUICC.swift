import Card
import Testing

/// An eUICC that answers as the specification says, without any cryptography, and does at one exchange
/// what it is told to.
final class ModelEUICC: CardChannel {
  static let eid = "89049032001234567890123456789057"
  static let challenge = [UInt8](repeating: 0xC4, count: 16)
  static let iccid = "8985203012345678902"

  let answerToReset: [UInt8] = [0x3B, 0x00]
  let transmissionProtocol = TransmissionProtocol.t1

  /// What happens instead of an answer.
  enum Fault {
    case removed
    case status(String)
    case answer(String)
  }

  /// The exchange at which something happens, counted from 1, and what.
  var fault: (at: Int, Fault)?
  /// Whether blocks of more than 120 bytes are refused.
  var wantsShortBlocks = false
  /// What is answered to the last segment; a result of success without it.
  var result = ModelEUICC.success
  /// The number of segments after which `result` comes.
  var resultAfter: Int?
  /// Notifications that wait, as a list's contents.
  var notifications = ""

  private(set) var exchanges = 0
  /// Every request that was completed, in order.
  private(set) var requests: [[UInt8]] = []
  private(set) var blocks: [Int] = []
  private(set) var selections = 0
  private var request: [UInt8] = []
  private var segments = 0

  static let success =
    "BF37 43 BF27 3C 8004 DEADBEEF BF2F20 800107 81020780 0C0B6C6F63616C686F73742E78"
    + "5A0A985802032143658709F2 0603 2A0304 A20C A00A 4F04 A0000005 0402 3000 5F3701AA"

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    exchanges += 1
    if let fault, fault.at == exchanges {
      switch fault.1 {
      case .removed: throw .cardRemoved
      case .status(let word): return bytes(word)
      case .answer(let hex): return bytes(hex)
      }
    }
    if command.starts(with: [0x00, 0xA4]) {
      selections += 1
      return [0x90, 0x00]
    }
    guard command.dropFirst().first == 0xE2, let p1 = command.dropFirst(2).first,
      let length = command.dropFirst(4).first
    else { return [0x90, 0x00] }
    // A request begins with block 0, whatever became of the one before.
    if command.dropFirst(3).first == 0 { request = [] }
    let data = command.dropFirst(5).prefix(Int(length))
    if wantsShortBlocks, data.count > 120 { return [0x66, 0x01] }
    blocks.append(data.count)
    request += data
    guard p1 == 0x91 else { return [0x90, 0x00] }
    defer { request = [] }
    requests.append(request)
    return bytes(answer(to: request.hex)) + [0x90, 0x00]
  }

  private func answer(to request: String) -> String {
    switch request {
    case let request where request.hasPrefix("BF3E"): return "BF3E12 5A10" + Self.eid
    case let request where request.hasPrefix("BF2E"): return "BF2E12 8010" + Self.challenge.hex
    case let request where request.hasPrefix("BF20"): return "BF2005 8203020302"
    case let request where request.hasPrefix("BF38"): return "BF3806 A004 3002 8000 0000"
    case let request where request.hasPrefix("BF21"): return "BF2106 A004 3002 8000"
    case let request where request.hasPrefix("BF41"): return "BF4106 A004 3002 8000"
    case let request where request.hasPrefix("BF30"): return "BF3003 8001 00"
    case let request where request.hasPrefix("BF2B"):
      return BERTLV.encode(0xBF2B, BERTLV.encode(0xA0, bytes(notifications))).hex
    default:
      segments += 1
      return segments == resultAfter ?? Package.segments ? result : ""
    }
  }
}

/// A package of eight segments.
enum Package {
  static let segments = 8

  /// - Parameter metadata: What StoreMetadata says; without it nothing that can be made out.
  static func encoded(
    transaction: String = "DEADBEEF", long: Int = 600, metadata: [UInt8] = []
  ) -> [UInt8] {
    let code = [UInt8](repeating: 0xC0, count: 8)
    let described: [[UInt8]] =
      metadata.isEmpty
      ? [[4], [5]] : [Array(metadata.prefix(9)) + code, Array(metadata.dropFirst(9)) + code]
    return
      BERTLV.encode(
        0xBF36, BERTLV.encode(0xBF23, bytes("8201018004\(transaction)A600")),
        BERTLV.encode(0xA0, BERTLV.encode(0x87, [1, 2, 3])),
        BERTLV.encode(0xA1, described.flatMap { BERTLV.encode(0x88, $0) }),
        BERTLV.encode(
          0xA3, BERTLV.encode(0x86, Array(repeating: 6, count: long)), BERTLV.encode(0x86, [7])))
  }
}

/// Bytes of a literal; a typing error in it fails the test.
func bytes(_ hex: String) -> [UInt8] {
  guard let bytes = [UInt8](hex: hex) else {
    Issue.record("not hexadecimal: \(hex)")
    return []
  }
  return bytes
}
