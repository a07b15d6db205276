import Testing

@testable import Card

/// Packages are cut where SGP.22 §2.5.5 says, and nothing else is taken for one.
struct BoundProfilePackageTests {
  // Worked out by hand: BF23 {82 remote operation, 80 transaction}, A0 {87}, A1 {88, 88}, A3 {86, 86}.
  private static let opening = "BF2309 820101 8004DEADBEEF"

  @Test func aPackageIsCutAtItsBoundaries() throws {
    let package = try BoundProfilePackage(
      bytes("BF3622 \(Self.opening) A003 870101 A106 880102 880103 A307 860104 86020506"))
    #expect(
      package.segments.map(\.hex) == [
        "BF3622BF2309820101" + "8004DEADBEEF", "A003870101", "A106", "880102", "880103", "A307",
        "860104", "86020506",
      ])
    #expect(package.transaction.hex == "DEADBEEF")
    #expect(package.count == 37)
  }

  @Test func keysOfTheProfileAreOneSegment() throws {
    let package = try BoundProfilePackage(
      bytes("BF3620 \(Self.opening) A003 870101 A103 880102 A203 870107 A303 860104"))
    #expect(
      package.segments.dropFirst().map(\.hex) == [
        "A003870101", "A103", "880102", "A203870107", "A303", "860104",
      ])
  }

  @Test func lengthsStayAsTheyCame() throws {
    // A length in more bytes than needed is the server's, and signed.
    let package = try BoundProfilePackage(
      bytes("BF36811D \(Self.opening) A08103 870101 A103 880102 A38103 860104"))
    #expect(package.segments.map(\.hex).first?.hasPrefix("BF36811D") == true)
    #expect(package.segments.map(\.hex).contains("A08103870101"))
    #expect(package.segments.map(\.hex).contains("A38103"))
  }

  @Test(arguments: [
    "", "BF36", "BF3600", "BF3704 A0028701", "BF36811C 00",
  ]) func whatIsNoPackageIsRefused(hex: String) {
    #expect(throws: ParseError.self) { try BoundProfilePackage(bytes(hex)) }
  }

  // Without a part, in another order, with other data objects, with a rest.
  @Test(arguments: [
    "\(opening) A003 870101", "\(opening) A003 870101 A303 860104",
    "\(opening) A103 880102 A003 870101 A303 860104", "A003 870101 A103 880102 A303 860104",
    "\(opening) A003 870101 A103 890102 A303 860104",
    "\(opening) A003 870101 A103 880102 A303 860104 00",
    "\(opening) A003 870101 A100 A303 860104", "\(opening) A003 870101 A103 880102 A300",
    "\(opening) A003 870101 A103 880502 A303 860104",
    "BF2305 820101 8000 A003 870101 A103 880102 A303 860104",
    "BF2303 820101 A003 870101 A103 880102 A303 860104",
  ]) func whatIsBuiltOtherwiseIsRefused(contents: String) {
    #expect(throws: ParseError.self) {
      try BoundProfilePackage(BERTLV.encode(0xBF36, bytes(contents)))
    }
  }
}

/// What a card says of an installation.
struct ProfileInstallationResultTests {
  private func result(_ outcome: String) throws -> ProfileInstallationResult {
    let notification = BERTLV.encode(
      0xBF2F, bytes("800107 81020780 0C03612E62 5A0A985802032143658709F2"))
    return try ProfileInstallationResult(
      BERTLV.encode(
        0xBF37,
        BERTLV.encode(
          0xBF27, bytes("8004DEADBEEF"), notification, bytes("06032A0304"),
          BERTLV.encode(0xA2, bytes(outcome))),
        bytes("5F3701AA")))
  }

  @Test func success() throws {
    let result = try result("A008 4F02A000 04023000")
    #expect(result.outcome == .installed(aid: "A000"))
    #expect(result.sequenceNumber == 7)
    #expect(result.address == "a.b")
    #expect(result.iccid == "8985203012345678902")
    #expect(result.transaction.hex == "DEADBEEF")
  }

  @Test(arguments: Array(1...15) + [127]) func failure(reason: UInt8) throws {
    let result = try result("A106 800105 8101" + [reason].hex)
    guard case .failed(let command, let code) = result.outcome else {
      Issue.record("not a failure")
      return
    }
    #expect("\(command.words)" == "loading the profile")
    #expect(code.code == Int(reason))
    #expect(!"\(code.meaning.words)".contains("does not name"))
  }

  @Test(arguments: ["", "A000", "A106 800105", "A103 800105", "A203 800105", "A003 4F01"])
  func whatIsNoResultIsRefused(outcome: String) {
    #expect(throws: ParseError.self) { try result(outcome) }
  }
}

/// What a server is told of the device.
struct DeviceInformationTests {
  // SGP.22 §4.2: fourteen digits swapped, then the check digit in the high nibble and F in the low one.
  @Test(arguments: ["490154203237518", "49015420323751", "49 015420 323751 8"])
  func anIMEI(text: String) throws {
    let device = try #require(DeviceInformation(imei: text))
    #expect(
      device.encoded.hex
        == "A121" + "800494104502" + "A10F80030F000081030F000085030F0000"
        + "820894104502" + "23731" + "58F")
  }

  @Test(arguments: ["", "490154203237519", "4901542032375", "4901542032375180", "49015420323751X"])
  func whatIsNoIMEI(text: String) {
    #expect(DeviceInformation(imei: text) == nil)
  }
}
