import Card

/// Names in the IP multimedia subsystem (3GPP TS 31.103 §4.2).
extension ElementaryFile {
  /// EF.IMPI and EF.DOMAIN: one text in tag 80.
  static func imsValue(_ identifier: FileIdentifier, sfi: UInt8, _ text: String)
    -> ElementaryFile
  {
    ElementaryFile(
      identifier, sfi: sfi, .issuer, .transparent(BERTLV.encode(0x80, Array(text.utf8))))
  }

  /// EF.IMPU: one text a record.
  static func imsIdentities(_ texts: [String]) -> ElementaryFile {
    let values = texts.map { BERTLV.encode(0x80, Array($0.utf8)) }
    let longest = values.map(\.count).max() ?? 0
    return ElementaryFile(
      0x6F04, sfi: 0x04, .issuer, .linearFixed(values.map { padded($0, to: longest) }))
  }
}
