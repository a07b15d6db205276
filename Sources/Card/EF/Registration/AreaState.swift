/// What an area code says besides where.
public enum AreaState: String, Hashable, Sendable, Encodable {
  /// It names an area.
  case valid
  /// None: all bits 0, as cards leave the factory, or blank. Phones take it for deleted.
  case unused
  /// A phone deleted it: all bits 1 but the last (3GPP TS 24.008 §10.5.1.3, TS 24.501 §9.11.3.8).
  case deleted

  /// The state of a code of `byteCount` bytes.
  init(code: UInt32, byteCount: Int) {
    let blank = UInt32(truncatingIfNeeded: (UInt64(1) << (8 * byteCount)) - 1)
    self = code == 0 || code == blank ? .unused : code == blank - 1 ? .deleted : .valid
  }
}
