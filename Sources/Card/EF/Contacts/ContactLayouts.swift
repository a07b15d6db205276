/// EF.BDN: numbers that may not be called while barred dialling is on, one to a record: name and
/// number, then the record of EF.CMI that says how they compare (3GPP TS 31.102 §4.2.44).
public struct EFBDN: EncodableLayout {
  /// Name and number.
  public var entry: DiallingNumberRecord
  /// The record of EF.CMI.
  public var comparisonRecord: UInt8?

  /// Understands one record: the name is what goes before its last 15 bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let name = try reader.bytes(before: DiallingNumberRecord.fixedCount + 1)
    entry = try DiallingNumberRecord(name: name, parsing: &reader)
    let record = try reader.byte()
    comparisonRecord = record == 0xFF ? nil : record
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    entry.encoded(count: count - 1).map { $0 + [comparisonRecord ?? 0xFF] }
  }

  /// Writes name and number, and the record beside them.
  public func encode(to encoder: any Encoder) throws {
    try entry.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(comparisonRecord, forKey: .comparisonRecord)
  }

  private enum CodingKeys: String, CodingKey {
    case comparisonRecord
  }
}

/// EF.ECC: emergency numbers, one to a record: up to six digits in 3 bytes, a name, and a bit mask
/// of services in the last byte (3GPP TS 31.102 §4.2.21, TS 24.008 §10.5.4.33). The GSM application
/// has ``EmergencyNumbers`` in its place.
public struct EFECC: EncodableLayout {
  /// The number.
  public var number: String
  /// Its name.
  public var name: String?
  /// The services it is for. None means that the network chooses.
  public var services: Services

  /// Emergency services, a bit for each. As JSON a list of words.
  public struct Services: OptionSet, Hashable, Sendable, Encodable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A stable word for each service.
    public var words: [String] {
      let names = [
        "police", "ambulance", "fireBrigade", "marineGuard", "mountainRescue", "manualECall",
        "automaticECall",
      ]
      return names.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element)
    }

    /// Writes the words.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(words)
    }
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    number = SwappedNibbles.digits(try reader.bytes(3))
    let text = AlphaIdentifier.text(try reader.bytes(before: 1))
    name = text.isEmpty ? nil : text
    services = Services(rawValue: try reader.byte())
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let digits = SwappedNibbles.encode(number, count: 3),
      let alpha = AlphaIdentifier.encode(name ?? "", count: count - 4)
    else { return nil }
    return digits + alpha + [services.rawValue]
  }
}

/// EF.ECC of a 2G SIM: emergency numbers of up to six digits, 3 bytes each (3GPP TS 51.011
/// §10.3.27).
public struct EmergencyNumbers: EncodableLayout {
  /// The numbers.
  public var numbers: [String]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    numbers = []
    repeat {
      let digits = SwappedNibbles.digits(try reader.bytes(3))
      if !digits.isEmpty { numbers.append(digits) }
    } while reader.count >= 3
  }

  /// The file as bytes, without gaps.
  public func encoded(count: Int) -> [UInt8]? {
    let codes = numbers.compactMap { SwappedNibbles.encode($0, count: 3) }
    return codes.count == numbers.count ? codes.flatMap { $0 }.filled(to: count) : nil
  }
}

/// EF.MBI: which record of EF.MBDN has the number of which mailbox, a record for each of the
/// subscriber's profiles (3GPP TS 31.102 §4.2.62).
public struct EFMBI: EncodableLayout {
  /// The record with the number of voice mail; nil where there is none.
  public var voicemail: UInt8?
  /// The record with the number for fax.
  public var fax: UInt8?
  /// The record with the number for electronic mail.
  public var email: UInt8?
  /// The record with the number for others.
  public var other: UInt8?
  /// The record with the number of video mail.
  public var videomail: UInt8?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    voicemail = Self.record(try reader.byte())
    fax = Self.record(try reader.byte())
    email = Self.record(try reader.byte())
    other = Self.record(try reader.byte())
    // Video mail came later: records may end before it.
    videomail = (try? reader.byte()).flatMap(Self.record)
  }

  private static func record(_ number: UInt8) -> UInt8? {
    (0x01...0xFE).contains(number) ? number : nil
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ([voicemail, fax, email, other].map { $0 ?? 0 } + [videomail].compactMap { $0 })
      .filled(to: count)
  }
}

/// EF.CFIS: whether calls are forwarded whatever happens, and where to, a record for each of the
/// subscriber's profiles: profile, a bit for each kind of call, length of the number, type and plan,
/// ten bytes of digits, two records of other files (3GPP TS 31.102 §4.2.64).
public struct EFCFIS: FileLayout {
  /// The profile, 1 to 4.
  public var profile: UInt8
  /// Which calls are forwarded: `voice`, `fax`, `data`; `bit` and its number for others.
  public var forwarded: [String]
  /// Where they go, as far as the phone noted it.
  public var number: DiallingNumber?
  /// The record of EF.CCP2 that says what the number can do.
  public var capabilityRecord: UInt8?
  /// The record of EF.EXT7 with further digits.
  public var extensionRecord: UInt8?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    profile = try reader.byte()
    let bits = try reader.byte()
    let names = ["voice", "fax", "data"]
    forwarded = (0..<8).filter { bits & (1 << $0) != 0 }.map {
      names.dropFirst($0).first ?? "bit\($0 + 1)"
    }
    let entry = try DiallingNumberRecord(name: [], parsing: &reader)
    number = entry.number
    capabilityRecord = entry.capabilityRecord
    extensionRecord = entry.extensionRecord
  }
}
