/// Files of group calls and broadcasts, as railways and rescue services have them: which groups the
/// subscription is in, which of them are switched on, how they are ciphered.
enum VoiceGroupFiles {
  /// Declares them.
  static func declare(_ file: inout FileList) {
    // Group calls, then broadcasts.
    file(
      "EF.VGCS", VoiceGroups.self, in: .usim, 0x6FB1, .transparent(), "3GPP TS 31.102 §4.2.73",
      services: [57], gsm: .gsm(0x6FB1, services: [21]))
    file(
      "EF.VGCSS", VoiceGroupStatus.self, in: .usim, 0x6FB2, .transparent(reading: 7),
      "3GPP TS 31.102 §4.2.74", services: [57], gsm: .gsm(0x6FB2, services: [21]))
    file(
      "EF.VBS", VoiceGroups.self, in: .usim, 0x6FB3, .transparent(), "3GPP TS 31.102 §4.2.75",
      services: [58], gsm: .gsm(0x6FB3, services: [22]))
    file(
      "EF.VBSS", VoiceGroupStatus.self, in: .usim, 0x6FB4, .transparent(reading: 7),
      "3GPP TS 31.102 §4.2.76", services: [58], gsm: .gsm(0x6FB4, services: [22]))
    file(
      "EF.VGCSCA", VoiceGroupCiphering.self, in: .usim, 0x6FD4, .transparent(),
      "3GPP TS 31.102 §4.2.77", services: [64])
    file(
      "EF.VBSCA", VoiceGroupCiphering.self, in: .usim, 0x6FD5, .transparent(),
      "3GPP TS 31.102 §4.2.78", services: [65])
  }
}

/// EF.VGCS and EF.VBS: groups, 4 bytes of up to eight digits each, filled up with F (3GPP TS 31.102
/// §4.2.73, §4.2.75). Blank places mean no group.
public struct VoiceGroups: EncodableLayout {
  /// The groups by their numbers in the file, from 1, which the other files count by.
  public var groups: [Group]

  /// A group.
  public struct Group: Hashable, Sendable, Encodable {
    /// Its number in the file.
    public var number: Int
    /// Up to eight digits.
    public var identifier: String
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    groups = []
    var number = 0
    repeat {
      number += 1
      let identifier = SwappedNibbles.digits(try reader.bytes(4))
      if !identifier.isEmpty { groups.append(Group(number: number, identifier: identifier)) }
    } while reader.count >= 4
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0xFF, count: 4 * (groups.map(\.number).max() ?? 0))
    for group in groups {
      guard group.number > 0, let digits = SwappedNibbles.encode(group.identifier, count: 4) else {
        return nil
      }
      bytes.replaceSubrange(4 * (group.number - 1)..<4 * group.number, with: digits)
    }
    return bytes.filled(to: count)
  }
}

/// EF.VGCSS and EF.VBSS: which groups are switched on: 50 bits, group 1 lowest in the first byte, then
/// six that are 1 (3GPP TS 31.102 §4.2.74, §4.2.76).
public struct VoiceGroupStatus: EncodableLayout {
  /// The numbers in the file of groups of those that are on.
  public var activated: [Int]

  private static let count = 50

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.bytes(7).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    activated = (1...Self.count).filter { bits & 1 << ($0 - 1) != 0 }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard activated.allSatisfy((1...Self.count).contains) else { return nil }
    let unused: UInt64 = 0xFC << 48
    let bits = activated.reduce(unused) { $0 | 1 << UInt64($1 - 1) }
    return (0..<7).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }.filled(to: count)
  }
}

/// EF.VGCSCA and EF.VBSCA: with which algorithm each group is ciphered under its first and its second
/// key, a byte each (3GPP TS 31.102 §4.2.77, §4.2.78).
public struct VoiceGroupCiphering: EncodableLayout {
  /// The algorithms of each group, in the order of the file of groups.
  public var groups: [Algorithms]

  /// The algorithms of a group: `none`, `A5/1` to `A5/7`; `algorithm` and the byte for others.
  public struct Algorithms: Hashable, Sendable, Encodable {
    /// The algorithm under the first key.
    public var firstKey: String
    /// The algorithm under the second key.
    public var secondKey: String
    fileprivate var codes: [UInt8]

    private enum CodingKeys: String, CodingKey {
      case firstKey, secondKey
    }
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    groups = []
    repeat {
      let (first, second) = (try reader.byte(), try reader.byte())
      groups.append(
        Algorithms(
          firstKey: Self.name(first), secondKey: Self.name(second), codes: [first, second]))
    } while reader.count >= 2
    while groups.last?.codes.isBlank == true { groups.removeLast() }
  }

  private static func name(_ code: UInt8) -> String {
    switch code {
    case 0: "none"
    case 1...7: "A5/\(code)"
    default: "algorithm" + [code].hex
    }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { groups.flatMap(\.codes).filled(to: count) }
}
