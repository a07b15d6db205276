/// A message from the phone to the service centre: SMS-SUBMIT (3GPP TS 23.040 §9.2.2.2).
///
/// Flags, message reference, destination address, protocol identifier, data coding scheme, validity
/// period (0, 1 or 7), user data.
public struct SMSSubmit: Hashable, Sendable {
  /// The number the phone gave it; FF in a message that is yet to be sent.
  public var messageReference: UInt8
  /// Who is to get it.
  public var destinationAddress: MessageAddress
  /// What it is for.
  public var protocolIdentifier: ProtocolIdentifier
  /// How it is coded.
  public var dataCodingScheme: DataCodingScheme
  /// How long to try to deliver it.
  public var validityPeriod: ValidityPeriod?
  /// Its text or data.
  public var userData: UserData
  /// Whether an answer may go through the same service centre.
  public var hasReplyPath: Bool
  /// Whether the phone asked for a status report.
  public var wantsStatusReport: Bool

  /// Consumes what follows the first octet.
  init(parsing reader: inout ByteReader, firstOctet: UInt8) throws(ParseError) {
    hasReplyPath = firstOctet & 0x80 != 0
    wantsStatusReport = firstOctet & 0x20 != 0
    messageReference = try reader.byte()
    destinationAddress = try MessageAddress(parsing: &reader)
    protocolIdentifier = ProtocolIdentifier(rawValue: try reader.byte())
    dataCodingScheme = DataCodingScheme(rawValue: try reader.byte())
    validityPeriod = try ValidityPeriod(parsing: &reader, firstOctet: firstOctet)
    userData = try UserData(
      parsing: &reader, scheme: dataCodingScheme, hasHeader: firstOctet & 0x40 != 0)
  }
}
