import CardState
import Renewal
import Testing

@testable import Carriers
import Words

/// Whose card it is, by the shipped carriers alone or with made ones.
struct CandidatesTests {
  private static let source = Source(
    title: "a test", date: CalendarDay("2026-11-23").unsafelyUnwrapped,
    quality: .userReport, layer: .person)

  private func made(
    _ id: Carrier.ID, _ kind: Carrier.Kind?, _ matches: ((inout Match) -> Void)...
  ) -> Carrier {
    var carrier = Carrier(id: id, country: "GB", names: LocalText(id))
    carrier.kind = kind
    carrier.matches = matches.map { change in
      var match = Match(source: Self.source)
      change(&match)
      return match
    }
    return carrier
  }

  private func card(_ change: (inout CardIdentity) -> Void) -> CardIdentity {
    var card = CardIdentity()
    change(&card)
    return card
  }

  @Test func giffgaffComesBeforeItsHostByGID1AndAfterItWithout() throws {
    let book = try CarrierBook.shipped()
    let giffgaff = book.candidates(
      for: card {
        $0.plmns = ["23410"]
        $0.gid1 = "508FFFFF"
      })
    #expect(giffgaff.first?.carrier.id == "giffgaff")
    #expect(giffgaff.first?.score == 288)
    #expect(giffgaff.first?.why.map(\.attribute) == [.plmn, .gid1])
    #expect(giffgaff.contains { $0.carrier.id == "o2-uk" })

    let plain = book.candidates(plmn: "23410")
    #expect(plain.first?.carrier.id == "o2-uk")
    #expect(plain.first?.score == 256)
    #expect(plain.first?.why.map(\.attribute) == [.plmn])
    #expect(!plain.contains { $0.carrier.id == "giffgaff" })

    let named = book.candidates(
      for: card {
        $0.plmns = ["23410"]
        $0.spn = "GIFFGAFF"
      })
    #expect(named.first?.carrier.id == "giffgaff")
    #expect(named.first?.why.map(\.attribute) == [.plmn, .spn])
  }

  @Test(arguments: [
    ("46000", "china-mobile"), ("46001", "china-unicom"), ("46003", "china-telecom"),
    ("46011", "china-telecom"), ("46015", "china-broadnet"), ("310260", "t-mobile-us"),
  ])
  func aNetworkHasItsCarrier(plmn: String, carrier: Carrier.ID) throws {
    #expect(try CarrierBook.shipped().candidates(plmn: plmn).first?.carrier.id == carrier)
  }

  @Test func anUnknownNetworkHasNoCarrierButACountry() throws {
    #expect(try CarrierBook.shipped().candidates(plmn: "46099").isEmpty)
    #expect(Country.countries(mcc: "46099") == [Country(code: "CN")])
    #expect(Country.countries(mcc: "99999").isEmpty)
  }

  @Test func everyThingThatAMatchNamesHasToBeSo() {
    let book = CarrierBook([
      made("host", .network, { $0.plmn = "23410" }),
      made(
        "guest", .virtual,
        {
          $0.plmn = "23410"
          $0.gid1 = "508"
        }, { $0.spn = "Guest" }),
    ])
    func ids(_ change: (inout CardIdentity) -> Void) -> [Carrier.ID] {
      book.candidates(for: card(change)).map(\.carrier.id)
    }
    #expect(
      ids {
        $0.plmns = ["23410"]
        $0.gid1 = "508"
      } == ["guest", "host"])
    // Another group excludes that match, and an unknown one does too.
    #expect(
      ids {
        $0.plmns = ["23410"]
        $0.gid1 = "FF"
      } == ["host"])
    #expect(ids { $0.plmns = ["23410"] } == ["host"])
    // The guest's other match still holds.
    #expect(
      Set(
        ids {
          $0.plmns = ["23410"]
          $0.gid1 = "FF"
          $0.spn = "guest"
        }) == ["guest", "host"])
    #expect(ids { $0.gid1 = "508" }.isEmpty)
  }

  @Test func theWeightiestThingDecides() {
    let book = CarrierBook([
      made("by-spn", .virtual) {
        $0.plmn = "23410"
        $0.spn = "X"
      },
      made("by-gid2", .virtual) {
        $0.plmn = "23410"
        $0.gid2 = "AB"
      },
      made("by-gid1", .virtual) {
        $0.plmn = "23410"
        $0.gid1 = "0a"
      },
      made("by-iccid", .virtual) {
        $0.plmn = "23410"
        $0.iccidPrefix = "894411"
      },
      made("by-imsi", .virtual) {
        $0.plmn = "23410"
        $0.imsiPrefix = "23410x5"
      },
      made("host", .network) { $0.plmn = "23410" },
      made("other", .virtual) { $0.plmn = "23415" },
      made("seller", .reseller) { $0.provider = "Ｓeller Ltd" },
    ])
    let all = card {
      $0.plmns = ["23410"]
      $0.imsi = "234107512345678"
      $0.iccid = "8944110000000000001"
      $0.gid1 = "0AFF"
      $0.gid2 = "ab"
      $0.spn = "x"
      $0.provider = "seller ltd"
    }
    let candidates = book.candidates(for: all)
    #expect(
      candidates.map(\.carrier.id)
        == ["seller", "by-imsi", "by-iccid", "by-gid1", "by-gid2", "by-spn", "host"])
    #expect(candidates.map(\.score) == [1024, 384, 320, 288, 272, 258, 256])
  }

  @Test func amongEqualsTheNetworkComesFirstAndTheVirtualOneWhereMoreMatched() {
    let plain: (inout Match) -> Void = { $0.plmn = "23410" }
    let book = CarrierBook([
      made("guest", .virtual, plain), made("unknown", nil, plain), made("host", .network, plain),
    ])
    #expect(book.candidates(plmn: "23410").map(\.carrier.id) == ["host", "unknown", "guest"])
    let both: (inout Match) -> Void = {
      $0.plmn = "23410"
      $0.gid1 = "50"
    }
    let grouped = CarrierBook([made("host", .network, both), made("guest", .virtual, both)])
    let found = grouped.candidates(
      for: card {
        $0.plmns = ["23410"]
        $0.gid1 = "50"
      })
    #expect(found.map(\.carrier.id) == ["guest", "host"])
  }

  @Test func aCarriersOwnNameOnTheCardSpeaksForIt() {
    let plain: (inout Match) -> Void = { $0.plmn = "310260" }
    let book = CarrierBook([
      made("host", .network, plain), made("Mint Mobile", .virtual, plain),
    ])
    let found = book.candidates(
      for: card {
        $0.plmns = ["310260"]
        $0.spn = "MINT MOBILE"
      })
    #expect(found.map(\.score) == [257, 256])
    #expect(found.first?.why.map(\.attribute) == [.plmn, .name])
    // A name alone is no evidence.
    #expect(book.candidates(for: card { $0.spn = "Mint Mobile" }).isEmpty)
  }

  @Test func theProvidersNameOfAProfileStandsForAnUnreadSPN() throws {
    let book = try CarrierBook.shipped()
    let profile = card {
      $0.plmns = ["23410"]
      $0.provider = "giffgaff"
    }
    #expect(book.candidates(for: profile).map(\.carrier.id).first == "giffgaff")
    var other = profile
    other.spn = "O2"
    #expect(book.candidates(for: other).map(\.carrier.id).first == "o2-uk")
  }
}
