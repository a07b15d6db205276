import HTTPS
import Testing
import Words

@testable import Provisioning

/// Activation codes as they are given, and the mistakes that people make with them.
struct ActivationCodeTests {
  // The forms of SGP.22 §4.1, and those of phones' makers.
  @Test(arguments: [
    ("LPA:1$rsp.example.com$04386-AGYFT", "04386-AGYFT", false),
    ("lpa:1$RSP.example.com$04386-AGYFT", "04386-AGYFT", false),
    ("1$rsp.example.com$04386-AGYFT", "04386-AGYFT", false),
    ("  LPA:1$rsp.example.com$04386-AGYFT\n", "04386-AGYFT", false),
    ("LPA:1$rsp.example.com$04386-AGYFT$1.3.6.1.4.1.31746$1", "04386-AGYFT", true),
    ("LPA:1$rsp.example.com$04386-AGYFT$$1", "04386-AGYFT", true),
    ("LPA:1$rsp.example.com$04386-AGYFT$", "04386-AGYFT", false),
    ("LPA:1$rsp.example.com$$1.3.6.1.4.1.31746", "", false),
    ("LPA:1$rsp.example.com$", "", false),
    ("LPA:1$rsp.example.com$04386-AGYFT$$$X$Y", "04386-AGYFT", false),
    (
      "https://esim.example/x?a=1&carddata=LPA:1%24rsp.example.com%2404386-AGYFT", "04386-AGYFT",
      false
    ),
  ]) func codes(text: String, matchingID: String, isConfirmed: Bool) throws {
    let code = try ActivationCode(text)
    #expect(code.server.host == "rsp.example.com")
    #expect(code.matchingID == matchingID)
    #expect(code.announcesConfirmationCode == isConfirmed)
  }

  @Test(arguments: [
    ("", ActivationCodeError.empty), (" \n", .empty),
    // What bash, zsh and others make of LPA:1$rsp.example.com$04386-AGYFT without quotes.
    ("LPA:1.example.com4386-AGYFT", .eatenByShell), ("LPA:1.example.com", .eatenByShell),
    ("LPA:1", .eatenByShell), ("1", .eatenByShell), ("LPA:1$$04386", .eatenByShell),
    ("LPA:1$rsp.example.com", .nothingBehindAddress), ("rsp.example.com", .nothingBehindAddress),
    ("+44 7700 900123", .phoneNumber), ("13800138000", .phoneNumber),
    ("89049032001234567890123456789057", .eid), ("8904 9032 0012 3456 7890 1234 5678 9057", .eid),
    ("8985203012345678902", .iccid), ("https://esim.example/order", .link),
    ("1.3.6.1.4.1.31746", .objectIdentifierAsMatchingID),
    ("LPA:1$rsp.example.com$1.3.6.1.4.1.31746", .objectIdentifierAsMatchingID),
    ("04386-AGYFT-A74Y8", .noServer),
    ("LPA:2$rsp.example.com$X", .unknownFormat), ("$rsp.example.com$X", .unknownFormat),
    ("LPA:1$https://rsp.example.com$X", .badAddress), ("LPA:1$rsp_$X", .badAddress),
    ("LPA:1$rsp.example.com$a b", .badMatchingID), ("LPA:1$rsp.example.com$é", .badMatchingID),
    ("LPA:1$rsp.example.com$X$abc", .badObjectIdentifier),
    ("LPA:1$rsp.example.com$X$$2", .badConfirmationFlag),
  ]) func mistakes(text: String, why: ActivationCodeError) {
    #expect(throws: why) { try ActivationCode(text) }
  }

  @Test func noMistakeRepeatsTheCode() {
    let secret = "04386-AGYFT"
    for text in ["LPA:2$rsp.example.com$\(secret)", secret, "LPA:1$rsp.example.com$\(secret)$x"] {
      do throws(ActivationCodeError) {
        _ = try ActivationCode(text)
        Issue.record("taken: \(text)")
      } catch {
        #expect(!error.message.description.contains(secret))
        #expect(!error.hint.description.contains(secret))
      }
    }
  }

  // X.690 §8.19.5: 2.100.3 is 813403.
  @Test(
    arguments: [
      ("1.3.6.1.4.1.31746", [0x2B, 6, 1, 4, 1, 0x81, 0xF8, 0x02]), ("2.100.3", [0x81, 0x34, 3]),
      ("2.999.0", [0x88, 0x37, 0]),
    ] as [(String, [UInt8])]) func objectIdentifiers(text: String, encoded: [UInt8])
  {
    #expect(ObjectIdentifier(text)?.bytes == encoded)
  }

  @Test(arguments: [
    "", "1", "1.2", "3.1.1", "1.40.1", "1..2.3", "1.2.3.", "a.b.c", "1.2.9999999999",
  ])
  func whatIsNoObjectIdentifier(text: String) {
    #expect(ObjectIdentifier(text) == nil)
  }
}
