import Carriers
import Testing

struct LookUpTests {
  @Test(arguments: [
    ("china-mobile", "china-mobile"), ("China Mobile", "china-mobile"),
    ("CHINA MOBILE", "china-mobile"), ("中国移动", "china-mobile"), ("cmcc", "china-mobile"),
    ("Ｃｈｉｎａ　Ｍｏｂｉｌｅ", "china-mobile"), ("giffgaff", "giffgaff"), ("GiffG", "giffgaff"),
    ("t-mobile us", "t-mobile-us"),
  ])
  func aCarrierIsFoundByName(name: String, carrier: Carrier.ID) throws {
    #expect(try CarrierBook.shipped().carriers(named: name).map(\.id) == [carrier])
  }

  @Test func severalHitsAreAllGiven() throws {
    let hits = try CarrierBook.shipped().carriers(named: "china").map(\.id)
    #expect(Set(hits).isSuperset(of: ["china-mobile", "china-unicom", "china-telecom"]))
    #expect(try CarrierBook.shipped().carriers(named: "").isEmpty)
    #expect(try CarrierBook.shipped().carriers(named: "--").isEmpty)
    #expect(try CarrierBook.shipped().carriers(named: "no such carrier").isEmpty)
  }

  @Test(arguments: [
    ("8986000000000000001", "china-mobile"), ("898601B5000000000001", "china-unicom"),
    ("898603", "china-telecom"), ("8986150000000000001", "china-broadnet"),
  ])
  func anICCIDHasItsIssuer(iccid: String, carrier: Carrier.ID) throws {
    let found = try CarrierBook.shipped().candidates(iccid: iccid)
    #expect(found.map(\.carrier.id) == [carrier])
    #expect(found.first?.why.map(\.attribute) == [.iccidPrefix])
  }
}
