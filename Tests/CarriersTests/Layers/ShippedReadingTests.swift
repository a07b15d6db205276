import CCarriers
import Renewal
import Synchronization
import Testing

@testable import Carriers

/// A book whose files are read when they are asked for answers like one that is read whole.
struct ShippedReadingTests {
  private let whole: CarrierBook
  private let lazy = CarrierBook([], before: ShippedReading(.carriers) { Issue.record("\($0)") })

  init() throws { whole = try CarrierBook.shipped() }

  @Test func everyCarrierIsFoundByWhatItIsRecognisedBy() {
    for carrier in whole.carriers {
      #expect(lazy[carrier.id] == carrier)
      for card in carrier.matches.map(CardIdentity.init(like:)) {
        let found = lazy.candidates(for: card)
        #expect(found == whole.candidates(for: card), "\(carrier.id)")
        // A server alone is a guess.
        let all = found.isEmpty ? lazy.guesses(for: card) : found
        #expect(all.contains { $0.carrier.id == carrier.id }, "\(carrier.id)")
      }
    }
  }

  @Test func everyCarrierIsFoundByItsRulesAndItsCountry() {
    for rule in Set(whole.carriers.flatMap(\.rules)) {
      #expect(
        lazy.carriers(withRule: rule) == whole.carriers.filter { $0.rules.contains(rule) },
        "\(rule)")
    }
    for country in Set(whole.carriers.compactMap(\.country)) {
      #expect(
        lazy.carriers(ofCountry: country) == whole.carriers.filter { $0.country == country })
      #expect(lazy.dateOrder(in: country) == whole.dateOrder(in: country), "\(country)")
    }
    #expect(lazy.carriers == whole.carriers)
  }

  @Test func everyNetworkHasItsOwners() {
    let plmns = Set(whole.carriers.flatMap { $0.matches.compactMap(\.plmn) })
    #expect(plmns.contains { whole.owners(ofNetwork: $0).count > 0 })
    for plmn in plmns {
      #expect(lazy.owners(ofNetwork: plmn) == whole.owners(ofNetwork: plmn), "\(plmn)")
    }
  }

  @Test func whatNothingNamesIsNotFound() {
    #expect(lazy["no-such-carrier"] == nil)
    #expect(lazy["\u{0}"] == nil)
    #expect(lazy.carriers(withRule: "no-such-rule").isEmpty)
    #expect(lazy.carriers(ofCountry: "XX").isEmpty)
    #expect(lazy.candidates(for: CardIdentity()).isEmpty)
  }

  /// A card costs the files in which its network stands, and no others.
  @Test func aCardReadsFewFiles() {
    var card = CardIdentity()
    card.plmns = ["23410", "234101"]
    card.imsi = "234101234567890"
    card.iccid = "8944500123456789011"
    card.spn = "No Such Name"
    let files = WantedCarriers.like(card).places.map(\.file.name)
    #expect(files.contains("GB.json"))
    #expect(files.count <= 3, "\(files)")
  }

  /// A file that can't be read, or something in it, is told of, once, and not taken for one in which nothing
  /// stands.
  @Test(arguments: [
    #"{"schema": "cardinfo.carriers", "#,
    #"{"schema": "cardinfo.carriers", "schemaVersion": "2.0", "rules": [], "carriers": [{"id": 1}]}"#,
  ])
  func whatCantBeReadIsToldOf(text: String) {
    let told = Mutex<[CarriersError.Code]>([])
    let reading = ShippedReading(.carriers) { error in told.withLock { $0.append(error.code) } }
    "XX.json".withCString { name in
      let text = Array(text.utf8) + [0]
      text.withUnsafeBufferPointer { bytes in
        let broken = shipped_file(name: name, bytes: bytes.baseAddress, count: text.count - 1)
        withUnsafePointer(to: broken) { pointer in
          #expect(reading(ShippedFile(pointer)).carriers.isEmpty)
          #expect(reading(ShippedFile(pointer)).carriers.isEmpty)
        }
      }
    }
    #expect(told.withLock { $0 } == [.fileInvalid])
  }

  /// What the decoder finds is what is found without decoding, file by file.
  @Test func matchesAreThoseThatAreDecoded() throws {
    for file in ShippedFile.carriers {
      let matches = ShippedMatches(file.whole)
      for carrier in try CarrierFile(file, .carriers).carriers {
        for match in carrier.matches {
          let places = matches.places(like: CardIdentity(like: match))
          #expect(!places.isEmpty, "\(carrier.id)")
          #expect(places.allSatisfy(file.whole.has))
        }
      }
    }
  }

  /// Escapes are left to the decoder, and what stands elsewhere is no match.
  @Test func whatIsEscapedMayBeAnything() {
    let text = #"{"matches": [{"spn": "A\"b", "plmn": "00101"}], "a": {"spn": "Other"}}"#
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let whole = JSONText(bytes: bytes)
      var card = CardIdentity()
      card.spn = "Other"
      let places = ShippedMatches(whole).places(like: card)
      #expect(places.map(\.written) == [#"A\"b"#])
      #expect(places.allSatisfy(whole.has))
      card.plmns = ["00101"]
      #expect(ShippedMatches(whole).places(like: card).map(\.written) == [#"A\"b"#, "00101"])
    }
  }

  /// Every beginning of a text is taken apart without reading behind it.
  @Test func textsCutOffAreNotReadBeyond() {
    let text = Array(#"{"a": "b\\", "c" : ["d"], "e":"f\"", "g": {"h": "i"}} "x": "y""#.utf8)
    for count in 0...text.count {
      // Of its own, so that a sanitizer or valgrind sees a read behind the end.
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
      defer { bytes.deallocate() }
      _ = bytes.initialize(fromContentsOf: text.prefix(count))
      let cut = JSONText(bytes: UnsafeBufferPointer(bytes))
      let members = cut.texts.map { "\($0.name.written)=\($0.value.written)" }
      #expect([#"a=b\\"#, #"e=f\""#, "h=i", "x=y"].starts(with: members), "\(count)")
      #expect(members.count == 4 || count < text.count)
      #expect(cut.texts.allSatisfy { cut.has($0.name) && cut.has($0.value) })
      #expect(cut.lists(of: "c").allSatisfy(cut.has))
      #expect(JSONPieces(cut) == nil, "there is no list of objects in it")
    }
  }

  /// What is between quotes, whatever stands around it.
  @Test func valuesAreThoseOfTheMember() throws {
    let file = try #require(ShippedFile.carriers.first { $0.name == "CN.json" })
    let plmns = Array(file.whole.values(of: "plmn"))
    #expect(plmns.contains("46000"))
    #expect(plmns.allSatisfy { (5...6).contains($0.count) })
    #expect(Array(file.whole.values(of: "country")) == ["CN"])
    #expect(Array(file.whole.values(of: "facts")).isEmpty)
    #expect(Array(file.whole.values(of: "no such member")).isEmpty)
  }

  /// What is between brackets, up to the one that closes the list, or to the end where none does.
  @Test(arguments: [
    (#"{"a": [1, [2], "]\"]"], "b": [3]}"#, [#"1, [2], "]\"]""#]), (#"{"a": "[1]"}"#, []),
    (#"{"a": [], "c": {"a" : [4]}}"#, ["", "4"]), (#"{"a": [5, "]"#, [#"5, "]"#]),
    (#"{"a": ["#, [""]),
  ])
  func listsAreThoseOfTheMember(text: String, lists: [String]) {
    let bytes = Array(text.utf8) + [0]
    bytes.withUnsafeBufferPointer { bytes in
      let text = JSONText(bytes: UnsafeBufferPointer(rebasing: bytes.dropLast()))
      #expect(text.lists(of: "a").map { String(decoding: $0.bytes, as: UTF8.self) } == lists)
    }
  }
}

extension CardIdentity {
  /// A card that has all that a match names.
  fileprivate init(like match: Match) {
    self.init()
    plmns = match.plmn.map { [$0] } ?? []
    imsi = match.imsiPrefix.map { $0.replacing("x", with: "7") + "1234567" }
    iccid = match.iccidPrefix.map { $0 + "0123" }
    gid1 = match.gid1.map { $0 + "FF" }
    gid2 = match.gid2.map { $0 + "FF" }
    spn = match.spn?.uppercased()
    provider = match.provider?.lowercased() ?? match.providerPrefix.map { $0 + " 5 GB" }
    smdps = match.smdp.map { ["one.\($0)"] } ?? []
  }
}
