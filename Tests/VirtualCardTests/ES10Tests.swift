import Card
import Testing
import VirtualCard

/// Reading functions of SGP.22 §5.7. At T=1, where answers come at once.
@Suite struct ES10Tests {
  private let send: Dialogue
  private let selectISDR = "00A40400 10 A0000005591010FFFFFFFF8900000100 00"

  init() throws {
    send = try Dialogue(with: "travel-euicc") { $0.transmissionProtocol = .t1 }
    try send(selectISDR)
  }

  @Test func `the ISD-R introduces itself`() throws {
    try send(
      selectISDR,
      "6F1F 8410 A0000005591010FFFFFFFF8900000100 A5049F6501FF E005 8203020000 9000")
  }

  @Test func `GetEID wants its tag list`() throws {
    try send("80E29100 06 BF3E035C015A 00", "BF3E12 5A10 89049032000000000000012600041755 9000")
    try send("80E29100 03 BF3E00 00", "6A80")
    try send("80E29100 06 BF3E035C0190 00", "6A80")
  }

  @Test func `the configured addresses are there`() throws {
    try send(
      "80E29100 03 BF3C00 00",
      """
      BF3C23 8010 736D64702E6578616D706C652E636F6D 810F 6C70612E64732E67736D612E636F6D 9000
      """)
  }

  @Test func `EUICCInfo1 names versions and roots`() throws {
    let root = "0414 81370F5125D0B1D408D4C3B232E6D25E795BEBFB"
    try send("80E29100 03 BF2000 00", "BF2035 8203020300 A916 \(root) AA16 \(root) 9000")
  }

  @Test func `EUICCInfo2 says what is free`() throws {
    let answer = try send("80E29100 03 BF2200 00")
    #expect(answer.hasPrefix("BF22"))
    // Applications, free memory that lasts, free memory that does not.
    #expect(answer.contains("840F8101048204" + "00064C00" + "830400001800"))
    #expect(answer.contains("0C0D56432D58582D55502D31313236"))
  }

  @Test func `GetRAT lets everybody bring rules`() throws {
    try send(
      "80E29100 03 BF4300 00",
      "BF4315 A013 3011 80020560 A107 3005 8003EEEEEE 82020780 9000")
  }

  @Test func `a tag list chooses what is told`() throws {
    try send(
      "80E29100 08 BF2D055C035A9F70 00",
      """
      BF2D4A A048
      E310 5A0A 984405103254769810F1 9F700101
      E310 5A0A 985802032143658709F2 9F700100
      E310 5A0A 983310103254769810F7 9F700100
      E310 5A0A 980001214365870921F0 9F700100 9000
      """)
  }

  @Test func `owner, rules and settings come only when asked for`() throws {
    try send(
      "80E29100 17 BF2D14 A00C5A0A983310103254769810F7 5C04 B6B7B899 00",
      """
      BF2D32 A030 E32E
      B617 3015 80020560 810F 736D64702E6578616D706C652E6672
      B708 800302F810 810133 B805 06032A0304 99020520 9000
      """)
  }

  @Test(arguments: [
    ("A00C 5A0A 980001214365870921F0", 1), ("A00C 5A0A 980001214365870921F1", 0),
    ("A012 4F10 A0000005591010FFFFFFFF8900001100", 1), ("A003 950100", 1), ("A003 950102", 3),
    ("A003 950101", 0), ("A000", 4), ("", 4),
  ])
  func `a criterion chooses profiles`(criterion: String, count: Int) throws {
    let bytes = try #require([UInt8](hex: criterion))
    let data = BERTLV.encode(0xBF2D, bytes + [0x5C, 0x01, 0x5A])
    let length = [UInt8(data.count)].hex
    let answer = try send("80E29100 \(length) \(data.hex) 00")
    #expect(answer.hasSuffix("9000"))
    #expect(answer.split(separator: "E30C", omittingEmptySubsequences: false).count == count + 1)
  }

  @Test func `an unknown criterion is refused`() throws {
    try send("80E29100 07 BF2D04A0028000 00", "6A80")
  }

  @Test func `a nickname is UTF-8`() throws {
    let answer = try send("80E29100 06 BF2D035C0190 00")
    #expect(answer.contains("9013" + Array("airalo expires 5/25".utf8).hex))
    #expect(answer.contains("901E" + Array("出差 🇭🇰 每90天充值".utf8).hex))
  }

  @Test func `the test profile has its class, the default one is told`() throws {
    try send(
      "80E29100 06 BF2D035C0195 00", "BF2D16 A014 E303950102 E303950102 E303950102 E303950100 9000")
    let plain = try Dialogue(with: "plain-euicc") { $0.transmissionProtocol = .t1 }
    try plain(selectISDR)
    try plain("80E29100 06 BF2D035C0195 00", "BF2D04 A002 E300 9000")
  }

  @Test func `notifications are listed by operation`() throws {
    let listed = { (command: String) in
      try self.send(command).split(separator: "BF2F", omittingEmptySubsequences: false).count - 1
    }
    #expect(try listed("80E29100 03 BF2800 00") == 3)
    #expect(try listed("80E29100 07 BF2804 81020480 00") == 1)
    #expect(try listed("80E29100 07 BF2804 81020450 00") == 2)
    try send("80E29100 07 BF2804 81020420 00", "BF2802A000 9000")
  }

  @Test func `a notification is retrieved by its number`() throws {
    let answer = try send("80E29100 08 BF2B05 A00380012A 00")
    #expect(answer.hasPrefix("BF2B79A0773075" + "BF2F2580012A81020640"))
    try send("80E29100 08 BF2B05 A00380012C 00", "BF2B02A000 9000")
  }

  @Test func `an installation's result is signed apart`() throws {
    let answer = try send("80E29100 08 BF2B05 A003800129 00")
    #expect(answer.hasPrefix("BF2B81A6A081A3BF37819FBF27598010"))
  }

  @Test func `a request may come in blocks`() throws {
    try send("80E21100 03 BF3E03", "9000")
    try send("80E29101 03 5C015A 00", "BF3E12 5A10 89049032000000000000012600041755 9000")
  }

  @Test func `blocks have to be in order`() throws {
    try send("80E21100 03 BF3E03", "9000")
    try send("80E29102 03 5C015A 00", "6985")
    // And then it starts afresh.
    try send("80E29100 06 BF3E035C015A 00", "BF3E12 5A10 89049032000000000000012600041755 9000")
  }

  @Test(arguments: [
    ("80E29100 02 BF3E 00", "6A80"), ("80E29100 05 BF3E035C01 00", "6A80"),
    ("80E29100 03 BF7F00 00", "6A88"), ("80E29000 06 BF3E035C015A 00", "6A86"),
    ("80E29100 07 BF3E035C015A00 00", "6A80"),
  ])
  func `nonsense is refused`(command: String, status: String) throws {
    try send(command, status)
  }

  @Test func `other applications have no such functions`() throws {
    let getEID = "80E29100 06 BF3E035C015A 00"
    try send("00A4000C 02 3F00", "9000")
    try send(getEID, "6D00")
    try send("00A4040C 07 A0000000871002", "9000")
    try send(getEID, "6985")
    try send("00A40400 10 A0000005591010FFFFFFFF8900000200 00")
    try send(getEID, "6982")
  }

  @Test func `the ISD-R has no files`() throws {
    try send("00B08200 0A", "6D00")
    try send("00A4000C 02 2FE2", "6A82")
    try send("00A4000C 02 3F00", "9000")
    try send("00B08200 02", "9844 9000")
  }

  @Test func `at T=0 a long list comes in pieces`() throws {
    let send = try Dialogue(with: "travel-euicc")
    try send("00A40400 10 A0000005591010FFFFFFFF8900000100", "6121")
    try send("80E29100 03 BF2D00", "6100")
    #expect(try send("80C0000000").hasSuffix("6188"))
    #expect(try send("00C0000088").hasSuffix("9000"))
  }

  @Test func `two secure elements answer, each with its own`() throws {
    let send = try Dialogue(with: "two-elements") { $0.transmissionProtocol = .t1 }
    try send(selectISDR, "6A82")
    try send("00A4040C 10 A06573746B6D65FFFF4953442D522030", "9000")
    try send("80E29100 06 BF3E035C015A 00", "BF3E12 5A10 89044045000000000000012600085592 9000")
    try send("00A4040C 10 A06573746B6D65FFFF4953442D522031", "9000")
    try send("80E29100 06 BF3E035C015A 00", "BF3E12 5A10 35840574000000000000012600096687 9000")
  }

  @Test func `a card without an eUICC has no ISD-R`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.transmissionProtocol = .t1 }
    try send(selectISDR, "6A82")
    try send("00A40400 10 A0000005591010FFFFFFFF8900000200 00", "6A82")
  }
}
