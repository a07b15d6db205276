/// EF.HPPLMN: how often a phone looks for a better network while roaming at home or abroad.
/// Transparent, 1 byte, units of six minutes (3GPP TS 31.102 §4.2.6, TS 22.011 §3.2.2.5).
public struct EFHPPLMN: EncodableLayout {
  /// The time between two searches, in minutes; 0 means that there are none.
  public var searchInterval: Int

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    searchInterval = 6 * Int(try reader.byte())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    UInt8(exactly: searchInterval / 6).flatMap { [$0].filled(to: count) }
  }
}

/// EF.SPDI: networks in which the service provider's name is shown as at home. Transparent,
/// `A3 {80 networks}`, 3 bytes each (3GPP TS 31.102 §4.2.66).
public struct EFSPDI: EncodableLayout {
  /// The networks.
  public var plmns: [PLMN]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0xA3 else { throw ParseError(.unexpectedTag(template.tag), at: 0) }
    guard let list = try template.children().first(0x80) else {
      throw ParseError(.missing(0x80), at: template.offset)
    }
    var networks = list.reader
    plmns = networks.isAtEnd ? [] : try PLMNList(parsing: &networks).plmns
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    BERTLV.encode(0xA3, BERTLV.encode(0x80, plmns.flatMap(\.encoded))).filled(to: count)
  }
}

/// EF.PNN: names of networks, one network to a record, which EF.OPL refers to; the first is the
/// home network's: `43` full name, `45` short name, `80` more (3GPP TS 31.102 §4.2.58).
public struct EFPNN: FileLayout {
  /// The full name.
  public var fullName: NetworkName?
  /// The short name.
  public var shortName: NetworkName?
  /// What is shown beside it when networks are chosen by hand.
  public var additionalInformation: String?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    for object in try BERTLV.sequence(parsing: reader) {
      var value = object.reader
      switch object.tag {
      case 0x43: fullName = try NetworkName(parsing: &value)
      case 0x45: shortName = try NetworkName(parsing: &value)
      case 0x80: additionalInformation = AlphaIdentifier.text(object.value)
      default: break
      }
    }
  }
}

/// EF.OPL and EF.OPL5G: which name of EF.PNN a network has where: network, first and last area code
/// (2 bytes each, in 5G 3), record. 0000 to FFFE or 000000 to FFFFFE means everywhere (3GPP TS 31.102
/// §4.2.59, §4.4.11.9).
public struct OperatorPLMN: EncodableLayout {
  /// The networks meant.
  public var plmn: PLMNPattern
  /// The first location or tracking area code meant.
  public var firstArea: UInt32
  /// The last location or tracking area code meant.
  public var lastArea: UInt32
  /// The record of EF.PNN with the name; 0 where the name comes from elsewhere.
  public var nameRecord: UInt8
  private var areaBytes: Int

  /// Understands a record of EF.OPL.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    try self.init(parsing: &reader, areaBytes: 2)
  }

  /// Understands a record of EF.OPL5G.
  static func fiveG(_ reader: inout ByteReader) throws(ParseError) -> OperatorPLMN {
    try OperatorPLMN(parsing: &reader, areaBytes: 3)
  }

  private init(parsing reader: inout ByteReader, areaBytes: Int) throws(ParseError) {
    plmn = try PLMNPattern(parsing: &reader)
    firstArea = UInt32(try reader.unsigned(areaBytes))
    lastArea = UInt32(try reader.unsigned(areaBytes))
    nameRecord = try reader.byte()
    self.areaBytes = areaBytes
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let areas = [firstArea, lastArea].flatMap { ThreeBytes.encode($0).suffix(areaBytes) }
    return (plmn.encoded + areas + [nameRecord]).filled(to: count)
  }

  private enum CodingKeys: String, CodingKey {
    case plmn, firstArea, lastArea, nameRecord
  }
}

/// EF.EHPLMNPI: which of the networks that count as home are shown when networks are chosen by hand.
/// Transparent, 1 byte (3GPP TS 31.102 §4.2.85).
public struct EFEHPLMNPI: EncodableLayout {
  /// What is shown: `noPreference`, `highestPriority` alone or `all`; `code` and the byte for others.
  public var presentation: String
  private var code: UInt8

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    code = try reader.byte()
    let names = ["noPreference", "highestPriority", "all"]
    presentation = names.dropFirst(Int(code)).first ?? "code" + [code].hex
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { [code].filled(to: count) }

  private enum CodingKeys: String, CodingKey {
    case presentation
  }
}

/// EF.PWS: which public warnings phones pass over. Transparent, 1 byte and more (3GPP TS 31.102
/// §4.2.96, TS 22.268).
public struct EFPWS: EncodableLayout {
  /// Whether all warnings are passed over in the home network and its equals.
  public var ignoresWarningsAtHome: Bool
  /// Whether all warnings are passed over in other networks.
  public var ignoresWarningsWhenRoaming: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.byte()
    ignoresWarningsAtHome = bits & 0x01 != 0
    ignoresWarningsWhenRoaming = bits & 0x02 != 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let bits: UInt8 = (ignoresWarningsAtHome ? 0x01 : 0) | (ignoresWarningsWhenRoaming ? 0x02 : 0)
    return count < 1 ? nil : [bits] + Array(repeating: 0, count: count - 1)
  }
}
