import CardState
import Foundation
import Testing
import VirtualCard

/// eUICCs that are not for people, say little, or mean harm.
struct OddEUICCsTests {
  private func read(_ card: String) throws -> (CardSnapshot, Command.Result) {
    let result = try Command.cardinfo("--only", "profiles", "--full", "--json", "--virtual", card)
    return (try #require(try result.document().cards.first), result)
  }

  @Test func anM2MEUICCIsNamedAsSuch() throws {
    let (card, result) = try read("m2m-euicc")
    #expect(result.status == 0)
    #expect(card.euiccs.map(\.architecture) == [.m2m])
    #expect(card.euiccs.map(\.eid) == ["89086030000000000000012600063318"])
    #expect(card.warnings.map(\.code) == ["euicc.m2m"])
    let text = try Command.cardinfo("profiles", "--virtual", "m2m-euicc").output
    #expect(text.contains("machines (SGP.02)"))
  }

  @Test func anIoTEUICCIsNamedAsSuch() throws {
    let euicc = try #require(try read("iot-euicc").0.euiccs.first)
    #expect(euicc.architecture == .iot)
    #expect(euicc.info?.ipaMode == "euicc")
    #expect(
      euicc.info?.iot == .init(versions: ["1.2.0"], supportsECall: true, supportsFallback: true))
  }

  @Test func withoutARootToSignUnderThereAreNoDownloads() throws {
    #expect(try read("no-signing-roots").0.warnings.map(\.code) == ["euicc.cannotDownload"])
  }

  @Test func aVendorSaysWhatItsCardIs() throws {
    let information = try #require(try read("vendor-information").0.euiccs.first?.vendorInformation)
    #expect(information.vendor == "eSTK.me")
    #expect(information.serialNumber == "VC00000000000001")
    #expect(information.bootLoader == "T001V06")
    #expect(information.firmware == "V3.4.3")
    #expect(information.product == "ESTKme-VC")
    let redacted = try Command.cardinfo(
      "profiles", "--full", "--redact", "--virtual", "vendor-information")
    #expect(!redacted.output.contains("VC00000000000001"))
  }

  @Test(arguments: NamedCard.catalog.map(\.name).filter { $0.hasPrefix("hostile-") })
  func hostileAnswersEndInTimeWithCleanText(card: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    for arguments in [["--full"], ["--json", "--full"], ["--redact", "--full"]] {
      // Memory is bounded to 512 MB of address space more than the program needs for itself.
      let result = try Command.bash(
        "ulimit -v 3000000; $CARDINFO \(arguments.joined(separator: " ")) --virtual \(card)")
      // Names that mean harm are names all the same.
      #expect(result.status == (card == "hostile-names" ? 0 : 1), "\(result.errors)")
      #expect(
        !result.output.unicodeScalars.contains {
          $0.properties.generalCategory == .control && $0 != "\n"
            || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        } || arguments.contains("--json"))
    }
    #expect(start.duration(to: clock.now) < .seconds(20))
  }

  @Test(arguments: [
    "hostile-length", "hostile-huge-length", "hostile-nesting", "hostile-indefinite",
    "hostile-empty",
  ]) func aHostileEUICCIsNeverChangedBlindly(card: String) throws {
    let result = try Command.cardinfo("profiles", "enable", "8985", "--yes", "--virtual", card)
    #expect(result.status == 1)
  }

  @Test func forgedRowsDoNotAppear() throws {
    let output = try Command.cardinfo("profiles", "--virtual", "hostile-names").output
    #expect(!output.contains("\nEID"))
    #expect(!output.contains("\u{1B}"))
    #expect(output.contains("\u{FFFD}"))
  }

  @Test func threeHundredProfiles() throws {
    let (card, result) = try read("three-hundred-profiles")
    #expect(result.status == 0)
    let profiles = try #require(card.euiccs.first?.profiles)
    #expect(profiles.count == 300)
    #expect(Set(profiles.map(\.iccid)).count == 300)
  }
}
