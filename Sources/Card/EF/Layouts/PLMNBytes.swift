extension PLMN {
  /// Consumes three bytes that may hold a network; nil when they are blank or no network code.
  static func ifAny(parsing reader: inout ByteReader) throws(ParseError) -> PLMN? {
    var code = try reader.reader(3)
    return try? PLMN(parsing: &code)
  }

  /// The network as three bytes (3GPP TS 24.008 §10.5.1.13).
  var encoded: [UInt8] {
    let third = mnc.count == 3 ? String(mnc.suffix(1)) : "F"
    return SwappedNibbles.encode(mcc + third + mnc.prefix(2), count: 3) ?? [0xFF, 0xFF, 0xFF]
  }
}
