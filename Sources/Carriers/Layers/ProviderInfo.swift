import Renewal
import Words

/// The system's mobile-broadband-provider-info, `serviceproviders.xml` format 2.0.
final class ProviderInfo: XMLEvents.Receiver {
  /// The providers in it, in their order.
  private(set) var carriers: [Carrier] = []

  private let source: Source
  private var path: [String] = []
  private var country: String?
  private var provider: Provider?
  /// The identifiers that are taken, and how many begin so.
  private var taken: [Carrier.ID: Int] = [:]

  /// The largest file that is read; today's has a third of a megabyte.
  static let largest = 8 << 20

  /// Reads a list.
  ///
  /// - Parameter date: the day that the list is from.
  static func carriers(in text: [UInt8], from date: CalendarDay?) throws(XMLFlaw) -> [Carrier] {
    guard let date else { throw XMLFlaw(.unexpected("date")) }
    let info = ProviderInfo(date)
    try XMLEvents.read(text, to: info)
    return info.carriers
  }

  private init(_ date: CalendarDay) {
    source = Source(
      title: "mobile-broadband-provider-info",
      url: "https://gitlab.gnome.org/GNOME/mobile-broadband-provider-info", date: date,
      quality: .secondary, layer: .system)
  }

  /// One provider while it is read.
  private struct Provider {
    var names: [String: String] = [:]
    var aliases: [String] = []
    var kind: Carrier.Kind?
    var plmns: [String] = []
    var facts: [Fact] = []
    /// The attributes of the element that a way is read from.
    var attributes: [String: String] = [:]
  }

  func begin(_ name: String, _ attributes: [String: String]) throws(XMLFlaw) {
    path.append(name)
    switch path.dropFirst() {
    case []:
      guard name == "serviceproviders", attributes["format"] == "2.0" else {
        throw XMLFlaw(.unexpected(name))
      }
    case ["country"]:
      guard let code = attributes["code"]?.uppercased(), code.isCountryCode else {
        throw XMLFlaw(.unexpected(name))
      }
      country = code
    case ["country", "provider"]:
      provider = Provider()
      provider?.kind = attributes["primary"].map { $0 == "true" ? .network : .virtual }
    case ["country", "provider", "gsm", "network-id"]:
      guard let plmn = Self.plmn(attributes) else { throw XMLFlaw(.unexpected(name)) }
      provider?.plmns.append(plmn)
    default: provider?.attributes = attributes
    }
  }

  func end(_: String, text: String) throws(XMLFlaw) {
    defer { path.removeLast() }
    switch path.dropFirst() {
    case ["country", "provider"]: add()
    case ["country", "provider", "name"]: takeName(text.trimmed)
    default:
      switch path.dropFirst().dropLast() {
      case ["country", "provider", "gsm", "balance-check"]:
        take(text.trimmed) { .check(asks: [.balance], by: $0) }
      case ["country", "provider", "gsm", "balance-top-up"]:
        take(text.trimmed) { .renew(by: $0, pay: [.voucher]) }
      default: break
      }
    }
  }

  private func takeName(_ text: String) {
    guard !text.isEmpty else { return }
    let written = provider?.attributes["xml:lang"] ?? "en"
    let tag = written == "zh" ? "zh-Hans" : written
    if provider?.names[tag] == nil {
      provider?.names[tag] = text
    } else {
      provider?.aliases.append(text)
    }
  }

  /// Takes a way as a fact; one that needs answers to a menu can't be told in one step.
  private func take(_ text: String, _ content: (ContactMethod) -> Fact.Content) {
    let attributes = provider?.attributes ?? [:]
    var dialled = text
    if let placeholder = attributes["replacement"], !placeholder.isEmpty {
      dialled = text.replacing(placeholder, with: ContactMethod.Placeholder.voucher.text)
    }
    guard !text.isEmpty else { return }
    switch path.last {
    case "ussd": provider?.facts.append(Fact(content(.ussd(code: dialled)), source: source))
    case "dtmf":
      provider?.facts.append(Fact(content(.call(number: dialled, keys: nil)), source: source))
    case "sms":
      let method = ContactMethod.sms(to: text, text: attributes["text"] ?? "", alternatives: [])
      provider?.facts.append(Fact(content(method), source: source))
    default: break
    }
  }

  private func add() {
    guard let provider, let country else { return }
    let english = provider.names["en"] ?? provider.names.values.sorted().first ?? ""
    var carrier = Carrier(
      id: id(country, english), country: country, names: LocalText(english, provider.names))
    carrier.aliases = provider.aliases
    carrier.kind = provider.kind
    carrier.matches = provider.plmns.map { plmn in
      var match = Match(source: source)
      match.plmn = plmn
      return match
    }
    carrier.facts = provider.facts
    carriers.append(carrier)
    self.provider = nil
  }

  /// A name for programs: `system-gb-giffgaff`, with a number behind it where that is taken.
  private func id(_ country: String, _ name: String) -> Carrier.ID {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let base = (["system", country.lowercased()] + words.map(String.init)).joined(separator: "-")
    var id = base
    while taken[id] != nil {
      taken[base, default: 1] += 1
      id = "\(base)-\(taken[base, default: 1])"
    }
    taken[id] = 1
    return id
  }

  private static func plmn(_ attributes: [String: String]) -> String? {
    guard let mcc = attributes["mcc"], let mnc = attributes["mnc"], mcc.count == 3,
      (2...3).contains(mnc.count), (mcc + mnc).allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return mcc + mnc
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension CarriersError {
  /// What is wrong with the system's list.
  init(_ flaw: XMLFlaw) {
    let place = flaw.line
    let (code, message): (Code, Words) =
      switch flaw.kind {
      case .syntax(let reason):
        (.providerInfoInvalid, Words("the system's list of providers, line \(place): \(reason)"))
      case .unexpected(let element):
        (
          .providerInfoInvalid,
          Words(
            "the system's list of providers, line \(place): \"\(element)\" is not as such a list has it"
          )
        )
      case .declarations:
        (
          .providerInfoHostile,
          Words(
            "the system's list of providers, line \(place): declarations and entities are refused")
        )
      case .tooDeep:
        (
          .providerInfoHostile,
          Words("the system's list of providers, line \(place): nested too deeply")
        )
      case .tooLarge:
        (
          .providerInfoHostile,
          Words("the system's list of providers, line \(place): a text that never ends")
        )
      }
    self.init(
      code, message,
      hint: Words(
        "reinstall the package mobile-broadband-provider-info; everything else works without it"))
  }
}
