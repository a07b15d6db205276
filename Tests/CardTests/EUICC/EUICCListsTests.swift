import Card
import CardState
import Testing

/// Lists that an eUICC gives: notifications and the rules authorisation table.
struct EUICCListsTests {
  private func object(_ hex: String) throws -> BERTLV {
    var reader = reader(hex)
    return try BERTLV(parsing: &reader)
  }

  @Test(arguments: [
    ("0780", "install"), ("0640", "enable"), ("0520", "disable"), ("0410", "delete"),
    ("0430", "disable+delete"), ("0700", "unknown"),
  ]) func notifications(bits: String, operation: String) throws {
    let notification = try NotificationMetadata.decode(
      object("BF2F19 80022710 8102\(bits) 0C03612E62 5A0A98445000010203040506"))
    #expect(
      notification
        == PendingNotification(
          sequenceNumber: 10000, operation: operation, address: "a.b",
          iccid: "89440500102030405060"))
  }

  @Test func aNotificationNeedNotNameAProfile() throws {
    let notification = try NotificationMetadata.decode(object("BF2F0C 800101 81020780 0C03612E62"))
    #expect(notification.iccid == nil)
  }

  @Test(arguments: [
    "BF2F04 81020780", "BF2F03 800101", "BF2F07 8000 8105020780",
    "BF2F0F 8009FFFFFFFFFFFFFFFFFF 81020780", "BF2F0E 8008FFFFFFFFFFFFFFFF 81020780",
  ]) func refuses(hex: String) throws {
    let hostile = try object(hex)
    #expect(throws: ParseError.self) { try NotificationMetadata.decode(hostile) }
  }

  @Test func rulesForEveryOperator() throws {
    // As the Infineon LPA's unit tests (MIT) publish it.
    let rule = try RulesAuthorisationTable.decode(
      object("301580020560A10B30098003EEEEEE8100820082020780"))
    #expect(
      rule
        == RuleAuthorisation(
          policyRules: ["disableNotAllowed", "deleteNotAllowed"],
          operators: [.init(plmn: "EEEEEE", gid1: "", gid2: "")], needsConsent: true))
  }

  @Test func sequenceGaps() {
    func waiting(_ numbers: Int...) -> [PendingNotification] {
      numbers.map {
        PendingNotification(sequenceNumber: $0, operation: "enable", address: nil, iccid: nil)
      }
    }
    #expect(waiting(41, 42, 43).sequenceGaps.isEmpty)
    #expect(waiting(50, 41, 43, 43).sequenceGaps == [42...42, 44...49])
    #expect(waiting(0, .max).sequenceGaps == [1...(.max - 1)])
    #expect(waiting().sequenceGaps.isEmpty)
  }
}
