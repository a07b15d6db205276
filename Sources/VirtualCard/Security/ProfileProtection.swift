import Card

/// How the segments of a bound profile package are protected: BSP, once called SCP03t
/// (SGP.22 §2.6.4). Each is encrypted with AES-128 in CBC mode, or not, and carries the first
/// eight bytes of an AES-CMAC that is chained from segment to segment.
struct ProfileProtection: Sendable {
  private let encryption: AES128
  private let authentication: AES128
  private var chainingValue: [UInt8]
  // Counts the segments; those that are not encrypted too.
  private var number = 1

  /// Why a segment can't be opened.
  enum Fault: Error {
    /// Its length or padding is none that a segment has.
    case structure
    /// Its MAC is wrong.
    case security
  }

  /// Nil for values of another length than 16 bytes.
  init?(
    chainingValue: some Collection<UInt8>, encryption: some Collection<UInt8>,
    authentication: some Collection<UInt8>
  ) {
    guard chainingValue.count == AES128.blockSize, let encryption = AES128(key: encryption),
      let authentication = AES128(key: authentication)
    else { return nil }
    self.encryption = encryption
    self.authentication = authentication
    self.chainingValue = Array(chainingValue)
  }

  /// From the 48 bytes that key agreement gives (§2.6.4.2): the first chaining value, S-ENC, S-MAC.
  init?(derived bytes: [UInt8]) {
    self.init(
      chainingValue: bytes.prefix(16), encryption: bytes.dropFirst(16).prefix(16),
      authentication: bytes.dropFirst(32))
  }

  /// Opens the next segment.
  mutating func open(_ segment: BERTLV, isEncrypted: Bool) throws(Fault) -> [UInt8] {
    let content = segment.value.dropLast(Self.codeSize)
    guard segment.value.count >= Self.codeSize, segment.encoded.count <= Self.longestSegment else {
      throw .structure
    }
    let code = authentication.authenticate(
      chainingValue + segment.encoded.dropLast(Self.codeSize))
    guard segment.value.suffix(Self.codeSize).elementsEqual(code.prefix(Self.codeSize)) else {
      throw .security
    }
    chainingValue = code
    defer { number += 1 }
    return isEncrypted ? try decrypt(content) : Array(content)
  }

  private func decrypt(_ content: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    let counter = [UInt8](repeating: 0, count: 8) + bigEndian(number)
    let initial = encryption.encrypt(counter)
    guard !content.isEmpty, let padded = encryption.decrypt(content, initial: initial) else {
      throw .structure
    }
    // ISO/IEC 9797-1 padding method 2: 80, then zeros.
    let filling = padded.reversed().prefix { $0 == 0 }.count
    guard filling < AES128.blockSize, padded.dropLast(filling).last == 0x80 else {
      throw .structure
    }
    return padded.dropLast(filling + 1)
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// Bytes of a MAC on the wire.
  private static let codeSize = 8
  /// Bytes of a segment with tag, length and MAC: 1,020 (§2.5.3), and a block more, for a server of the
  /// field forgets the block of padding that 1,008 bytes get.
  private static let longestSegment = 1020 + AES128.blockSize
}
