import Card
import Testing

struct FileSystemTests {
  private func read(
    _ file: FileDescriptor, from current: Directory?, _ script: KeyValuePairs<String, String>,
    dialect: FileSystem.Dialect = .uicc
  ) throws -> FileContent {
    let card = ScriptedChannel(script)
    let content = try FileSystem(CardSession(over: card), dialect: dialect, current: current)
      .read(file)
    #expect(card.isFinished)
    return content
  }

  private let iccid = bytes("98681011325476981032")

  @Test func oneExchangeWithAShortIdentifier() throws {
    #expect(
      try read(
        EF.identity.iccid.descriptor, from: .masterFile, ["00B082000A": iccid.hex + "9000"])
        == .bytes(iccid))
  }

  @Test(arguments: ["6A82", "6A86", "6B00", "6D00", "6981"])
  func selectsWhereShortIdentifiersDontWork(status: String) throws {
    #expect(
      try read(
        EF.identity.iccid.descriptor, from: .masterFile,
        ["00B082000A": status, "00A40004022FE2": "6120", "00B000000A": iccid.hex + "9000"])
        == .bytes(iccid))
  }

  @Test func asksThatWayOnce() throws {
    let card = ScriptedChannel([
      "00B082000A": "6A86", "00A40004022FE2": "6120", "00B000000A": iccid.hex + "9000",
      "00A40004022FE2": "6120", "00B000000A": iccid.hex + "9000",
    ])
    let files = FileSystem(CardSession(over: card), current: .masterFile)
    _ = try files.read(EF.identity.iccid.descriptor)
    #expect(try files.read(EF.identity.iccid.descriptor) == .bytes(iccid))
    #expect(card.isFinished)
  }

  @Test func goesByPathFromAnotherDirectory() throws {
    #expect(
      try read(
        EF.identity.iccid.descriptor, from: .usim,
        ["00A40804022FE2": "6120", "00B000000A": iccid.hex + "9000"]) == .bytes(iccid))
    #expect(
      try read(
        EF.registration.fiveGS3GPPLOCI.descriptor, from: .usim,
        ["00A40804067FFF5FC04F01": "6120", "00B0000014": "FF9000"]) == .bytes([0xFF]))
  }

  // FCP (ETSI TS 102 221 §11.1.1.3): transparent, 5 bytes, EF.SPN.
  private let parameters = "620C 8202 4121 8302 6F46 8002 0005".filter { $0 != " " }

  /// The card says 6120, 12 bytes wait; then it carries READ BINARY out and gives nothing, or calls
  /// the length wrong.
  @Test(arguments: ["9000", "6700"])
  func nothingBehindWaitingParametersIsReadOnceMore(nothing: String) throws {
    #expect(
      try read(
        EF.identity.gid1.descriptor, from: .usim,
        [
          "00A40004026F3E": "610E", "00B0000000": nothing, "00C000000E": parameters + "9000",
          "00B0000005": "01020304059000",
        ]) == .bytes([1, 2, 3, 4, 5]))
    // What waited is gone: the file is selected once more.
    #expect(
      try read(
        EF.identity.gid1.descriptor, from: .usim,
        [
          "00A40004026F3E": "610E", "00B0000000": nothing, "00C000000E": "6985",
          "00A40004026F3E": "610E", "00C000000E": parameters + "9000",
          "00B0000005": "01020304059000",
        ]) == .bytes([1, 2, 3, 4, 5]))
  }

  @Test func nothingByShortIdentifierIsNoContent() throws {
    #expect(
      try read(
        EF.identity.iccid.descriptor, from: .masterFile,
        ["00B082000A": "9000", "00A40004022FE2": "6120", "00B000000A": iccid.hex + "9000"])
        == .bytes(iccid))
  }

  @Test func nothingWithoutParametersIsNothing() throws {
    #expect(
      try read(
        EF.identity.gid1.descriptor, from: .usim, ["00A40004026F3E": "9000", "00B0000000": "9000"])
        == .bytes([]))
  }

  @Test func aListOfRecordsThatBreaksOffIsCutShort() throws {
    // FCP: linear fixed, records of 2 bytes, 3 of them; the second fails.
    #expect(
      try read(
        EF.contacts.msisdn.descriptor, from: .usim,
        [
          "00A40004026F40": "6109", "00C0000009": "6207820542210002039000",
          "00B2010402": "AABB9000", "00B2020402": "6F00",
        ]) == .cutShort(.records([[0xAA, 0xBB]]), by: .refusal(0x6F00)))
  }

  @Test func aFileOfAnotherApplicationIsAbsent() throws {
    #expect(try read(EF.identity.spn.descriptor, from: .isim, [:]) == .absent)
    #expect(try read(EF.identity.spn.descriptor, from: nil, [:]) == .absent)
  }

  @Test func absentIsNotRefused() throws {
    #expect(
      try read(EF.identity.spn.descriptor, from: .usim, ["00A40004026F46": "6A82"]) == .absent)
    #expect(
      try read(EF.identity.spn.descriptor, from: .usim, ["00A40004026F46": "6985"])
        == .refused(0x6985))
  }

  @Test func aPINRefusalIsFinal() throws {
    #expect(
      try read(EF.identity.imsi.descriptor, from: .usim, ["00B0870009": "6982"]) == .refused(0x6982)
    )
  }

  @Test func readsRecordsUntilThereAreNoMore() throws {
    #expect(
      try read(
        EF.identity.dir.descriptor, from: .masterFile,
        [
          "00B201F400": "6C02", "00B201F402": "AABB9000", "00B202F402": "CCDD9000",
          "00B203F402": "6A83",
        ])
        == .records([[0xAA, 0xBB], [0xCC, 0xDD]]))
  }

  @Test func readsAsManyRecordsAsTheCardSaysThereAre() throws {
    // FCP: linear fixed, records of 2 bytes, 2 of them.
    #expect(
      try read(
        EF.contacts.msisdn.descriptor, from: .usim,
        [
          "00A40004026F40": "6109", "00C0000009": "62078205422100020 29000".filter { $0 != " " },
          "00B2010402": "AABB9000", "00B2020402": "CCDD9000",
        ]) == .records([[0xAA, 0xBB], [0xCC, 0xDD]]))
  }

  @Test func readsALongFileFromWhereTheFirstAnswerEnds() throws {
    let first = [UInt8](repeating: 1, count: 256).hex
    #expect(
      try read(
        EF.registration.fplmn.descriptor, from: .usim,
        ["00B08D0000": first + "9000", "00B0010000": "6C02", "00B0010002": "02029000"])
        == .bytes([UInt8](repeating: 1, count: 256) + [2, 2]))
  }

  @Test func keysAreMarkedForWhoeverWritesExchangesDown() throws {
    var seen: [CommandAPDU.Confidentiality] = []
    let card = ScriptedChannel(["00B0880021": [UInt8](repeating: 7, count: 33).hex + "9000"])
    let session = CardSession(over: card, observer: { seen.append($0.confidentiality) })
    _ = try FileSystem(session, current: .usim).read(EF.registration.keys.descriptor)
    #expect(seen == [.key])
  }

  @Test func a2GCardIsAskedInItsOwnClass() throws {
    #expect(
      try read(
        try #require(EF.identity.imsi.descriptor.inGSM), from: nil,
        [
          "A0A40000023F00": "9F01", "A0A40000027F20": "9F01", "A0A40000026F07": "9F0F",
          "A0B0000009": "0849061032547698109000",
        ], dialect: .gsm) == .bytes(bytes("084906103254769810")))
  }

  @Test func aSelectedApplicationNeedsNoParameters() throws {
    let card = ScriptedChannel(["00A4040407A0000000871002": "6130"])
    let selection = try FileSystem(CardSession(over: card)).selectApplication(.usim, as: .usim)
    #expect(selection.status == 0x6130)
    #expect(selection.parameters == nil)
    #expect(card.isFinished)
  }
}
