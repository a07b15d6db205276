import CardState

/// What removable eUICCs of eSTK.me say of themselves, in an application of their own.
enum VendorCommand {
  static let vendor = "eSTK.me"

  /// The application's name.
  static let aid = AID(
    [0xA0] + Array("estkme".utf8) + Array(repeating: 0xFF, count: 6) + Array("mgt".utf8))

  /// What can be asked, by P1.
  enum Question: UInt8, CaseIterable {
    case serialNumber, bootLoader, firmware, product
  }

  /// Whether a command, in the form of either protocol, is one of these questions: `0000 P1 00` and a
  /// length.
  static func isQuestion(_ command: [UInt8]) -> Bool {
    command.count == 5
      && Question.allCases.contains { command.starts(with: [0, 0, $0.rawValue, 0]) }
  }

  /// Asks for everything. Nil when the card has no such application.
  static func read(_ session: CardSession) throws(ChannelError) -> VendorInformation? {
    session.purpose = "\(vendor) application"
    let selection = try session.sendWithoutFetching(
      CommandAPDU(
        0x00, Instruction.select, 0x04, 0x00, data: aid.bytes, expected: .all,
        confidentiality: .open))
    guard selection.status.hasValidData else { return nil }
    var information = VendorInformation(vendor: vendor)
    for question in Question.allCases {
      let answer = try session.send(CommandAPDU(0, 0, question.rawValue, 0, expected: .all))
      guard answer.status.isSuccess, !answer.data.isEmpty else { continue }
      let text = String(decoding: answer.data, as: UTF8.self)
      switch question {
      case .serialNumber: information.serialNumber = text
      case .bootLoader: information.bootLoader = text
      case .firmware: information.firmware = text
      case .product: information.product = text
      }
    }
    return information
  }
}
