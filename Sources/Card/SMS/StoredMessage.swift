/// A record of EF.SMS: a status, the address of the service centre and a TPDU, filled up with FF
/// (3GPP TS 31.102 §4.2.25).
public struct StoredMessage: Hashable, Sendable {
  /// What the record is in use for.
  public var status: Status
  /// How far a status report on a sent message has come.
  public var reportStatus: ReportStatus?
  /// The service centre it came through, or is to go through.
  public var serviceCentre: MessageAddress?
  /// The message; nil when the record is blank. A record that is free may still hold one, deleted
  /// and not overwritten: what to do with that is up to the caller.
  public var tpdu: TPDU?

  /// What a record is in use for: bits 3 to 1 of the status.
  public enum Status: String, Hashable, Sendable {
    /// Nothing; a deleted message may still be there.
    case free
    /// A message from the network that has been read.
    case read
    /// A message from the network that is yet to be read.
    case unread
    /// A message that was sent.
    case sent
    /// A message that is yet to be sent.
    case toBeSent
  }

  /// How far a status report on a sent message has come: bits 5 and 4 of the status.
  public enum ReportStatus: UInt8, Hashable, Sendable {
    /// None was asked for.
    case notRequested = 0
    /// One was asked for and has not come.
    case pending = 1
    /// One has come, and was not stored.
    case received = 2
    /// One has come, and is in EF.SMSR.
    case stored = 3
  }

  /// Understands a record.
  public init(record: [UInt8]) throws(ParseError) {
    var reader = ByteReader(record)
    try self.init(parsing: &reader)
  }

  /// Consumes a record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let statusByte = try reader.byte()
    status = Self.status(statusByte)
    reportStatus = status == .sent ? ReportStatus(rawValue: statusByte >> 3 & 0x03) : nil
    var ahead = reader
    let remainder = ahead.rest()
    guard !remainder.allSatisfy({ $0 == 0xFF }), !remainder.allSatisfy({ $0 == 0x00 }) else {
      // A record that was never written may have FF for its status too.
      if statusByte == 0xFF { status = .free }
      reader = ahead
      return
    }
    serviceCentre = try MessageAddress.serviceCentre(parsing: &reader)
    tpdu = try TPDU(parsing: &reader)
    _ = reader.rest()
  }

  private static func status(_ byte: UInt8) -> Status {
    switch byte & 0x07 {
    case 0x01: .read
    case 0x03: .unread
    case 0x05: .sent
    case 0x07: .toBeSent
    default: .free
    }
  }
}
