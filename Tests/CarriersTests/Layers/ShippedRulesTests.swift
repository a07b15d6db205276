import Carriers
import Renewal
import Testing

/// The shipped rules, read one by one.
struct ShippedRulesTests {
  @Test func eachIsWhatAllOfThemSay() throws {
    let all = try RuleBook.shipped().rules
    let library = ShippedRules()
    #expect(library.rule("nobodys") == nil && library.rule("\"") == nil && library.rule("") == nil)
    for rule in all { #expect(library.rule(rule.id) == rule, "\(rule.id)") }
    #expect(RuleBook(library: ShippedRules()).rules == all)
  }

  @Test func aPersonsOwnComesFirst() throws {
    var mine = try #require(ShippedRules().rule("giffgaff"))
    mine.carrier = "mine"
    let book = RuleBook([mine], library: ShippedRules())
    #expect(book["giffgaff"]?.carrier == "mine" && book["asda-mobile"] != nil)
    #expect(book.rules.filter { $0.id == "giffgaff" }.map(\.carrier) == ["mine"])
  }
}
