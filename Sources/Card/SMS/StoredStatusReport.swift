internal import Words

/// A record of EF.SMSR: the number of a record in EF.SMS and the SMS-STATUS-REPORT on the message
/// there, filled up with FF (3GPP TS 31.102 §4.2.32).
public struct StoredStatusReport: Hashable, Sendable {
  /// Which record of EF.SMS it reports on, from 1 on; nil when the record is empty.
  public var messageRecord: Int?
  /// The report; nil when the record is blank. An empty record may still hold one.
  public var report: SMSStatusReport?

  /// Understands a record.
  public init(record: [UInt8]) throws(ParseError) {
    var reader = ByteReader(record)
    try self.init(parsing: &reader)
  }

  /// Consumes a record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let number = try reader.byte()
    var ahead = reader
    let remainder = ahead.rest()
    let isBlank =
      remainder.allSatisfy { $0 == 0xFF } || remainder.allSatisfy { $0 == 0x00 }
    messageRecord = number == 0x00 || number == 0xFF && isBlank ? nil : Int(number)
    guard !isBlank else {
      reader = ahead
      return
    }
    let start = reader.offset
    guard case .statusReport(let report) = try TPDU(parsing: &reader) else {
      throw ParseError(.invalid(Words("not a status report")), at: start)
    }
    self.report = report
    _ = reader.rest()
  }
}
