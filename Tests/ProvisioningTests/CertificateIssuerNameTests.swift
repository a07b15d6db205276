import Card
import Testing

@testable import Provisioning

/// Which root a refused server relies on.
struct CertificateIssuerNameTests {
  // 30 {30 {A0 02, 02 serial, 30 algorithm, 30 {31 {30 {06 CN, 0C text}}}}}, by hand from RFC 5280 §4.1.
  private static func certificate(_ issuer: String) -> String {
    let name = "30 \(length(issuer)) \(issuer)"
    let body = "A003 020102 020101 3002 0500 \(name)"
    return "30 \(length("30 \(length(body)) \(body)")) 30 \(length(body)) \(body)"
  }

  private static func length(_ hex: String) -> String { [UInt8(bytes(hex).count)].hex }

  @Test(arguments: [
    ("310B 3009 0603550403 0C02 4349", "CI"),
    ("310B 3009 060355040A 0C02 4349", "CI"),
    ("310B 3009 060355040A 0C02 4141 310B 3009 0603550403 0C02 4349", "CI"),
  ]) func names(issuer: String, name: String) {
    #expect(CertificateIssuerName.of(bytes(Self.certificate(issuer))) == name)
  }

  @Test(arguments: ["", "30", "3000", "30023000", "310B3009", "30FF"])
  func whatIsNoCertificateHasNone(hex: String) {
    guard let bytes = [UInt8](hex: hex) else { return }
    #expect(CertificateIssuerName.of(bytes) == nil)
  }

  @Test func anIssuerWithoutANameHasNone() {
    #expect(CertificateIssuerName.of(bytes(Self.certificate("3109 3007 0603550406 0C00"))) == nil)
  }
}
