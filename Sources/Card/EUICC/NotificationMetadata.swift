public import CardState

/// NotificationMetadata (GSMA SGP.22 §5.7.9): what a report that waits to be sent is about.
public enum NotificationMetadata {
  /// The tag of each.
  public static let tag: BERTLV.Tag = 0xBF2F

  /// NotificationEvent by its bits.
  static let operations = ["install", "enable", "disable", "delete"]

  /// Understands `80` number, `81` operation, `0C` address, `5A` ICCID.
  public static func decode(_ object: BERTLV) throws(ParseError) -> PendingNotification {
    let members = try object.children()
    guard let number = members.first(0x80) else {
      throw ParseError(.missing(0x80), at: object.offset)
    }
    guard let operation = members.first(0x81) else {
      throw ParseError(.missing(0x81), at: object.offset)
    }
    let names = NamedBits.names(operations, in: operation.value)
    return PendingNotification(
      sequenceNumber: try number.count(),
      operation: names.isEmpty ? "unknown" : names.joined(separator: "+"),
      address: members.first(0x0C)?.text,
      iccid: try members.first(0x5A).map { object throws(ParseError) in
        var reader = object.reader
        return try ICCID(parsing: &reader).digits
      })
  }
}
