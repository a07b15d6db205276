/// How the text of a short message is coded, and what its bytes say beside that:
/// TP-Data-Coding-Scheme (3GPP TS 23.038 §4).
///
/// Bits 7 to 4 are a group. 00xx and 01xx: compression, alphabet, class. 1100 to 1110: message
/// waiting. 1111: alphabet and class. What is reserved is coded in the default alphabet.
public struct DataCodingScheme: RawRepresentable, Hashable, Sendable {
  /// The byte.
  public var rawValue: UInt8

  /// Keeps any scheme.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What the user data is made of.
  public enum Alphabet: Hashable, Sendable {
    /// Septets of the GSM 7 bit default alphabet or of a national table.
    case gsm7
    /// Bytes of an application.
    case data8
    /// Units of 16 bits.
    case ucs2
  }

  /// Who a message is meant for, by number.
  public enum MessageClass: Int, Hashable, Sendable {
    /// To be shown at once and not stored.
    case immediateDisplay = 0
    /// For the phone.
    case mobileEquipment = 1
    /// For the card.
    case card = 2
    /// For the equipment behind the phone.
    case terminalEquipment = 3
  }

  private enum Group { case general, messageWaiting, classed, reserved }

  private var group: Group {
    switch rawValue >> 4 {
    case 0x0...0x7: .general
    case 0xC...0xE: .messageWaiting
    case 0xF: .classed
    default: .reserved
    }
  }

  /// What the user data is made of.
  public var alphabet: Alphabet {
    switch group {
    case .general:
      switch rawValue >> 2 & 0x03 {
      case 1: .data8
      case 2: .ucs2
      default: .gsm7
      }
    case .messageWaiting: rawValue >> 4 == 0xE ? .ucs2 : .gsm7
    case .classed: rawValue & 0x04 != 0 ? .data8 : .gsm7
    case .reserved: .gsm7
    }
  }

  /// Whether the user data is compressed (3GPP TS 23.042): then its bytes are all there is.
  public var isCompressed: Bool { group == .general && rawValue & 0x20 != 0 }

  /// Whether the phone is to delete the message once it is read.
  public var isMarkedForDeletion: Bool { group == .general && rawValue & 0x40 != 0 }

  /// Who the message is meant for, where the scheme says so.
  public var messageClass: MessageClass? {
    switch group {
    case .general where rawValue & 0x10 != 0, .classed:
      MessageClass(rawValue: Int(rawValue & 0x03))
    default: nil
    }
  }

  /// What is waiting, where the scheme says so; it gives no number.
  public var messageWaiting: MessageWaitingIndication? {
    guard group == .messageWaiting else { return nil }
    return MessageWaitingIndication(
      kind: MessageWaitingIndication.Kind(rawValue: rawValue & 0x03),
      isActive: rawValue & 0x08 != 0, isStored: rawValue >> 4 != 0xC)
  }
}
