public import Renewal
public import Words

/// Who runs a line, and how to reach them.
///
/// A carrier of several layers is one value: its facts stand in the order of the layers, the
/// person's own first, each with its source.
public struct Carrier: Equatable, Sendable, Identifiable {
  /// What names a carrier for good, such as `china-mobile`.
  public typealias ID = String

  /// Its name for programs. One that only the system's list has is named after country and name.
  public var id: ID
  /// The country it is in, two letters of ISO 3166-1; absent for those of no country.
  public var country: String?
  /// Its brand.
  public var names: LocalText
  /// Other names that it is looked up by.
  public var aliases: [String]
  /// What it is.
  public var kind: Kind?
  /// The networks that a virtual one runs on: identifiers of carriers, or PLMNs.
  public var hosts: [String]
  /// The rules in `Renewal` that hold for its lines.
  public var rules: [Rule.ID]
  /// What it bills in.
  public var currency: Currency?
  /// In which order its replies write the numbers of a date.
  public var dateOrder: DateOrder?
  /// The ways to recognise it.
  public var matches: [Match]
  /// What is known of it.
  public var facts: [Fact]

  /// A carrier of which nothing but a name is known.
  public init(id: ID, country: String? = nil, names: LocalText) {
    self.id = id
    self.country = country
    self.names = names
    aliases = []
    hosts = []
    rules = []
    matches = []
    facts = []
  }

  /// What a carrier is.
  public enum Kind: String, Vocabulary {
    /// It has a network.
    case network
    /// It runs on another one's network (MVNO).
    case virtual
    /// It sells eSIMs of others, as travellers buy them.
    case reseller
  }

  /// The facts of one kind, in the order of the layers.
  public func facts(_ what: Fact.What) -> [Fact] { facts.filter { $0.what == what } }
}

extension Carrier: Encodable {}

/// One way to recognise a carrier: everything that it names has to be so.
public struct Match: Hashable, Sendable {
  /// MCC and MNC: five or six digits.
  public var plmn: String?
  /// How the IMSI begins: digits, and an `x` for any digit.
  public var imsiPrefix: String?
  /// How the ICCID begins.
  public var iccidPrefix: String?
  /// How the group identifier level 1 begins, as hexadecimal.
  public var gid1: String?
  /// How the group identifier level 2 begins, as hexadecimal.
  public var gid2: String?
  /// The service provider's name in EF.SPN, whatever its case. Where that was not read, as with a
  /// disabled profile, the name in the profile's metadata stands for it.
  public var spn: String?
  /// The service provider's name in an eSIM profile's metadata, whatever its case.
  public var provider: String?
  /// How that name begins, where sellers put a plan or a country behind their own.
  public var providerPrefix: String?
  /// The host of the SM-DP+ that the profile reports to, or the domain of several.
  public var smdp: String?
  /// Where that stands.
  public var source: Source

  /// A way to recognise a carrier that names nothing yet.
  public init(source: Source) { self.source = source }
}

extension Match: Encodable {}
