public import CardState
public import FoundationEssentials

/// What one dated read of a card says about lines.
public struct CardReading: Equatable, Sendable {
  /// When the card was read.
  public var readAt: Date
  /// The ICCID of the subscription in use: of the card, or of the enabled profile.
  public var iccid: String?
  /// What the registration files say, about the subscription in use only.
  public var registration: Registration?
  /// The registration files' bytes by their paths, to tell whether anything changed between reads.
  public var registrationFiles: [String: String]
  /// The eUICCs of the card.
  public var euiccs: [EUICC]
  /// Reports that an eUICC still has to deliver; absent where they were not read.
  public var pendingNotifications: [PendingNotification]?
  /// Messages of the carrier on the card.
  public var carrierTexts: [CarrierText]

  /// What a snapshot says.
  ///
  /// - Parameters:
  ///   - snapshot: The read.
  ///   - pendingNotifications: Reports that were not delivered yet.
  ///   - carrierTexts: Messages that are known to come from the carrier.
  public init(
    _ snapshot: CardSnapshot, pendingNotifications: [PendingNotification]? = nil,
    carrierTexts: [CarrierText] = []
  ) {
    readAt = snapshot.readAt
    iccid = snapshot.iccid
    registration = snapshot.registration
    registrationFiles = snapshot.registrationFiles
    euiccs = snapshot.euiccs
    self.pendingNotifications = pendingNotifications
    self.carrierTexts = carrierTexts
  }

  /// A report of an eUICC that waits for delivery (SGP.22 §5.7.9).
  public struct PendingNotification: Codable, Equatable, Sendable {
    /// The profile's ICCID.
    public var iccid: String
    /// `install`, `enable`, `disable` or `delete`.
    public var operation: String

    /// A report that waits.
    public init(iccid: String, operation: String) {
      self.iccid = iccid
      self.operation = operation
    }
  }

  /// A message of the carrier, dated by its service centre.
  public struct CarrierText: Equatable, Sendable {
    /// The service centre's time stamp.
    public var sentAt: Date
    /// What it says, as far as it was understood.
    public var reading: StatementReading

    /// A message.
    public init(sentAt: Date, reading: StatementReading) {
      self.sentAt = sentAt
      self.reading = reading
    }
  }
}

extension CardReading {
  /// The profile of an ICCID, if the card lists it.
  func profile(_ iccid: String) -> Profile? {
    euiccs.lazy.compactMap(\.profiles).joined().first { $0.iccid == iccid }
  }
}

extension CardSnapshot {
  fileprivate var registrationFiles: [String: String] {
    let names: Set = ["EF.LOCI", "EF.PSLOCI", "EF.LOCIGPRS", "EF.EPSLOCI", "EF.5GS3GPPLOCI"]
    let read = files.filter { $0.name.map(names.contains) == true }
    return Dictionary(
      read.compactMap { file in file.raw.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
