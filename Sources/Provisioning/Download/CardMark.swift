import Crypto

/// What tells whether a number is the one that was noted, and does not give it: 32 bits of a salted hash,
/// which hundreds of millions of numbers have in common.
public enum CardMark {
  /// The mark of an EID or ICCID, as hexadecimal.
  public static func of(_ number: String, salt: String) -> String {
    SHA256.hash(data: Array("\(salt) \(number)".utf8)).prefix(4).map { byte in
      String(UInt16(byte) + 0x100, radix: 16).dropFirst()
    }.joined()
  }
}
