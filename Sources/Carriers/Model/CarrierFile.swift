import FoundationEssentials
public import Renewal

/// A file of carriers: JSON as `Docs/schema/carriers.schema.json` describes it.
public struct CarrierFile: Equatable, Sendable {
  /// What every such file carries in `schema`.
  public static let schemaName = "cardinfo.carriers"
  /// The version of the format that this library reads, major and minor.
  public static let schemaVersion = "1.0"

  /// The carriers in it, in their order.
  public let carriers: [Carrier]

  /// Reads a file, or says of every carrier in it what is wrong and where.
  ///
  /// - Parameters:
  ///   - text: what stands in the file, UTF-8.
  ///   - name: the file's name, for messages.
  ///   - layer: whose file it is.
  public init(
    reading text: some Collection<UInt8>, name: String, layer: Layer
  ) throws(DataFileError) {
    var reading = try DataFileReading(text, name: name)
    let document = reading.decode(CarrierDocument.self)
    if let country = document?.country, !country.isCountryCode {
      reading.add(
        "\"\(country)\" is not a country; allowed: two letters of ISO 3166-1",
        at: [.member("country")])
    }
    var carriers: [Carrier] = []
    for (written, path) in reading.values(of: document?.carriers ?? [], at: "carriers") {
      for flaw in written.flaws { reading.add(flaw.message, at: path + flaw.path) }
      let carrier = written.carrier(in: document?.country, layer: layer)
      if carriers.contains(where: { $0.id == carrier.id }) {
        reading.add(
          "a carrier named \"\(carrier.id)\" stands above already", at: path + [.member("id")])
      }
      carriers.append(carrier)
    }
    try reading.check()
    self.carriers = carriers
  }

  /// Reads a file that came with the program, which a test has read strictly: in half the time,
  /// and with the strict reader's words if that fails all the same.
  init(shipped text: [UInt8], name: String) throws(DataFileError) {
    guard let document = try? JSONDecoder().decode(CarrierDocument.self, from: Data(text)) else {
      self = try CarrierFile(reading: text, name: name, layer: .shipped)
      return
    }
    carriers = document.carriers.compactMap {
      try? $0.result.get().carrier(in: document.country, layer: .shipped)
    }
  }
}

/// The outer form of a file of carriers.
private struct CarrierDocument: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaReference = "$schema"
    case schema, schemaVersion, country, carriers
  }

  let country: String?
  let carriers: [Attempt<WrittenCarrier>]

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    try container.expect(CarrierFile.schemaName, at: .schema) { _ in "not a file of carriers" }
    try container.expect(CarrierFile.schemaVersion, at: .schemaVersion) {
      "version \($0) is not read here"
    }
    country = try container.decodeIfPresent(String.self, forKey: .country)
    carriers = try container.decode([Attempt<WrittenCarrier>].self, forKey: .carriers)
  }
}
