import Card

/// Files of the MF (ETSI TS 102 221 §13).
extension ElementaryFile {
  /// EF.ICCID (§13.2).
  static func iccid(_ iccid: String) -> ElementaryFile {
    ElementaryFile(0x2FE2, sfi: 0x02, .open, .transparent(Digits.iccid(iccid)))
  }

  /// EF.DIR (§13.1): a record for each application, with its AID and label.
  static func applicationDirectory(_ applications: [(aid: [UInt8], label: String)])
    -> ElementaryFile
  {
    let records = applications.map { application in
      padded(
        BERTLV.encode(
          0x61, BERTLV.encode(0x4F, application.aid),
          BERTLV.encode(0x50, Array(application.label.utf8))),
        to: 38)
    }
    let blank = [UInt8](repeating: 0xFF, count: 38)
    let count = max(2, records.count)
    return ElementaryFile(
      0x2F00, sfi: 0x1E, .open,
      .linearFixed(records + Array(repeating: blank, count: count - records.count)))
  }

  /// EF.PL (§13.3): ISO 639 codes, the most wanted first.
  static func preferredLanguages(_ codes: [String]) -> ElementaryFile {
    ElementaryFile(
      0x2F05, sfi: 0x05, .preference, .transparent(codes.flatMap { Array($0.utf8) }))
  }

  /// EF.ARR (§13.4): the rules that other files refer to.
  static func accessRules(_ identifier: FileIdentifier) -> ElementaryFile {
    ElementaryFile(identifier, sfi: 0x06, .open, .linearFixed(AccessRule.accessRuleRecords))
  }
}
