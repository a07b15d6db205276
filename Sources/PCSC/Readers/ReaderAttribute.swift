internal import CPCSC

/// Something a reader knows of itself or of its card.
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
