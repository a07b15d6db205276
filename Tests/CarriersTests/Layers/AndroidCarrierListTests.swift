import Renewal
import Testing
import Words

@testable import Carriers

struct AndroidCarrierListTests {
  private func carriers(_ text: String) throws(CarriersError) -> [Carrier] {
    try AndroidCarrierList.carriers(
      in: Array(text.utf8), from: CalendarDay(year: 2026, month: 11, day: 23))
  }

  private static let list = """
    # a comment
    carrier_id {
      canonical_id: 1
      carrier_name: "Host \\"One\\""
      carrier_attribute {
        mccmnc_tuple: "23410"
        mccmnc_tuple: "23411"
      }
    }
    carrier_id: {
      canonical_id: 2
      carrier_name: "Guest"
      carrier_attribute {
        mccmnc_tuple: "23410"
        gid1: "508"
        spn: "Guest"
        spn: "G\\303\\274est"
      }
      carrier_attribute {
        mccmnc_tuple: "23410"
        preferred_apn: "guest.example"
      }
      parent_canonical_id: 1
    }
    version: 7
    """

  @Test func carriersAndTheirAlternativesAreRead() throws {
    let carriers = try carriers(Self.list)
    #expect(carriers.map(\.id) == ["android-1", "android-2"])
    #expect(carriers.map(\.names.english) == ["Host \"One\"", "Guest"])
    #expect(carriers.map(\.country) == ["GB", "GB"])
    #expect(carriers.first?.matches.map(\.plmn) == ["23410", "23411"])
    // What needs an access point can't be seen on a card, and is no match.
    #expect(carriers.last?.matches.map(\.spn) == ["Guest", "Güest"])
    #expect(carriers.last?.matches.allSatisfy { $0.gid1 == "508" && $0.plmn == "23410" } == true)
    var card = CardIdentity()
    card.plmns = ["23410"]
    card.gid1 = "508F"
    card.spn = "guest"
    #expect(CarrierBook(carriers).candidates(for: card).map(\.score) == [290, 256])
  }

  @Test(
    arguments: [
      ("", "line 1: \"carrier_id\" is expected"),
      ("carrier_id {\n  canonical_id: 1\n", "line 3: a closing brace is missing"),
      ("}", "line 1: one brace too many"),
      (
        "carrier_id { carrier_name: \"x\n\" }",
        "line 1: a text without its end, or with broken UTF-8"
      ),
      (
        "carrier_id { carrier_name: \"\\377\" }",
        "line 1: a text without its end, or with broken UTF-8"
      ),
      ("carrier_id { carrier_name }", "line 1: a value is expected"),
      ("\n\n: 1", "line 3: the name of a field is expected"),
      ("\u{8}\u{1}\u{12}", "line 1: the name of a field is expected"),
      (String(repeating: "a {", count: 100_000), "line 1: nested too deeply"),
    ])
  func aBrokenListIsTold(text: String, problem: String) {
    let error = #expect(throws: CarriersError.self) { try carriers(text) }
    #expect(error?.code == .androidListInvalid)
    #expect(error?.message.description == "Android's list of carriers, \(problem)")
  }

  @Test func combinationsAreLimited() {
    func field(_ name: String) -> String {
      (0..<200).map { "\(name): \"\($0)\" " }.joined()
    }
    let error = #expect(throws: CarriersError.self) {
      try carriers(
        "carrier_id { canonical_id: 1 carrier_name: \"x\" carrier_attribute { \(field("spn"))\(field("gid1")) } }"
      )
    }
    #expect(error?.message.description.contains("too many combinations") == true)
  }
}
