/// AES with keys of 128 bits (FIPS 197), in the modes that bound profiles are protected with.
///
/// It takes no care of secrets: it looks them up in tables, and the keys here are published.
/// `Crypto` has no such modes, and the library beside it that does is larger than all of these cards.
struct AES128: Sendable {
  /// Bytes of a block, and of a key.
  static let blockSize = 16

  // The round keys (§5.2), and those of the equivalent inverse cipher (§5.3.5).
  private let keys: [Block]
  private let inverseKeys: [Block]

  /// Nil for a key of another length.
  init?(key: some Collection<UInt8>) {
    guard key.count == Self.blockSize else { return nil }
    let tables = AESTables.shared
    var keys = [Block](key)
    var constant: UInt8 = 1
    while keys.count < 11, let last = keys.last {
      let first = last.a ^ tables.substituted(last.d << 8 | last.d >> 24) ^ UInt32(constant) << 24
      let second = last.b ^ first
      let third = last.c ^ second
      keys.append(Block(a: first, b: second, c: third, d: last.d ^ third))
      constant = AESTables.doubled(constant)
    }
    self.keys = keys
    inverseKeys =
      keys.suffix(1) + keys.dropFirst().dropLast().reversed().map(tables.unmixed) + keys.prefix(1)
  }

  /// One block, encrypted by itself (§5.1).
  func encrypt(_ block: [UInt8]) -> [UInt8] { [Block](block).map(encrypt).flatMap(\.bytes) }

  /// CBC without padding (NIST SP 800-38A §6.2). Nil for parts of blocks.
  func decrypt(_ bytes: some Collection<UInt8>, initial: [UInt8]) -> [UInt8]? {
    guard bytes.count.isMultiple(of: Self.blockSize), initial.count == Self.blockSize,
      let initial = [Block](initial).first
    else { return nil }
    let blocks = [Block](bytes)
    return zip(blocks, [initial] + blocks).flatMap { (decrypt($0) ^ $1).bytes }
  }

  /// CMAC (RFC 4493), 16 bytes.
  func authenticate(_ message: [UInt8]) -> [UInt8] {
    var subkey = encrypt(Block()).doubled
    var whole = message
    if message.isEmpty || !message.count.isMultiple(of: Self.blockSize) {
      subkey = subkey.doubled
      whole.append(0x80)
    }
    let blocks = [Block](whole)
    let state = blocks.dropLast().reduce(Block()) { encrypt($0 ^ $1) }
    return encrypt(state ^ (blocks.last ?? Block()) ^ subkey).bytes
  }

  private func encrypt(_ block: Block) -> Block {
    let tables = AESTables.shared
    var state = block ^ (keys.first ?? Block())
    for key in keys.dropFirst().dropLast() { state = state.shifted(tables.forward) ^ key }
    return state.shifted(tables.lastForward) ^ (keys.last ?? Block())
  }

  private func decrypt(_ block: Block) -> Block {
    let tables = AESTables.shared
    var state = block ^ (inverseKeys.first ?? Block())
    for key in inverseKeys.dropFirst().dropLast() {
      state = state.shiftedBack(tables.backward) ^ key
    }
    return state.shiftedBack(tables.lastBackward) ^ (inverseKeys.last ?? Block())
  }

  /// Four columns, the first byte of each in its highest bits (§3.5).
  fileprivate struct Block: Sendable {
    var a: UInt32 = 0
    var b: UInt32 = 0
    var c: UInt32 = 0
    var d: UInt32 = 0
  }
}

extension AES128.Block {
  /// ShiftRows, and with the table what is done to bytes and columns (§5.1.1 to §5.1.3).
  fileprivate func shifted(_ table: [UInt32]) -> Self {
    Self(
      a: AESTables.column(table, a, b, c, d), b: AESTables.column(table, b, c, d, a),
      c: AESTables.column(table, c, d, a, b), d: AESTables.column(table, d, a, b, c))
  }

  /// The same the other way (§5.3).
  fileprivate func shiftedBack(_ table: [UInt32]) -> Self {
    Self(
      a: AESTables.column(table, a, d, c, b), b: AESTables.column(table, b, a, d, c),
      c: AESTables.column(table, c, b, a, d), d: AESTables.column(table, d, c, b, a))
  }

  fileprivate static func ^ (left: Self, right: Self) -> Self {
    Self(a: left.a ^ right.a, b: left.b ^ right.b, c: left.c ^ right.c, d: left.d ^ right.d)
  }

  /// Times x in the field of 2^128 elements (RFC 4493 §2.3).
  fileprivate var doubled: Self {
    Self(
      a: a << 1 | b >> 31, b: b << 1 | c >> 31, c: c << 1 | d >> 31,
      d: d << 1 ^ (a >> 31 == 0 ? 0 : 0x87))
  }

  fileprivate var bytes: [UInt8] {
    [a, b, c, d].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}

extension [AES128.Block] {
  /// Bytes as blocks, the last filled up with zeros.
  fileprivate init(_ bytes: some Collection<UInt8>) {
    self = []
    var rest = bytes[...]
    while !rest.isEmpty {
      var words: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
      for _ in 0..<AES128.blockSize {
        words = (
          words.0 << 8 | words.1 >> 24, words.1 << 8 | words.2 >> 24, words.2 << 8 | words.3 >> 24,
          words.3 << 8 | UInt32(rest.popFirst() ?? 0)
        )
      }
      append(AES128.Block(a: words.0, b: words.1, c: words.2, d: words.3))
    }
  }
}

extension AESTables {
  /// InvMixColumns (§5.3.3).
  fileprivate func unmixed(_ block: AES128.Block) -> AES128.Block {
    AES128.Block(
      a: unmixed(block.a), b: unmixed(block.b), c: unmixed(block.c), d: unmixed(block.d))
  }
}
