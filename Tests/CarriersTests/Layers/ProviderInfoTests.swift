import Foundation
import Renewal
import Testing

@testable import Carriers
import Words

/// The system's list, as installed, against a count that is not ours.
@Suite(.enabled(if: installedProviderInfo != nil, "the package is not installed"))
struct ProviderInfoTests {
  private static let path = installedProviderInfo ?? ""

  private func carriers() throws -> [Carrier] {
    try ProviderInfo.carriers(
      in: Array(try Data(contentsOf: URL(filePath: Self.path))),
      from: CalendarDay(year: 2023, month: 4, day: 16))
  }

  /// What Python's XML library counts, under the same headings.
  private func counted() throws -> [String] {
    let program = """
      import sys, xml.etree.ElementTree as tree
      root = tree.parse(sys.argv[1]).getroot()
      networks = lambda p: [n.get("mcc") + n.get("mnc") for n in p.iter("network-id")]
      ways = lambda p, name: sum(len(e.findall(w)) for e in p.iter(name) for w in ("ussd", "sms", "dtmf"))
      print(len({c.get("code") for c in root if c.find("provider") is not None}))
      print(len(list(root.iter("provider"))))
      print(len({n for p in root.iter("provider") for n in networks(p)}))
      print(sum(len(networks(p)) for p in root.iter("provider")))
      print(ways(root, "balance-check"), ways(root, "balance-top-up"))
      for c in root:
          for p in c.findall("provider"):
              print(c.get("code").upper(), p.find("name").text.strip(), *networks(p))
      """
    return try output(of: "python3", "-c", program, Self.path)
      .split(separator: "\n").map(String.init)
  }

  @Test func allOfItIsRead() throws {
    let carriers = try carriers()
    let plmns = carriers.flatMap { $0.matches.compactMap(\.plmn) }
    var lines = [
      "\(Set(carriers.compactMap(\.country)).count)", "\(carriers.count)", "\(Set(plmns).count)",
      "\(plmns.count)",
      "\(carriers.flatMap { $0.facts(.check) }.count) \(carriers.flatMap { $0.facts(.renew) }.count)",
    ]
    lines += carriers.map { carrier in
      ([carrier.country ?? "", carrier.names.english] + carrier.matches.compactMap(\.plmn))
        .joined(separator: " ")
    }
    let counted = try counted()
    #expect(lines.count > 600)
    #expect(lines == counted)
    #expect(Set(carriers.map(\.id)).count == carriers.count)
  }

  @Test func aNetworkOfSeveralProvidersGivesAllOfThem() throws {
    let book = CarrierBook(try carriers())
    let names = book.candidates(plmn: "310260").map(\.carrier.names.english)
    #expect(names.contains("T-Mobile"))
    #expect(names.count > 3)
    let several = Set(book.carriers.flatMap { $0.matches.compactMap(\.plmn) })
      .filter { book.candidates(plmn: $0).count > 1 }
    #expect(several.count > 50)
  }

  @Test func waysAreFactsWithTheirSource() throws {
    let facts = try carriers().flatMap(\.facts)
    #expect(
      facts.contains {
        $0.content == .renew(by: .ussd(code: "*123*{voucher}#"), pay: [.voucher])
      })
    #expect(
      facts.contains {
        $0.content
          == .check(asks: [.balance], by: .sms(to: "18258", text: "SALDO", alternatives: []))
      })
    #expect(
      facts.contains {
        $0.content == .check(asks: [.balance], by: .call(number: "125111", keys: nil))
      })
    #expect(facts.allSatisfy { $0.source.layer == .system && $0.source.quality == .secondary })
  }

  @Test func everyNetworkIsOfACountryOfItsCode() throws {
    for carrier in try carriers() where carrier.country != "UG" {
      // One provider of this list stands under Uganda with Russian networks.
      for plmn in carrier.matches.compactMap(\.plmn) {
        #expect(
          Country.countries(mcc: plmn).map(\.code).contains(carrier.country),
          "\(plmn) \(carrier.id)")
      }
    }
  }

  @Test func namesAreInTheirLanguages() throws {
    let names = try carriers().map(\.names)
    #expect(names.contains { $0.all.contains("Билайн") })
    #expect(names.allSatisfy { !$0.english.isEmpty })
  }
}

/// Where the system's list is, if it is there.
let installedProviderInfo: String? = {
  let path = "/usr/share/mobile-broadband-provider-info/serviceproviders.xml"
  return FileManager.default.fileExists(atPath: path) ? path : nil
}()
