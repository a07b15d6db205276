import CardState
import Renewal
import Testing

@testable import Carriers

/// Who gave out a card, by ITU-T E.118, and who sold an eUICC. Expectations are of the lists that the
/// data files name, not of the data files.
struct IssuerTests {
  @Test(
    arguments: [
      ("8949020000000000001", "Telekom Deutschland GmbH", "telekom-de"),
      ("8949200000000000001", "Vodafone GmbH", "vodafone-de"),
      ("8927010000000000001", "Mobile Telephone Networks (MTN) Pty Ltd", "mtn-za"),
      ("8933150000000000001", "Free Mobile", "free-mobile"),
      ("89351800000000000001", "MEO - Serviços de Comunicações e Multimédia, S.A.", "meo"),
      ("8949380000000000001", "Giesecke+Devrient Mobile Security GmbH", nil),
      ("8988235000000000001", "Cisco Systems, Inc.", nil),
    ] as [(String, String, Carrier.ID?)])
  func theLongestNumberOfTheListNamesTheIssuer(iccid: String, name: String, carrier: Carrier.ID?) {
    let issuer = Issuer(iccid: iccid)
    #expect(issuer?.name == name)
    #expect(issuer?.carrier == carrier)
  }

  /// The list's entry for China is of before the operators shared the digits behind it.
  @Test(arguments: ["8986000000000000001", "8927770000000000001", "", "89", "9949020000000000001"])
  func whatTheListDoesNotHaveHasNoIssuer(iccid: String) { #expect(Issuer(iccid: iccid) == nil) }

  @Test func everyCarrierOfTheListIsThereAndInItsCountry() throws {
    let table = try #require(Self.table)
    let book = try CarrierBook.shipped()
    #expect(table.issuers.count > 1000)
    for (number, id) in table.carriers {
      #expect(table.issuers[number] != nil, "\(number)")
      let carrier = try #require(book[id], "\(id)")
      guard let country = carrier.country else { continue }
      #expect(
        Country.countries(iccid: "89\(number)").contains(Country(code: country)), "\(number): \(id)"
      )
    }
  }

  private struct Table: Decodable {
    let issuers: [String: String]
    let carriers: [String: Carrier.ID]
  }

  private static let table: Table? =
    ShippedFile.countries.first { $0.name == "E118.json" }.flatMap { $0.table() }

  /// The list is searched as text; here all of it is decoded.
  @Test func everyNumberOfTheListIsFound() throws {
    let table = try #require(Self.table)
    for (number, name) in table.issuers {
      let issuer = Issuer(iccid: "89\(number)")
      #expect(issuer?.name == name, "\(number)")
      #expect(issuer?.carrier == table.carriers[number], "\(number)")
      #expect(issuer?.source.title.hasPrefix("ITU-T E.118") == true)
    }
  }

  /// A virtual operator sells its host's cards: what tells it apart outweighs who gave out the card.
  @Test func anIssuerIsNoCandidate() throws {
    let book = try CarrierBook.shipped()
    var card = CardIdentity()
    card.iccid = "8944110123456789013"
    #expect(book.candidates(for: card).isEmpty)
    #expect(book.guesses(for: card).map(\.carrier.id) == ["o2-uk"])
    card.plmns = ["23410"]
    card.gid1 = "508FFFFF"
    #expect(book.candidates(for: card).map(\.carrier.id) == ["giffgaff", "o2-uk"])
  }

  @Test(
    arguments: [
      ("A0000005591010FFFFFFFF8900050500", "89049032000000000000012600041755", "5ber", false),
      ("A06573746B6D65FFFF4953442D522031", "89049032000000000000012600041755", "estk-me", false),
      ("A0000005591010FFFFFFFF8900000100", "89044045846727494800000000000012", "9esim", false),
      ("A0000006281010FFFFFFFF8900000100", "89086029000000000000000000000012", "glocalme", true),
      ("A0000005591010FFFFFFFF8900000100", "89049032000000000000012600041755", nil, false),
    ] as [(String, String, String?, Bool)])
  func aRemovableEUICCHasItsSeller(isdr: String, eid: String, seller: String?, isWeak: Bool) {
    let found = EUICCSeller(of: EUICC(isdrAID: isdr, eid: eid))
    #expect(found?.id == seller)
    #expect((found?.isWeak ?? false) == isWeak)
  }

  @Test func everySellerHasItsSourceAndEverySourceASeller() throws {
    let table = try #require(SellerTable.shipped)
    let cited = Set(table.makers.flatMap(\.matches).map(\.source))
    #expect(cited == Set(table.sources.keys))
    #expect(table.makers.allSatisfy { !$0.matches.isEmpty })
  }
}
