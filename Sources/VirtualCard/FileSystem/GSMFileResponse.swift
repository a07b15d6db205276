/// The answers of SELECT and STATUS with class A0 (3GPP TS 51.011 §9.2.1).
enum GSMFileResponse {
  /// Of an EF: 15 bytes.
  static func bytes(of file: ElementaryFile) -> [UInt8] {
    [0, 0] + twoBytes(file.contents.size) + file.identifier.bytes + [
      0x04,  // type of file: EF
      0,
      file.access.read.gsmNibble << 4 | file.access.update.gsmNibble,
      AccessCondition.never.gsmNibble << 4,
      AccessCondition.administrator.gsmNibble << 4 | AccessCondition.administrator.gsmNibble,
      file.lifeCycle == .activated ? 0x01 : 0x00,
      2,  // length of what follows
      structure(of: file.contents),
      UInt8(truncatingIfNeeded: file.contents.records?.first?.count ?? 0),
    ]
  }

  /// Of the MF or a DF: 23 bytes.
  static func bytes(of directory: DedicatedFile, pin1: PIN, pin2: PIN) -> [UInt8] {
    let isMasterFile = directory.identifier == .masterFile
    return [0, 0] + twoBytes(0x1000) + directory.identifier.bytes + [
      isMasterFile ? 0x01 : 0x02, 0, 0, 0, 0, 0,
      10,  // length of what follows
      (pin1.isEnabled ? 0x00 : 0x80) | 0x13,
      UInt8(truncatingIfNeeded: directory.directories.count),
      UInt8(truncatingIfNeeded: directory.files.count),
      4,  // CHVs, unblocking keys and administrative codes
      0,
      status(pin1.triesLeft), status(pin1.unblockTriesLeft),
      status(pin2.triesLeft), status(pin2.unblockTriesLeft),
      0,
    ]
  }

  private static func structure(of contents: ElementaryFile.Contents) -> UInt8 {
    switch contents {
    case .transparent: 0x00
    case .linearFixed: 0x01
    case .cyclic: 0x03
    }
  }

  /// A secret code's status: initialised, and the tries left.
  private static func status(_ triesLeft: Int) -> UInt8 { 0x80 | UInt8(triesLeft) & 0x0F }
}
