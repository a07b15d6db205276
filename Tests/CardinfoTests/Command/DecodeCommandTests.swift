import Foundation
import Testing

struct DecodeCommandTests {
  @Test(arguments: [
    (["iccid", "98681011325476981032"], "89860111234567890123"),
    (["iccid", "8986 0111 2345 6789 0123"], "89860111234567890123"),
    (["imsi", "084906002143658709"], "460001234567890"),
    (["imsi", "460001234567890"], "MCC   460"),
    (["eid", "89049032000000000000012600041755"], "Giesecke+Devrient"),
    (["eid", "99999999000000000000000000000000"], "unknown"),
    (["atr", "3B9F96803FC7828031E073FE211B57AA8660F0010027D8"], "T=0"),
    (["sw", "6A82"], "file or application not found"),
    (["sw", "91", "0F"], "proactive command of 15 bytes"),
    (["tlv", "A0065A01114F0122"], "4F"),
    (["file", "EF.SPN", "016769666667616666FFFF"], "giffgaff"),
    (["file", "spn", "016769666667616666FFFF"], "3GPP TS 31.102 §4.2.12"),
    (["file", "SPN", "--application", "csim", "01080154657374FFFF"], "ADF.CSIM/6F41"),
    (["file", "spn", "016769666667616666FFFF"], "3F00/7F20/6F46"),
    (["file", "pcscf", "800501C0000201"], "192.0.2.1"),
    (["file", "ECC", "--application", "GSM", "11F2FF11F0FF"], "110"),
    (["file", "LOCIGPRS", "C000000112345664F010223305FF"], "46001"),
    (["sms", "1D00712B05810600F000F5A7090605040B8423F0CAFE"], "from port 9200 to port 2948"),
    (["sms", "1D00712B05810600F000F5A7090605040B8423F0CAFE"], "within 1 day"),
    (["sms", "0D00092C05810600F0000043012143000000 02E834"], "tried once, within"),
    (
      ["sms", "0107914151551512F2040B916105551511F100006060605130308A04D4F29C0E"],
      "+16505551111"
    ),
  ]) func explains(arguments: [String], text: String) throws {
    let result = try Command.run([Command.executable, "decode"] + arguments)
    #expect(result.status == 0)
    #expect(result.output.contains(text))
    #expect(result.errors.isEmpty)
    let json = try Command.run([Command.executable, "decode"] + arguments + ["--json"])
    #expect(json.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test(arguments: [
    (["iccid", "8986"], "18 to 20 digits"),
    (["iccid", "9868"], "needs 10 bytes at offset 0, 2 left"),
    (["imsi", "0849"], "needs 8 bytes at offset 1, 1 left"),
    (["eid", "12"], "32 decimal digits"),
    (["atr", "00"], "neither 3B nor 3F at offset 0"),
    (["sw", "6A"], "two bytes"),
    (["file", "EF.IMSI", "09"], "IMSI length of 9 at offset 0"),
    (["sms", "0105"], "at offset 2"),
    (["tlv", "5A05"], "needs 5 bytes at offset 2, 0 left"),
    (["tlv", String(repeating: "A080", count: 40)], "unsupported length at offset 1"),
    (["tlv", "xyz"], "not hexadecimal"),
  ]) func saysWhatIsWrong(arguments: [String], text: String) throws {
    let result = try Command.run([Command.executable, "decode"] + arguments)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(text))
  }

  @Test(arguments: [
    (["file", "nothing", "00"], "no file is named 'nothing'"),
    (["file", "IMPI", "--application", "usim", "8000"], "these have: isim"),
    (["file", "SPN", "--application", "sim", "00"], "it knows mf, usim"),
  ]) func saysWhichFilesThereAre(arguments: [String], text: String) throws {
    let result = try Command.run([Command.executable, "decode"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(text))
  }

  @Test func deepNestingIsRefused() throws {
    // 64 constructed objects, each around the next.
    var nested: [UInt8] = []
    for _ in 0..<64 { nested = [0xA0, UInt8(nested.count)] + nested }
    let hex = nested.map { String(format: "%02X", $0) }.joined()
    let result = try Command.cardinfo("decode", "tlv", hex)
    #expect(result.status == 65)
    #expect(result.errors.contains("nested too deep"))
  }
}
