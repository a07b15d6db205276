import Card
import Testing

/// What the shapes of registration files say.
struct RegistrationLayoutTests {
  @Test(
    arguments: [
      "FFFFFFFF 64F000 0000 FF 01": true, "FFFFFFFF FFFFFF 0000 FF 01": true,
      "A1B2C3D4 64F000 0000 FF 01": false, "FFFFFFFF 64F000 FFFE FF 01": false,
      "FFFFFFFF 64F000 0000 FF 02": false,
    ])
  func locationIsAsFromTheFactory(hex: String, isFactoryShaped: Bool) throws {
    var reader = reader(hex)
    let file: any RegistrationLayout = try EFLOCI(parsing: &reader)
    #expect(file.isFactoryShaped == isFactoryShaped)
  }

  @Test(
    arguments: [
      "FFFFFFFFFFFFFFFFFFFFFFFF FFFFFF 0000 01": true,
      // A phone has been there: it leaves the header of the GUTI that it erases.
      "0BF6FFFFFFFFFFFFFFFFFFFF FFFFFF 0000 01": false,
    ])
  func trackingAreaIsAsFromTheFactory(hex: String, isFactoryShaped: Bool) throws {
    var reader = reader(hex)
    let file: any RegistrationLayout = try TrackingLocation(parsing: &reader)
    #expect(file.isFactoryShaped == isFactoryShaped)
  }

  @Test func aRefusalIsToldFromNoAnswer() {
    #expect(UpdateStatus.roamingNotAllowed.isRefusal)
    #expect(UpdateStatus.plmnNotAllowed.isRefusal)
    #expect(!UpdateStatus.notUpdated.isRefusal)
    #expect(!UpdateStatus.reserved.isRefusal)
  }
}
