import Foundation
import Renewal
import Testing
import Words

@testable import Carriers

/// The layers together: each by itself, in their order, nothing replaced.
struct CarrierLayersTests {
  private static let own = """
    {"schema": "cardinfo.carriers", "schemaVersion": "2.0", "country": "GB", "carriers": [{
      "id": "giffgaff", "names": {"en": "My giffgaff"}, "kind": "virtual",
      "sources": {"me": {"title": "my notes", "date": "2026-11-20", "quality": "U"}},
      "facts": [{"what": "hotline", "number": "43431", "source": "me"}]}]}
    """
  private static let system = """
    <serviceproviders format="2.0"><country code="gb">
    <provider><name>Giffgaff</name><gsm><network-id mcc="234" mnc="10"/>
    <balance-check><ussd>*100#</ussd></balance-check></gsm></provider>
    <provider><name>Nobody Else's</name><gsm><network-id mcc="234" mnc="10"/></gsm></provider>
    </country></serviceproviders>
    """

  @Test func thePersonsFactsComeFirstThenOursThenTheSystems() throws {
    let scratch = try Scratch()
    var places = CarrierPlaces()
    places.own = [try scratch.file("own.json", Self.own)]
    places.system = try scratch.file("system.xml", Self.system)
    let layers = CarrierLayers(places)
    let giffgaff = try #require(layers.book["giffgaff"])
    #expect(giffgaff.names.english == "My giffgaff")
    let order = giffgaff.facts.map(\.source.layer)
    #expect(order.first == .person)
    #expect(order.last == .system)
    #expect(Set(order) == [.person, .shipped, .system])
    let ranks = order.map { Source.Layer.allCases.firstIndex(of: $0) ?? 0 }
    #expect(ranks == ranks.sorted())
    #expect(
      giffgaff.facts(.hotline).first?.content == .hotline(number: "43431", abroad: nil))
    let candidates = layers.book.candidates(plmn: "23410").map(\.carrier.id)
    #expect(candidates.first == "o2-uk")
    #expect(candidates.contains("giffgaff"))
    #expect(candidates.contains("system-gb-nobody-else-s"))
    #expect(!candidates.contains("system-gb-giffgaff"))
    // What it was called elsewhere finds it still.
    #expect(layers.book.carriers(named: "Giffgaff").map(\.id) == ["giffgaff"])
  }

  @Test func aFolderOfOwnFilesIsReadByName() throws {
    let scratch = try Scratch()
    _ = try scratch.file("b.json", Self.own)
    _ = try scratch.file("a.json", Self.own.replacing("43431", with: "1"))
    _ = try scratch.file("notes.txt", "not read")
    var places = CarrierPlaces()
    places.own = [scratch.path]
    places.system = "/no/such/file"
    let layers = CarrierLayers(places)
    let files = layers.files.filter { $0.layer == .person }
    #expect(files.map(\.outcome) == [.read(carriers: 1), .read(carriers: 1)])
    #expect(
      layers.book["giffgaff"]?.facts(.hotline).map(\.content).prefix(2) == [
        .hotline(number: "1", abroad: nil), .hotline(number: "43431", abroad: nil),
      ])
  }

  @Test func anEmptyFolderOfOwnFilesIsNoError() throws {
    let scratch = try Scratch()
    #expect(OwnFiles([scratch.path]).outcomes == [])
  }

  @Test func whatIsMissingIsSaidAndNoError() {
    var places = CarrierPlaces()
    places.own = ["/no/such/folder"]
    places.android = "/no/such/list"
    places.system = "/no/such/file"
    let layers = CarrierLayers(places)
    #expect(
      layers.files.filter { $0.outcome == .absent }.map(\.layer) == [.person, .android, .system])
    #expect(layers.book["china-mobile"] != nil)
  }

  @Test func whatIsBrokenLeavesTheOthersAsTheyAre() throws {
    let scratch = try Scratch()
    var places = CarrierPlaces()
    places.own = [
      try scratch.file("own.json", Self.own.replacing("\"43431\"", with: "4, \"x\": null"))
    ]
    places.android = try scratch.file("list.pb", [0x08, 0x01])
    places.system = try scratch.file("system.xml", String(Self.system.prefix(200)))
    let layers = CarrierLayers(places)
    let codes = layers.files.compactMap { file -> String? in
      guard case .refused(let error) = file.outcome else { return nil }
      #expect(error.hint != nil)
      return "\(file.layer.rawValue) \(error.code.rawValue)"
    }
    #expect(
      codes == [
        "person carriers.fileInvalid", "android carriers.androidListInvalid",
        "system carriers.providerInfoInvalid",
      ])
    #expect(layers.book["giffgaff"]?.facts.isEmpty == false)
    let first = try #require(layers.files.first)
    guard case .refused(let error) = first.outcome else { return }
    #expect(error.message.description.contains("own.json:4:"))
    #expect(error.message.description.hasSuffix("(and 1 more problem)"))
  }

  @Test func onlyAPlainFileIsRead() throws {
    let scratch = try Scratch()
    let pipe = scratch.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, scratch.path, "/dev/zero"] {
      var places = CarrierPlaces()
      places.system = path
      guard case .refused(let error) = CarrierLayers(places).files.last?.outcome else {
        Issue.record("\(path) was not refused")
        continue
      }
      #expect(error.code == .fileUnreadable)
    }
    let large = try scratch.file("large.xml", "")
    try #require(truncate(large, 1 << 40) == 0)
    var places = CarrierPlaces()
    places.system = large
    guard case .refused(let error) = CarrierLayers(places).files.last?.outcome else {
      Issue.record("a terabyte was not refused")
      return
    }
    #expect(error.code == .fileTooLarge)
  }

  @Test(
    .enabled(if: installedProviderInfo != nil, "the package is not installed"))
  func theSystemsListIsFoundWhereItsPackageSays() throws {
    let layers = CarrierLayers()
    let system = try #require(layers.files.last)
    #expect(system.layer == .system)
    #expect(system.name.hasSuffix("/serviceproviders.xml"))
    guard case .read(let carriers) = system.outcome else {
      Issue.record("\(system.outcome)")
      return
    }
    #expect(carriers > 500)
    #expect(layers.book.candidates(plmn: "310260").first?.carrier.id == "t-mobile-us")
    #expect(layers.book.candidates(plmn: "310260").count > 3)
    #expect(layers.book.candidates(plmn: "23410").first?.carrier.id == "o2-uk")
  }

  @Test func pkgConfigIsAskedWhereItIs() {
    #expect(PackageConfiguration(package: "no-such-package-at-all").variable("database") == nil)
    #expect(PackageConfiguration(package: "no-such-package-at-all").version == nil)
  }
}
