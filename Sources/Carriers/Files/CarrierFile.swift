import FoundationEssentials
public import Renewal

/// A file of carriers and their rules: JSON as `Docs/schema/carriers.schema.json` describes it.
public struct CarrierFile: Equatable, Sendable {
  /// What every such file carries in `schema`.
  public static let schemaName = "cardinfo.carriers"
  /// The version of the format that this library reads, major and minor.
  public static let schemaVersion = "2.0"

  /// The country of its carriers, two letters of ISO 3166-1; absent for those of none.
  public let country: String?
  /// In which order dates are written in that country.
  public let dateOrder: DateOrder?
  /// The carriers in it, in their order.
  public let carriers: [Carrier]
  /// The rules in it, in their order: those that belong to no single carrier first.
  public let rules: [Rule]

  /// Reads a file, or says of every carrier and rule in it what is wrong and where.
  ///
  /// Names of rules that stand in other files are not followed here.
  ///
  /// - Parameters:
  ///   - text: what stands in the file, UTF-8.
  ///   - name: the file's name, for messages.
  ///   - layer: whose file it is.
  public init(
    reading text: some Collection<UInt8>, name: String, layer: Source.Layer
  ) throws(DataFileError) {
    self = try CheckedCarrierFile(reading: text, name: name, layer: layer).file
  }

  /// Reads a part of a file that came with the program, which a test has read strictly: in half the
  /// time, and with the strict reader's words if that fails all the same.
  init(shipped text: [UInt8], name: String, _ part: Part) throws(DataFileError) {
    if let document = Self.document(text, part) {
      self.init(document, .shipped)
    } else {
      try self.init(reading: text, name: name, layer: .shipped)
    }
  }

  /// Reads a part of some elements of a file that came with the program, by their places in `pieces`: what
  /// stands beside them, and each by itself; nil where that can't be read.
  static func elements(
    _ part: Part, at places: [Int], of pieces: JSONPieces
  ) -> (head: CarrierFile, elements: [CarrierFile])? {
    guard let document = document(pieces.text(keeping: places), part) else { return nil }
    let elements = elements(of: document, .shipped)
    return elements.count == places.count ? (CarrierFile(headOf: document), elements) : nil
  }

  private static func document(_ text: [UInt8], _ part: Part) -> CarrierDocument? {
    let decoder = JSONDecoder()
    if let key = Part.key { decoder.userInfo[key] = part }
    let document = try? decoder.decode(CarrierDocument.self, from: Data(text))
    return document?.isWhole == true ? document : nil
  }

  /// Reads a part of a file that came with the program.
  init(_ file: ShippedFile, _ part: Part) throws(DataFileError) {
    try self.init(shipped: file.text, name: file.name, part)
  }

  /// What can be read of a file without the rest, which takes half of the time.
  enum Part {
    /// The carriers, of whose rules only the names.
    case carriers
    /// The rules, of whose carriers only the names.
    case rules

    fileprivate static let key = CodingUserInfoKey(rawValue: "part")
  }

  /// A file without anything in it.
  static let empty = CarrierFile(country: nil, dateOrder: nil, carriers: [], rules: [])

  private init(country: String?, dateOrder: DateOrder?, carriers: [Carrier], rules: [Rule]) {
    self.country = country
    self.dateOrder = dateOrder
    self.carriers = carriers
    self.rules = rules
  }

  /// What a document says; without what can't be read in it, and what names a source that isn't
  /// there.
  init(_ document: CarrierDocument, _ layer: Source.Layer) {
    self = CarrierFile(headOf: document).adding(Self.elements(of: document, layer))
  }

  private init(headOf document: CarrierDocument) {
    self.init(
      country: document.country, dateOrder: document.dateOrder, carriers: [], rules: [])
  }

  /// Each of the rules of a document, then each of its carriers.
  private static func elements(
    of document: CarrierDocument, _ layer: Source.Layer
  ) -> [CarrierFile] {
    let sources = document.sources.mapValues { $0.source(in: layer) }
    let rules = document.rules.map { attempt in
      let written = try? attempt.result.get()
      let rule = written?.rule(of: nil, in: document.country, citing: sources)
      return empty.adding([], [rule].compactMap { $0 })
    }
    return rules
      + document.carriers.map { attempt in
        guard let written = try? attempt.result.get() else { return empty }
        let (carrier, own) = written.carrier(in: document.country, layer: layer, citing: sources)
        return empty.adding([carrier], own)
      }
  }

  /// The same file with elements of it that were read by themselves.
  func adding(_ elements: [CarrierFile]) -> CarrierFile {
    adding(elements.flatMap(\.carriers), elements.flatMap(\.rules))
  }

  private func adding(_ more: [Carrier], _ told: [Rule]) -> CarrierFile {
    CarrierFile(
      country: country, dateOrder: dateOrder, carriers: carriers + more, rules: rules + told)
  }
}

/// The outer form of a file of carriers.
struct CarrierDocument: Decodable {
  let country: String?
  let dateOrder: DateOrder?
  /// What all in the file can cite.
  let sources: [String: WrittenSource]
  /// The rules that several carriers have, and those that any carrier's line can live by.
  let rules: [Attempt<WrittenRule>]
  let carriers: [Attempt<WrittenCarrier>]

  /// Whether all in it can be read.
  var isWhole: Bool {
    rules.allSatisfy { $0.result.isSuccess } && carriers.allSatisfy { $0.result.isSuccess }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaReference = "$schema"
    case schema, schemaVersion, country, dateOrder, sources, rules, carriers
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    try container.expect(CarrierFile.schemaName, at: .schema) { _ in "not a file of carriers" }
    try container.expect(CarrierFile.schemaVersion, at: .schemaVersion) {
      "version \($0) is not read here"
    }
    country = try container.decodeIfPresent(String.self, forKey: .country)
    dateOrder = try container.decodeIfPresent(DateOrder.self, forKey: .dateOrder)
    sources = try container.decodeIfPresent([String: WrittenSource].self, forKey: .sources) ?? [:]
    rules = try container.decodeIfPresent([Attempt<WrittenRule>].self, forKey: .rules) ?? []
    carriers = try container.decode([Attempt<WrittenCarrier>].self, forKey: .carriers)
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}

extension Decoder {
  /// The part of a file that is wanted; nil for all of it.
  var wantedPart: CarrierFile.Part? {
    CarrierFile.Part.key.flatMap { userInfo[$0] as? CarrierFile.Part }
  }
}
