/// A message of the short message transfer layer, as a card stores it (3GPP TS 23.040 §9.2.2).
///
/// The two low bits of the first octet say which one. SMS-COMMAND and the reports on a delivery or
/// a submission share them, but have no place on a card.
public enum TPDU: Hashable, Sendable {
  /// From the service centre to the phone.
  case deliver(SMSDeliver)
  /// From the phone to the service centre.
  case submit(SMSSubmit)
  /// What became of a message that the phone sent.
  case statusReport(SMSStatusReport)

  /// Consumes a TPDU. What follows it, such as the padding of a record, is left. The reserved type
  /// reads as SMS-DELIVER (3GPP TS 23.040 §9.2.3.1).
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let firstOctet = try reader.byte()
    switch firstOctet & 0x03 {
    case 0x01: self = .submit(try SMSSubmit(parsing: &reader, firstOctet: firstOctet))
    case 0x02:
      self = .statusReport(try SMSStatusReport(parsing: &reader, firstOctet: firstOctet))
    default: self = .deliver(try SMSDeliver(parsing: &reader, firstOctet: firstOctet))
    }
  }

  /// The other end: who sent it, or was to get it.
  public var address: MessageAddress {
    switch self {
    case .deliver(let message): message.originatingAddress
    case .submit(let message): message.destinationAddress
    case .statusReport(let report): report.recipientAddress
    }
  }

  /// When the service centre got the message; a message from the phone does not say.
  public var timeStamp: ServiceCentreTimeStamp? {
    switch self {
    case .deliver(let message): message.timeStamp
    case .submit: nil
    case .statusReport(let report): report.timeStamp
    }
  }

  /// What it is for.
  public var protocolIdentifier: ProtocolIdentifier? {
    switch self {
    case .deliver(let message): message.protocolIdentifier
    case .submit(let message): message.protocolIdentifier
    case .statusReport(let report): report.protocolIdentifier
    }
  }

  /// How its text is coded.
  public var dataCodingScheme: DataCodingScheme? {
    switch self {
    case .deliver(let message): message.dataCodingScheme
    case .submit(let message): message.dataCodingScheme
    case .statusReport(let report): report.dataCodingScheme
    }
  }

  /// Its text or data.
  public var userData: UserData? {
    switch self {
    case .deliver(let message): message.userData
    case .submit(let message): message.userData
    case .statusReport(let report): report.userData
    }
  }

  /// What it says is waiting: as its header says, else as its data coding scheme does.
  public var messageWaiting: [MessageWaitingIndication] {
    let said = userData?.header?.messageWaiting ?? []
    return said.isEmpty ? [dataCodingScheme?.messageWaiting].compactMap { $0 } : said
  }
}
