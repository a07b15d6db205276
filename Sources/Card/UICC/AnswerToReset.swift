internal import Words

/// A card's answer to reset, taken apart (ISO/IEC 7816-3 §8.2).
///
/// It says how to talk to a card, not what the card is: reading never depends on it.
public struct AnswerToReset: Hashable, Sendable {
  /// How bits are sent.
  public var convention: Convention
  /// TA1 to TDn in order.
  public var interfaceBytes: [InterfaceByte]
  /// The protocols offered, in order; 15 stands for global interface bytes.
  public var protocols: [UInt8]
  /// What the maker put in.
  public var historicalBytes: [UInt8]
  /// Whether the check byte TCK holds; nil when there is none (only T=0 offered).
  public var isChecked: Bool?

  /// How bits are sent.
  public enum Convention: String, Hashable, Sendable {
    /// 3B: high is one, least significant bit first.
    case direct
    /// 3F: low is one, most significant bit first.
    case inverse
  }

  /// One interface byte.
  public struct InterfaceByte: Hashable, Sendable {
    /// Its name, such as `TA1`.
    public var name: String
    /// Its value.
    public var value: UInt8
    /// The protocol that it is for: set by the TD byte before it; nil for the global ones.
    public var forProtocol: UInt8?
  }

  /// Whether it is a UICC: the historical bytes say so (ETSI TS 102 221 §6.3.3: 80 31 xx 73 …).
  public var isUICC: Bool {
    historicalBytes.starts(with: [0x80, 0x31]) && historicalBytes.dropFirst(3).first == 0x73
  }

  /// Whether the card hints that it is an eUICC: bit 2 of the first TB after T=15 (ETSI
  /// TS 102 221 §6.3.3.2). Clear proves nothing.
  public var hintsEUICC: Bool {
    interfaceBytes.first { $0.name.hasPrefix("TB") && $0.forProtocol == 15 }
      .map { $0.value & 0x02 != 0 } ?? false
  }

  /// Takes an answer to reset apart.
  public init(_ bytes: [UInt8]) throws(ParseError) {
    var reader = ByteReader(bytes)
    switch try reader.byte() {
    case 0x3B: convention = .direct
    case 0x3F: convention = .inverse
    default: throw ParseError(.invalid(Words("initial byte is neither 3B nor 3F")), at: 0)
    }
    interfaceBytes = []
    protocols = []
    let t0 = try reader.byte()
    var present = t0 >> 4
    var forProtocol: UInt8?
    // 32 bytes at most follow TS, so the levels can't run on.
    for level in 1...8 where present != 0 {
      let names = ["TA", "TB", "TC", "TD"]
      var next: UInt8 = 0
      for (bit, name) in names.enumerated() where present & (1 << bit) != 0 {
        let value = try reader.byte()
        interfaceBytes.append(
          InterfaceByte(name: "\(name)\(level)", value: value, forProtocol: forProtocol))
        if name == "TD" {
          next = value >> 4
          protocols.append(value & 0x0F)
        }
      }
      forProtocol = protocols.last
      present = next
    }
    guard present == 0 else { throw ParseError(.invalid(Words("too many interface bytes")), at: 1) }
    if protocols.isEmpty { protocols = [0] }
    historicalBytes = Array(try reader.bytes(Int(t0 & 0x0F)))
    isChecked = nil
    if protocols != [0] {
      _ = try reader.byte()
      isChecked = bytes.dropFirst().prefix(reader.offset - 1).reduce(0, ^) == 0
    }
    guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
  }
}
