/// An EF: a file with contents (ETSI TS 102 221 §8.2.2).
final class ElementaryFile {
  let identifier: FileIdentifier
  /// The short file identifier, 1 to 30; nil when the file has none.
  let shortIdentifier: UInt8?
  let access: AccessRule
  var contents: Contents
  var lifeCycle: LifeCycle

  /// The structures of ETSI TS 102 221 §8.2.2, each with its bytes. Records of one file are of one
  /// length.
  enum Contents: Hashable, Sendable {
    case transparent([UInt8])
    case linearFixed([[UInt8]])
    /// The newest record first.
    case cyclic([[UInt8]])

    /// The records; nil for a transparent file.
    var records: [[UInt8]]? {
      switch self {
      case .transparent: nil
      case .linearFixed(let records), .cyclic(let records): records
      }
    }

    /// Bytes in all.
    var size: Int {
      switch self {
      case .transparent(let bytes): bytes.count
      case .linearFixed(let records), .cyclic(let records): records.reduce(0) { $0 + $1.count }
      }
    }
  }

  /// The life cycle status integer (ETSI TS 102 221 §11.1.1.4.9).
  enum LifeCycle: UInt8, Hashable, Sendable {
    case activated = 0x05
    case deactivated = 0x04
    case terminated = 0x0C
  }

  init(
    _ identifier: FileIdentifier, sfi: UInt8? = nil, _ access: AccessRule, _ contents: Contents,
    lifeCycle: LifeCycle = .activated
  ) {
    self.identifier = identifier
    shortIdentifier = sfi
    self.access = access
    self.contents = contents
    self.lifeCycle = lifeCycle
  }
}
