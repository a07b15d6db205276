internal import CPCSC
public import Card
internal import Words

/// Which of its own functions a reader's driver is asked for.
public struct ControlCode: RawRepresentable, Hashable, Sendable {
  /// The code.
  public let rawValue: UInt32

  /// Keeps any code.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The code of a function by its number. Wraps `SCARD_CTL_CODE`.
  public init(function: UInt16) {
    self.init(rawValue: UInt32(truncatingIfNeeded: cpcsc_control_code(DWORD(function))))
  }

  /// Lists the features of PC/SC part 10 that the reader has. `CM_IOCTL_GET_FEATURE_REQUEST`.
  public static let getFeatures = ControlCode(
    rawValue: UInt32(truncatingIfNeeded: cpcsc_get_feature_request))
}

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

/// Something a reader knows about itself or its card.
public struct ReaderAttribute: RawRepresentable, Hashable, Sendable {
  /// The number.
  public let rawValue: UInt32

  /// Keeps any number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(_ value: DWORD) { self.init(rawValue: UInt32(truncatingIfNeeded: value)) }

  /// The maker's name, as text. `SCARD_ATTR_VENDOR_NAME`.
  public static let vendorName = ReaderAttribute(cpcsc_attribute_vendor_name)
  /// The maker's name for the model, as text. `SCARD_ATTR_VENDOR_IFD_TYPE`.
  public static let model = ReaderAttribute(cpcsc_attribute_vendor_ifd_type)
  /// The version of the firmware: four bytes, in the machine's order, as 0xMMmmbbbb.
  /// `SCARD_ATTR_VENDOR_IFD_VERSION`.
  public static let version = ReaderAttribute(cpcsc_attribute_vendor_ifd_version)
  /// The serial number, as text. `SCARD_ATTR_VENDOR_IFD_SERIAL_NO`.
  public static let serialNumber = ReaderAttribute(cpcsc_attribute_vendor_ifd_serial_no)
  /// Where the reader is connected: four bytes, in the machine's order, as 0x0020 (USB), bus and
  /// address. `SCARD_ATTR_CHANNEL_ID`.
  public static let channel = ReaderAttribute(cpcsc_attribute_channel_id)
  /// The card's answer to reset. `SCARD_ATTR_ATR_STRING`.
  public static let answerToReset = ReaderAttribute(cpcsc_attribute_atr_string)
}
