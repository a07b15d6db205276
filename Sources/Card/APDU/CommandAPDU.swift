/// A command to a card (ISO/IEC 7816-4 §5.1), before a transmission protocol shapes it.
public struct CommandAPDU: Hashable, Sendable {
  /// The class byte, with the logical channel in it.
  public var cla: UInt8
  /// The instruction.
  public var ins: UInt8
  /// The first parameter.
  public var p1: UInt8
  /// The second parameter.
  public var p2: UInt8
  /// What is sent, up to 65,535 bytes.
  public var data: [UInt8]
  /// What is expected back.
  public var expected: ExpectedLength
  /// What the data of this exchange is, for whoever writes it down.
  public var confidentiality: Confidentiality

  /// Whether it does no harm to send it again with another Le: not what changes a card, which may have
  /// been carried out.
  public var isRepeatable = true

  /// How many bytes are expected back (Le).
  public enum ExpectedLength: Hashable, Sendable {
    /// None.
    case none
    /// As many as there are.
    case all
    /// This many, 1 to 65,536.
    case exactly(Int)
  }

  /// What the data of an exchange is.
  public enum Confidentiality: Hashable, Sendable {
    /// Names of files and applications, sizes, states.
    case open
    /// A person's data: identifiers, names, messages.
    case personal
    /// Keys and PINs: written down nowhere.
    case key
  }

  /// Makes a command. Its data counts as personal unless said otherwise.
  public init(
    _ cla: UInt8, _ ins: UInt8, _ p1: UInt8, _ p2: UInt8, data: [UInt8] = [],
    expected: ExpectedLength = .none, confidentiality: Confidentiality = .personal
  ) {
    self.cla = cla
    self.ins = ins
    self.p1 = p1
    self.p2 = p2
    self.data = data
    self.expected = expected
    self.confidentiality = confidentiality
  }
}

extension CommandAPDU {
  /// The bytes for a transmission protocol. Nil when it has no form for the command: T=0 has none
  /// for more than 255 bytes of data or 256 of answer.
  ///
  /// - T=0 (ISO/IEC 7816-3 §12.1): no Le beside data (the answer is fetched), a zero P3 without
  ///   either.
  /// - T=1 (ISO/IEC 7816-3 §12.2): the APDU itself, in the short form where that is possible.
  public func encoded(for protocol: TransmissionProtocol) -> [UInt8]? {
    let header = [cla, ins, p1, p2]
    switch (`protocol`, needsExtendedForm) {
    case (.t0, true): return nil
    case (.t0, false):
      return data.isEmpty ? header + [shortLe ?? 0] : header + [UInt8(data.count)] + data
    case (.t1, false):
      let body = data.isEmpty ? [] : [UInt8(data.count)] + data
      return header + body + (shortLe.map { [$0] } ?? [])
    case (.t1, true):
      guard data.count <= 0xFFFF else { return nil }
      let body = data.isEmpty ? [] : [0] + Self.twoBytes(data.count) + data
      return header + body + extendedLe
    }
  }

  private var needsExtendedForm: Bool {
    if case .exactly(let count) = expected, count > 256 { return true }
    return data.count > 255
  }

  private var shortLe: UInt8? {
    switch expected {
    case .none: nil
    case .all: 0
    case .exactly(let count): UInt8(truncatingIfNeeded: count)
    }
  }

  private var extendedLe: [UInt8] {
    let length: [UInt8] =
      switch expected {
      case .none: []
      case .all: [0, 0]
      case .exactly(let count): Self.twoBytes(count)
      }
    return data.isEmpty && !length.isEmpty ? [0] + length : length
  }

  private static func twoBytes(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }
}

/// Instruction bytes (ETSI TS 102 221 §10.1.2, GlobalPlatform Card Specification §11).
public enum Instruction {
  /// SELECT.
  public static let select: UInt8 = 0xA4
  /// STATUS.
  public static let status: UInt8 = 0xF2
  /// READ BINARY.
  public static let readBinary: UInt8 = 0xB0
  /// READ RECORD.
  public static let readRecord: UInt8 = 0xB2
  /// GET RESPONSE.
  public static let getResponse: UInt8 = 0xC0
  /// GET DATA.
  public static let getData: UInt8 = 0xCA
  /// VERIFY PIN.
  public static let verifyPIN: UInt8 = 0x20
  /// UNBLOCK PIN.
  public static let unblockPIN: UInt8 = 0x2C
  /// MANAGE CHANNEL.
  public static let manageChannel: UInt8 = 0x70
  /// TERMINAL CAPABILITY.
  public static let terminalCapability: UInt8 = 0xAA
  /// STORE DATA.
  public static let storeData: UInt8 = 0xE2
}
