/// Bits with names: the contents of an ASN.1 BIT STRING (ITU-T X.690 §8.6), a count of unused bits
/// and then bit 0 first.
public enum NamedBits {
  /// The names of the bits that are set; a set bit without a name is `bitN`.
  public static func names(_ names: [String], in contents: ArraySlice<UInt8>) -> [String] {
    guard let unused = contents.first else { return [] }
    let bits = contents.dropFirst().flatMap { byte -> [Bool] in
      (0..<8).map { byte & (0x80 >> $0) != 0 }
    }
    return bits.dropLast(Int(min(unused, 7))).enumerated().filter(\.element).map { bit, _ in
      names.dropFirst(bit).first ?? "bit\(bit)"
    }
  }
}
