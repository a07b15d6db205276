import CardState
import FoundationEssentials
import Renewal
import Testing

@testable import Carriers

/// What is known of a line's carrier helps to read its card.
struct LineCarriersTests {
  private static let text = """
    {"schema": "cardinfo.carriers", "schemaVersion": "2.0", "country": "GB",
     "dateOrder": "dayMonthYear",
     "sources": {"me": {"title": "x", "date": "2026-11-01", "quality": "U"}},
     "rules": [{"id": "both", "carrier": "Two", "source": "me", "clocks": []}],
     "carriers": [
       {"id": "net", "names": {"en": "Net"}, "matches": [
         {"plmn": "99901", "source": "me"}, {"plmn": "99902", "source": "me"},
         {"plmn": "99903", "gid1": "50", "source": "me"}]},
       {"id": "guest", "names": {"en": "Guest"}, "hosts": ["net", "26201"],
        "matches": [{"plmn": "99904", "source": "me"}],
        "rules": ["both", {"id": "guest-rule", "source": "me", "clocks": []}]},
       {"id": "other", "names": {"en": "Other"}, "hosts": ["20801"], "dateOrder": "monthDayYear",
        "matches": [{"plmn": "99905", "source": "me"}], "rules": ["both"]}]}
    """

  private let book: CarrierBook

  init() throws {
    var book = CarrierBook()
    book.add(try CarrierFile(reading: Self.text.utf8, name: "x.json", layer: .person))
    self.book = book
  }

  private func card(_ plmn: String) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "Made", index: 0), atr: "3B00",
      protocol: "T=0")
    card.iccid = "8944000000000000001"
    card.subscriber = Subscriber()
    card.subscriber?.imsi = plmn + "1234567890"
    return card
  }

  private func line(_ rule: String?) -> Line {
    var line = Line(id: "8944000000000000001", name: "x", rule: rule)
    line.iccid = line.id
    return line
  }

  @Test func theRuleTellsWhateverTheCardSays() {
    let expected = CarrierHints(hosts: ["99901", "99902", "26201"], dateOrder: .dayMonthYear)
    #expect(book.hints(for: line("guest-rule"), on: nil) == expected)
    #expect(book.hints(for: line("guest-rule"), on: card("99905")) == expected)
  }

  @Test func whatAPersonSaysOfALineGoesFirst() {
    var line = line(nil)
    line.carrier = "guest"
    #expect(book.hints(for: line, on: card("99905")).hosts == ["99901", "99902", "26201"])
    line.carrier = "nobody's"
    #expect(book.hints(for: line, on: card("99905")).hosts == ["20801"])
  }

  @Test func withoutARuleTheCardTells() {
    #expect(book.hints(for: line(nil), on: card("99905")).hosts == ["20801"])
    #expect(book.hints(for: line("nobody's"), on: card("99905")).hosts == ["20801"])
    #expect(book.hints(for: card("99905")).dateOrder == .monthDayYear)
    #expect(book.hints(for: card("99999")) == CarrierHints())
    #expect(book.hints(for: line(nil), on: nil) == CarrierHints())
  }

  @Test func ofSeveralCarriersWithTheRuleTheCardTellsWhich() {
    #expect(book.hints(for: line("both"), on: card("99904")).hosts.contains("26201"))
    #expect(book.hints(for: line("both"), on: card("99905")).hosts == ["20801"])
    // Neither the one nor the other.
    #expect(book.hints(for: line("both"), on: nil) == CarrierHints())
  }

  @Test func whatTheLineSaysGoesBeforeWhatACardHolds() {
    var said = line("guest-rule")
    said.carrier = "other"
    #expect(book.senders(of: said, on: card("99904")).map(\.id) == ["other"])
    #expect(book.hints(for: said, on: card("99904")).hosts == ["20801"])
    #expect(book.carriers(of: said, on: card("99904")).first?.id == "other")
    #expect(book.senders(of: line("guest-rule"), on: nil).map(\.id) == ["guest"])
    #expect(book.senders(of: line("guest-rule"), on: card("99905")).map(\.id) == ["guest"])
    #expect(book.senders(of: line(nil), on: card("99905")).map(\.id) == ["other"])
    #expect(book.senders(of: line(nil), on: nil).isEmpty)
  }

  @Test func theCountryIsThatOfTheCarrierTheRuleTheNumberOrTheCard() {
    #expect(book.country(of: line("both"), on: nil, market: nil) == "GB")
    #expect(book.country(of: line("nobody's"), on: nil, market: "HK") == "HK")
    var numbered = line(nil)
    numbered.iccid = nil
    #expect(book.country(of: numbered, on: nil, market: nil) == nil)
    numbered.numbers = ["+852 9000 0000"]
    #expect(book.country(of: numbered, on: nil, market: nil) == "HK")
    #expect(book.country(of: line(nil), on: nil, market: nil) == "GB")
    numbered.carrier = "net"
    #expect(book.country(of: numbered, on: nil, market: "HK") == "GB")
  }

  @Test func everyCountryWhoseLanguagesAgreeHasAnOrder() throws {
    let book = try CarrierBook.shipped()
    #expect(book.dateOrder(in: "GB") == .dayMonthYear)
    #expect(book.dateOrder(in: "US") == .monthDayYear)
    #expect(book.dateOrder(in: "CN") == .yearMonthDay)
    #expect(book.dateOrder(in: "CA") == nil)
    // CLDR 49, the short date of each national language: en_PH and fil_PH, zh_Hant_HK and en_HK, sv_SE.
    #expect(book.dateOrder(in: "PH") == .monthDayYear)
    #expect(book.dateOrder(in: "HK") == .dayMonthYear)
    #expect(book.dateOrder(in: "SE") == .yearMonthDay)
  }
}
