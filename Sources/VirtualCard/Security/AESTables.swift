/// What AES does to each byte, and to the column that it stands in, worked out beforehand
/// (FIPS 197 §4.2, §5.1.1, §5.1.3).
struct AESTables: Sendable {
  /// For a byte at the top of a column, the column that SubBytes and MixColumns make of it.
  let forward: [UInt32]
  /// The same for their inverses.
  let backward: [UInt32]
  /// The last rounds mix no columns.
  let lastForward: [UInt32]
  let lastBackward: [UInt32]

  static let shared = AESTables()

  private init() {
    let substitution = Self.substitution()
    var inverse = [UInt8](repeating: 0, count: 256)
    for (index, value) in substitution.enumerated() { inverse[Int(value)] = UInt8(index) }
    forward = substitution.map { byte in
      let double = Self.doubled(byte)
      return Self.column(double, byte, byte, double ^ byte)
    }
    backward = inverse.map { byte in
      let two = Self.doubled(byte)
      let four = Self.doubled(two)
      let eight = Self.doubled(four)
      return Self.column(
        eight ^ four ^ two, eight ^ byte, eight ^ four ^ byte, eight ^ two ^ byte)
    }
    lastForward = substitution.map { UInt32($0) << 24 }
    lastBackward = inverse.map { UInt32($0) << 24 }
  }

  /// SubWord (§5.2).
  func substituted(_ word: UInt32) -> UInt32 { Self.column(lastForward, word, word, word, word) }

  /// InvMixColumns of one column (§5.3.3).
  func unmixed(_ word: UInt32) -> UInt32 {
    let word = substituted(word)
    return Self.column(backward, word, word, word, word)
  }

  /// A column of a byte of each of four others, from the first's top to the fourth's bottom.
  static func column(
    _ table: [UInt32], _ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32
  ) -> UInt32 {
    let second = table[Int(second >> 16 & 0xFF)]
    let third = table[Int(third >> 8 & 0xFF)]
    let fourth = table[Int(fourth & 0xFF)]
    return table[Int(first >> 24)] ^ (second >> 8 | second << 24) ^ (third >> 16 | third << 16)
      ^ (fourth >> 24 | fourth << 8)
  }

  /// Times x in the field of 2^8 elements (§4.2.1).
  static func doubled(_ byte: UInt8) -> UInt8 { byte << 1 ^ (byte & 0x80 == 0 ? 0 : 0x1B) }

  private static func column(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> UInt32 {
    UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
  }

  /// The S-box (§5.1.1): the inverse in the field, found by stepping through its powers of 3 and of
  /// the inverse of 3, and then the affine transformation.
  private static func substitution() -> [UInt8] {
    var box = [UInt8](repeating: 0x63, count: 256)
    var power: UInt8 = 1
    var inverse: UInt8 = 1
    repeat {
      power ^= doubled(power)
      inverse ^= inverse << 1
      inverse ^= inverse << 2
      inverse ^= inverse << 4
      if inverse & 0x80 != 0 { inverse ^= 0x09 }
      let turned = (1...4).map { inverse << $0 | inverse >> (8 - $0) }
      box[Int(power)] = turned.reduce(inverse, ^) ^ 0x63
    } while power != 1
    return box
  }
}
