public import FoundationEssentials

extension CardStateDocument {
  /// The document as JSON text: RFC 3339 dates, sorted members, no escaped slashes.
  public func json(pretty: Bool = true) throws -> Data {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return try encoder.encode(self)
  }

  /// Reads a document of version 1 or 2, whatever its minor version. What a card is, and what was read
  /// of it, stands in the same members in both.
  ///
  /// - Throws: `DecodingError` when the text is no such document.
  public init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(Self.self, from: json)
    guard schema == Self.schemaName,
      ["1", "2"].contains(schemaVersion.prefix(while: { $0 != "." }))
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "not a \(Self.schemaName) document of version 1 or 2"))
    }
  }
}
