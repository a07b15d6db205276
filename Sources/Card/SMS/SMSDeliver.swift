/// A message from the service centre to the phone: SMS-DELIVER (3GPP TS 23.040 §9.2.2.1).
///
/// Flags, originating address, protocol identifier, data coding scheme, time stamp (7), user data.
public struct SMSDeliver: Hashable, Sendable {
  /// Who sent it.
  public var originatingAddress: MessageAddress
  /// What it is for.
  public var protocolIdentifier: ProtocolIdentifier
  /// How it is coded.
  public var dataCodingScheme: DataCodingScheme
  /// When the service centre got it; nil when the bytes are no date.
  public var timeStamp: ServiceCentreTimeStamp?
  /// The bytes of the time stamp.
  public var timeStampBytes: [UInt8]
  /// Its text or data.
  public var userData: UserData
  /// Whether an answer may go through the same service centre.
  public var hasReplyPath: Bool
  /// Whether the sender asked for a status report.
  public var wantsStatusReport: Bool

  /// Consumes what follows the first octet.
  init(parsing reader: inout ByteReader, firstOctet: UInt8) throws(ParseError) {
    hasReplyPath = firstOctet & 0x80 != 0
    wantsStatusReport = firstOctet & 0x20 != 0
    originatingAddress = try MessageAddress(parsing: &reader)
    protocolIdentifier = ProtocolIdentifier(rawValue: try reader.byte())
    dataCodingScheme = DataCodingScheme(rawValue: try reader.byte())
    timeStampBytes = Array(try reader.bytes(ServiceCentreTimeStamp.byteCount))
    timeStamp = ServiceCentreTimeStamp(timeStampBytes)
    userData = try UserData(
      parsing: &reader, scheme: dataCodingScheme, hasHeader: firstOctet & 0x40 != 0)
  }
}
