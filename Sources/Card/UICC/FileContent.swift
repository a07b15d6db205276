/// What asking for a file gave.
public enum FileContent: Hashable, Sendable {
  /// The bytes read.
  case bytes([UInt8])
  /// The records read, in order.
  case records([[UInt8]])
  /// It is not on the card.
  case absent
  /// The card refuses to have it read.
  case refused(StatusWord)

  /// The bytes, if it is a transparent file that could be read.
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  /// The records, if it is a file of records that could be read.
  public var records: [[UInt8]]? {
    if case .records(let records) = self { records } else { nil }
  }

  /// Whether it was read and holds nothing: every byte is FF.
  public var isBlank: Bool {
    switch self {
    case .bytes(let bytes): !bytes.isEmpty && bytes.allSatisfy { $0 == 0xFF }
    case .records(let records): records.allSatisfy { $0.allSatisfy { $0 == 0xFF } }
    case .absent, .refused: false
    }
  }
}
