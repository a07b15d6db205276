/// What became of a message that the phone sent: SMS-STATUS-REPORT (3GPP TS 23.040 §9.2.2.3).
///
/// Flags, message reference, recipient address, time stamp (7), discharge time (7), status, then a
/// parameter indicator and what it says is there: protocol identifier, data coding scheme, user
/// data.
public struct SMSStatusReport: Hashable, Sendable {
  /// The number of the message reported on.
  public var messageReference: UInt8
  /// Who was to get it.
  public var recipientAddress: MessageAddress
  /// When the service centre got it; nil when the bytes are no date.
  public var timeStamp: ServiceCentreTimeStamp?
  /// The bytes of the time stamp.
  public var timeStampBytes: [UInt8]
  /// When it was delivered, or last tried; nil when the bytes are no date.
  public var dischargeTime: ServiceCentreTimeStamp?
  /// The bytes of the discharge time.
  public var dischargeTimeBytes: [UInt8]
  /// What became of it.
  public var deliveryStatus: DeliveryStatus
  /// What the report is for, where it says so.
  public var protocolIdentifier: ProtocolIdentifier?
  /// How its text is coded, where it says so.
  public var dataCodingScheme: DataCodingScheme?
  /// Its text or data, where it has any.
  public var userData: UserData?
  /// Whether it answers an SMS-COMMAND instead of an SMS-SUBMIT.
  public var answersCommand: Bool

  /// Consumes what follows the first octet.
  init(parsing reader: inout ByteReader, firstOctet: UInt8) throws(ParseError) {
    answersCommand = firstOctet & 0x20 != 0
    messageReference = try reader.byte()
    recipientAddress = try MessageAddress(parsing: &reader)
    timeStampBytes = Array(try reader.bytes(ServiceCentreTimeStamp.byteCount))
    timeStamp = ServiceCentreTimeStamp(timeStampBytes)
    dischargeTimeBytes = Array(try reader.bytes(ServiceCentreTimeStamp.byteCount))
    dischargeTime = ServiceCentreTimeStamp(dischargeTimeBytes)
    deliveryStatus = DeliveryStatus(rawValue: try reader.byte())
    try parseOptionalParameters(&reader, hasHeader: firstOctet & 0x40 != 0)
  }

  /// Consumes what a parameter indicator says is there (3GPP TS 23.040 §9.2.3.27). FF is the
  /// padding of a record; parameters that a short record has no room for are not there.
  private mutating func parseOptionalParameters(
    _ reader: inout ByteReader, hasHeader: Bool
  ) throws(ParseError) {
    guard let indicator = reader.next, indicator != 0xFF else { return }
    var octet: UInt8
    repeat {
      octet = try reader.byte()
    } while octet & 0x80 != 0 && !reader.isAtEnd
    if indicator & 0x01 != 0, !reader.isAtEnd {
      protocolIdentifier = ProtocolIdentifier(rawValue: try reader.byte())
    }
    if indicator & 0x02 != 0, !reader.isAtEnd {
      dataCodingScheme = DataCodingScheme(rawValue: try reader.byte())
    }
    if indicator & 0x04 != 0, !reader.isAtEnd {
      userData = try UserData(
        parsing: &reader, scheme: dataCodingScheme ?? DataCodingScheme(rawValue: 0),
        hasHeader: hasHeader)
    }
  }
}
