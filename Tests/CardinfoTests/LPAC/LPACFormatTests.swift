import CardState
import Foundation
import Testing

/// What programs that were written for lpac get: the envelope and the member names of lpac 2.
struct LPACFormatTests {
  private func data(_ arguments: String..., card: String = "travel-euicc") throws -> Any {
    let result = try Command.run(
      [Command.executable] + arguments + ["--format", "lpac", "--virtual", card])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.filter { $0 == "\n" }.count == 1)
    let line = try object(result.output)
    #expect(line["type"] as? String == "lpa")
    let payload = try #require(line["payload"] as? [String: Any])
    #expect(payload["code"] as? Int == 0)
    #expect(payload["message"] as? String == "success")
    return try #require(payload["data"])
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func profiles() throws {
    let rows = try #require(try data("profiles", "list") as? [[String: Any]])
    #expect(rows.count == 4)
    for row in rows {
      #expect(
        Set(row.keys) == [
          "iccid", "isdpAid", "profileState", "profileNickname", "serviceProviderName",
          "profileName", "iconType", "icon", "profileClass",
        ])
    }
    let first = try #require(rows.first)
    #expect(first["iccid"] as? String == "8944500123456789011")
    #expect(first["isdpAid"] as? String == "a0000005591010ffffffff8900001000")
    #expect(first["profileState"] as? String == "enabled")
    #expect(first["profileNickname"] as? String == "airalo expires 5/25")
    #expect(first["iconType"] as? String == "png")
    #expect((first["icon"] as? String)?.hasPrefix("iVBORw0KGgo") == true)
    #expect(first["profileClass"] as? String == "operational")
    #expect(rows.last?["icon"] is NSNull)
    #expect(rows.last?["profileClass"] as? String == "test")
  }

  @Test func notifications() throws {
    let rows = try #require(try data("notifications", "list") as? [[String: Any]])
    #expect(rows.map { $0["seqNumber"] as? Int } == [41, 42, 43])
    #expect(
      rows.map { $0["profileManagementOperation"] as? String } == ["install", "enable", "delete"])
    #expect(rows.first?["notificationAddress"] as? String == "smdp.example.com")
    #expect(rows.first?["iccid"] as? String == "8944500123456789011")
  }

  @Test func chipInformation() throws {
    let chip = try #require(try data("chip", "info") as? [String: Any])
    #expect(chip["eidValue"] as? String == "89049032000000000000012600041755")
    let addresses = try #require(chip["EuiccConfiguredAddresses"] as? [String: Any])
    #expect(addresses["defaultDpAddress"] as? String == "smdp.example.com")
    #expect(addresses["rootDsAddress"] as? String == "lpa.ds.gsma.com")
    let info = try #require(chip["EUICCInfo2"] as? [String: Any])
    #expect(info["svn"] as? String == "2.3.0")
    #expect(
      (info["extCardResource"] as? [String: Any])?["freeNonVolatileMemory"] as? Int == 412_672)
    #expect(info["rspCapability"] as? [String] == ["additionalProfile", "testProfileSupport"])
    #expect(
      info["euiccCiPKIdListForSigning"] as? [String]
        == ["81370f5125d0b1d408d4c3b232e6d25e795bebfb"])
    #expect(info["sasAcreditationNumber"] as? String == "VC-XX-UP-1126")
    let rules = try #require(chip["rulesAuthorisationTable"] as? [[String: Any]])
    #expect(rules.first?["pprIds"] as? [String] == ["ppr1", "ppr2"])
    #expect(rules.first?["pprFlags"] as? [String] == ["consentRequired"])
  }

  @Test func failures() throws {
    let result = try Command.cardinfo("profiles", "--format", "lpac", "--virtual", "mute")
    #expect(result.status == 1)
    let payload = try #require(try object(result.output)["payload"] as? [String: Any])
    #expect(payload["code"] as? Int == -1)
    #expect(payload["message"] as? String == "euicc_init")
    #expect(payload["data"] as? String == "the card does not answer")
  }

  @Test func aLineForEachEUICC() throws {
    let result = try Command.cardinfo(
      "profiles", "--format", "lpac", "--virtual", "two-elements")
    #expect(result.output.filter { $0 == "\n" }.count == 2)
  }

  @Test func jsonIsShortForAFormat() throws {
    let result = try Command.cardinfo(
      "profiles", "--format", "lpac", "--json", "--virtual", "travel-euicc")
    #expect(result.status == 64)
    let short = try Command.cardinfo("profiles", "--json", "--virtual", "plain-euicc")
    let long = try Command.cardinfo("profiles", "--format", "json", "--virtual", "plain-euicc")
    #expect(
      try short.document().cards.first?.euiccs == (try long.document().cards.first?.euiccs))
  }
}
