import Renewal
import Testing

@testable import Carriers

/// Lists that are broken, or made to hurt: refused at once, with the line.
struct HostileProviderInfoTests {
  private static let head = "<?xml version=\"1.0\"?>\n"
  private static let open = "<serviceproviders format=\"2.0\">\n<country code=\"gb\">\n"
  private static let provider =
    "<provider><name>A</name><gsm><network-id mcc=\"234\" mnc=\"10\"/></gsm></provider>\n"
  private static let close = "</country>\n</serviceproviders>\n"

  private func flaw(_ text: String) -> XMLFlaw? {
    do {
      _ = try ProviderInfo.carriers(
        in: Array(text.utf8), from: CalendarDay(year: 2026, month: 11, day: 23))
      return nil
    } catch {
      return error
    }
  }

  @Test func aGoodListIsRead() {
    #expect(flaw(Self.head + Self.open + Self.provider + Self.close) == nil)
    // The real one names its document type, and nothing is fetched for it.
    let type = "<!DOCTYPE serviceproviders SYSTEM \"serviceproviders.2.dtd\">\n"
    #expect(flaw(Self.head + type + Self.open + Self.provider + Self.close) == nil)
  }

  @Test(
    arguments: [
      ("", .syntax("no element found"), 1),
      ("not XML", .syntax("syntax error"), 1),
      (head + open + provider, .syntax("no element found"), 5),
      (head + open + "<provider><name>A</nam", .syntax("unclosed token"), 4),
      (head + open + "<provider></country>", .syntax("mismatched tag"), 4),
      (head + "<html/>", .unexpected("html"), 2),
      (head + "<serviceproviders format=\"1.0\"/>", .unexpected("serviceproviders"), 2),
      (
        head + "<serviceproviders format=\"2.0\"><country/></serviceproviders>",
        .unexpected("country"), 2
      ),
      (
        head + open + "<provider><gsm>\n<network-id mcc=\"1\" mnc=\"10\"/>",
        .unexpected("network-id"), 5
      ),
      (head + open + "<provider><name>\u{1}</name>", .syntax("not well-formed (invalid token)"), 4),
    ] as [(String, XMLFlaw.Kind, Int)])
  func aBrokenListIsRefusedWithItsLine(text: String, kind: XMLFlaw.Kind, line: Int) {
    #expect(flaw(text) == XMLFlaw(kind, line: line))
  }

  @Test func entitiesAreRefusedBeforeTheyGrow() {
    var bomb = Self.head + "<!DOCTYPE serviceproviders [\n<!ENTITY a \"aaaaaaaaaa\">\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      bomb += "<!ENTITY \(name) \"\(String(repeating: "&\(last);", count: 10))\">\n"
    }
    bomb += "]>\n" + Self.open + "<provider><name>&j;</name></provider>" + Self.close
    #expect(flaw(bomb)?.kind == .declarations)

    let external =
      Self.head + "<!DOCTYPE serviceproviders [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
      + Self.open + "<provider><name>&x;</name></provider>" + Self.close
    #expect(flaw(external)?.kind == .declarations)

    let undeclared =
      Self.head + "<!DOCTYPE serviceproviders SYSTEM \"x.dtd\">\n" + Self.open
      + "<provider><name>&x;</name></provider>" + Self.close
    #expect(flaw(undeclared) == XMLFlaw(.declarations, line: 5))
  }

  @Test func depthAndSizeAreLimited() {
    let deep = Self.head + Self.open + String(repeating: "<provider>", count: 1_000_000)
    #expect(flaw(deep) == XMLFlaw(.tooDeep, line: 4))
    let attribute =
      Self.head + Self.open + "<provider x=\"" + String(repeating: "a", count: 4_000_000)
    #expect(flaw(attribute + "\"/>")?.kind == .tooLarge)
    #expect(flaw(attribute)?.kind == .syntax("unclosed token"))
    let attributes = (0..<200_000).map { "a\($0)=\"\" " }.joined()
    #expect(flaw(Self.head + Self.open + "<provider \(attributes)/>")?.kind == .tooLarge)
    let text = Self.open + "<provider><name>" + String(repeating: "a", count: 4_000_000)
    #expect(flaw(text)?.kind == .tooLarge)
    let pieces = Self.open + "<provider><name>" + String(repeating: "a<!-- -->", count: 400_000)
    #expect(flaw(pieces)?.kind == .tooLarge)
  }

  @Test func manyProvidersOfOneNameTakeNoLongerThanOthers() throws {
    let many = Self.open + String(repeating: Self.provider, count: 20_000) + Self.close
    let carriers = try ProviderInfo.carriers(
      in: Array(many.utf8), from: CalendarDay(year: 2026, month: 11, day: 23))
    #expect(Set(carriers.map(\.id)).count == 20_000)
  }

  @Test func anyByteChangedIsReadOrRefused() {
    let good = Array((Self.head + Self.open + Self.provider + Self.close).utf8)
    for index in good.indices {
      for value in [0x00, 0x26, 0x3C, 0xFF] as [UInt8] {
        var broken = good
        broken[index] = value
        _ = try? ProviderInfo.carriers(
          in: broken, from: CalendarDay(year: 2026, month: 11, day: 23))
      }
    }
  }
}
