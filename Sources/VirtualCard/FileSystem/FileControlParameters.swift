import Card

/// The FCP template that SELECT and STATUS answer with (ETSI TS 102 221 §11.1.1.3).
enum FileControlParameters {
  /// Of an EF: descriptor, identifier, life cycle, access rules, size, short identifier.
  static func template(of file: ElementaryFile, in directory: DedicatedFile) -> [UInt8] {
    BERTLV.encode(
      0x62,
      BERTLV.encode(0x82, descriptor(of: file.contents)),
      BERTLV.encode(0x83, file.identifier.bytes),
      BERTLV.encode(0x8A, [file.lifeCycle.rawValue]),
      securityAttributes(file.access, in: directory),
      BERTLV.encode(0x80, twoBytes(file.contents.size)),
      // Present and empty: the file has no short identifier.
      BERTLV.encode(0x88, file.shortIdentifier.map { [$0 << 3] } ?? []))
  }

  /// Of the MF, a DF or an ADF: identifier or AID, PIN status.
  static func template(of directory: DedicatedFile, pin1: PIN) -> [UInt8] {
    let name =
      directory.applicationIdentifier.map { BERTLV.encode(0x84, $0) } ?? []
    return BERTLV.encode(
      0x62,
      BERTLV.encode(0x82, [0x78, dataCoding]),
      BERTLV.encode(0x83, directory.identifier.bytes),
      name,
      BERTLV.encode(0xA5, BERTLV.encode(0x80, [0x71])),
      BERTLV.encode(0x8A, [ElementaryFile.LifeCycle.activated.rawValue]),
      securityAttributes(.open, in: directory),
      pinStatus(pin1))
  }

  /// Data coding byte: BER-TLV tags, FF is padding.
  private static let dataCoding: UInt8 = 0x21

  private static func descriptor(of contents: ElementaryFile.Contents) -> [UInt8] {
    switch contents {
    case .transparent: [0x41, dataCoding]
    case .linearFixed(let records): [0x42, dataCoding] + shape(records)
    case .cyclic(let records): [0x46, dataCoding] + shape(records)
    }
  }

  private static func shape(_ records: [[UInt8]]) -> [UInt8] {
    twoBytes(records.first?.count ?? 0) + [UInt8(truncatingIfNeeded: records.count)]
  }

  /// Referenced format: EF.ARR and the record (ETSI TS 102 221 §9.2.7).
  private static func securityAttributes(_ rule: AccessRule, in directory: DedicatedFile) -> [UInt8]
  {
    let rules: FileIdentifier =
      directory.identifier == .masterFile ? .masterAccessRules : .accessRules
    return BERTLV.encode(0x8B, rules.bytes + [rule.recordNumber])
  }

  /// The PIN status template: PIN1, and PIN2, which is always on (§9.5.2, §11.1.1.4.10).
  private static func pinStatus(_ pin1: PIN) -> [UInt8] {
    BERTLV.encode(
      0xC6,
      BERTLV.encode(0x90, [pin1.isEnabled ? 0xC0 : 0x40]),
      BERTLV.encode(0x83, [PIN.Reference.pin1.rawValue]),
      BERTLV.encode(0x83, [PIN.Reference.pin2.rawValue]))
  }
}
