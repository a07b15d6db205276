/// A short message as people know it: who, when and what, put together from its parts.
public struct Message: Hashable, Sendable {
  /// Which way it went.
  public var direction: Direction
  /// What the records that hold it are in use for; nil for a report of EF.SMSR.
  public var status: StoredMessage.Status?
  /// How far a status report on it has come, if it was sent.
  public var reportStatus: StoredMessage.ReportStatus?
  /// The sender of a message received, the recipient of one sent or reported on.
  public var address: MessageAddress
  /// The service centre it came through, or is to go through.
  public var serviceCentre: MessageAddress?
  /// When the service centre got it, or its first part; nil when no part says so.
  public var timeStamp: ServiceCentreTimeStamp?
  /// Its text, as far as it has any.
  public var text: String?
  /// Its data as upper-case hexadecimal, as far as it has any.
  public var data: String?
  /// Who it is meant for, where it says so.
  public var messageClass: DataCodingScheme.MessageClass?
  /// What it is for.
  public var protocolIdentifier: ProtocolIdentifier?
  /// The applications it goes between, where it says so.
  public var ports: UserDataHeader.ApplicationPorts?
  /// How long the service centre was to try to deliver it, of a message sent that says so.
  public var validityPeriod: ValidityPeriod?
  /// What it says is waiting.
  public var messageWaiting: [MessageWaitingIndication]
  /// What became of the message it reports on, if it is a status report.
  public var deliveryStatus: DeliveryStatus?
  /// Which parts are there, if it came or goes in parts.
  public var parts: Parts?
  /// Whether a part has less text or data than it says.
  public var isTruncated: Bool
  /// The records that hold it, in the order of the parts.
  public var records: [Int]

  /// Which way a message went.
  public enum Direction: String, Hashable, Sendable {
    /// To the phone.
    case received
    /// From the phone.
    case sent
    /// To the phone, on what became of a message from it.
    case statusReport
  }

  /// Which parts of a message are there.
  public struct Parts: Hashable, Sendable {
    /// The parts that are there, in ascending order, from 1 on.
    public var have: [Int]
    /// How many there are in all.
    public var count: Int

    /// The parts that are not there.
    public var missing: [Int] { (1...max(count, 1)).filter { !have.contains($0) } }
  }

  /// The message in one record: whole, or a part. Nil when the record is blank.
  public init?(_ stored: StoredMessage, record: Int) {
    guard let tpdu = stored.tpdu else { return nil }
    self.init(tpdu, record: record)
    status = stored.status
    reportStatus = stored.reportStatus
    serviceCentre = stored.serviceCentre
  }

  /// The report in a record of EF.SMSR. Nil when the record is blank.
  public init?(_ stored: StoredStatusReport, record: Int) {
    guard let report = stored.report else { return nil }
    self.init(.statusReport(report), record: record)
  }

  private init(_ tpdu: TPDU, record: Int) {
    switch tpdu {
    case .deliver: direction = .received
    case .submit(let message):
      direction = .sent
      validityPeriod = message.validityPeriod
    case .statusReport(let report):
      direction = .statusReport
      deliveryStatus = report.deliveryStatus
    }
    address = tpdu.address
    timeStamp = tpdu.timeStamp
    text = tpdu.userData?.text
    data = tpdu.userData?.data?.hex
    messageClass = tpdu.dataCodingScheme?.messageClass
    protocolIdentifier = tpdu.protocolIdentifier
    ports = tpdu.userData?.header?.ports
    messageWaiting = tpdu.messageWaiting
    parts = tpdu.userData?.header?.concatenation.map {
      Parts(have: [$0.sequence], count: $0.count)
    }
    isTruncated = tpdu.userData?.isTruncated ?? false
    records = [record]
  }
}
