internal import CPCSC
public import Card
internal import Words

/// A feature of a reader (PC/SC part 10 §2.2).
public struct ReaderFeature: RawRepresentable, Hashable, Sendable {
  /// The tag.
  public let rawValue: UInt8

  /// Keeps any tag.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  private init(_ tag: Int32) { self.init(rawValue: UInt8(truncatingIfNeeded: tag)) }

  /// Takes a PIN at the reader's own keys. `FEATURE_VERIFY_PIN_DIRECT`.
  public static let verifyPINDirect = ReaderFeature(FEATURE_VERIFY_PIN_DIRECT)
  /// Changes a PIN at the reader's own keys. `FEATURE_MODIFY_PIN_DIRECT`.
  public static let modifyPINDirect = ReaderFeature(FEATURE_MODIFY_PIN_DIRECT)
  /// Follows the commands of the German MKT specification. `FEATURE_MCT_READER_DIRECT`.
  public static let mctReaderDirect = ReaderFeature(FEATURE_MCT_READER_DIRECT)
  /// Says what its display and keys can do. `FEATURE_IFD_PIN_PROPERTIES`.
  public static let pinProperties = ReaderFeature(FEATURE_IFD_PIN_PROPERTIES)
  /// Says more about itself. `FEATURE_GET_TLV_PROPERTIES`.
  public static let properties = ReaderFeature(FEATURE_GET_TLV_PROPERTIES)
  /// Passes commands to the reader itself. `FEATURE_CCID_ESC_COMMAND`.
  public static let escapeCommand = ReaderFeature(FEATURE_CCID_ESC_COMMAND)
  /// Runs PACE. `FEATURE_EXECUTE_PACE`.
  public static let executePACE = ReaderFeature(FEATURE_EXECUTE_PACE)
}

extension [ReaderFeature: ControlCode] {
  /// Takes apart the answer to ``ControlCode/getFeatures``: tag, length 4, control code, most
  /// significant byte first, for each feature.
  public init(parsing bytes: [UInt8]) throws(ParseError) {
    self.init()
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      let feature = ReaderFeature(rawValue: try reader.byte())
      let offset = reader.offset
      var value = try reader.reader(Int(try reader.byte()))
      guard value.count == 4 else {
        throw ParseError(.invalid(Words("feature whose value is not of 4 bytes")), at: offset)
      }
      self[feature] = ControlCode(rawValue: UInt32(truncatingIfNeeded: try value.unsigned(4)))
    }
  }
}
