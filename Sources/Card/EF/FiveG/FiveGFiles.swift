/// Files that say how a subscription goes about 5G, beside those of registration.
enum FiveGFiles {
  /// Declares them.
  static func declare(_ file: inout FileList) {
    file(
      "EF.UAC_AIC", EFUACAIC.self, in: .fiveGS, 0x4F06, sfi: 0x06, .transparent(reading: 4),
      "3GPP TS 31.102 §4.4.11.7", services: [126], .open)
    // It is there where phones conceal the number, not the card.
    file(
      "EF.SUCI_Calc_Info", EFSUCICalcInfo.self, in: .fiveGS, 0x4F07, sfi: 0x07, .transparent(),
      "3GPP TS 31.102 §4.4.11.8", services: [124], .open)
    file(
      "EF.OPL5G", OperatorPLMN.self, in: .fiveGS, 0x4F08, sfi: 0x08, .linearFixed,
      "3GPP TS 31.102 §4.4.11.9", services: [129], .open, decoder: OperatorPLMN.fiveG)
    file(
      "EF.SUPI_NAI", EFSUPINAI.self, in: .fiveGS, 0x4F09, sfi: 0x09, .transparent(),
      "3GPP TS 31.102 §4.4.11.10", services: [130])
    file(
      "EF.Routing_Indicator", EFRoutingIndicator.self, in: .fiveGS, 0x4F0A, sfi: 0x0A,
      .transparent(reading: 4), "3GPP TS 31.102 §4.4.11.11", services: [124], .open)
  }
}

/// EF.UAC_AIC: which access identities for urgent services the subscription has. Transparent, 4
/// bytes, of which bits 1 and 2 of the first have a meaning (3GPP TS 31.102 §4.4.11.7).
public struct EFUACAIC: EncodableLayout {
  /// Whether the Multimedia Priority Service is for it.
  public var hasMultimediaPriority: Bool
  /// Whether Mission Critical Services are for it.
  public var hasMissionCritical: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.byte()
    hasMultimediaPriority = bits & 0x01 != 0
    hasMissionCritical = bits & 0x02 != 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let bits: UInt8 = (hasMultimediaPriority ? 0x01 : 0) | (hasMissionCritical ? 0x02 : 0)
    return count < 1 ? nil : [bits] + Array(repeating: 0, count: count - 1)
  }
}

/// EF.SUCI_Calc_Info: how phones conceal the subscription's number in 5G. Transparent: `A0` pairs of
/// protection scheme and key index, the first preferred; `A1` the home network's public keys, each
/// `80` identifier and `81` key (3GPP TS 31.102 §4.4.11.8).
public struct EFSUCICalcInfo: FileLayout {
  /// The schemes, the preferred one first.
  public var schemes: [Scheme]
  /// The identifiers of the home network's public keys.
  public var publicKeyIdentifiers: [UInt32]

  /// A way to conceal a number.
  public struct Scheme: Hashable, Sendable, Encodable {
    /// `null` (the number stays readable), `profileA`, `profileB` or the code.
    public var scheme: String
    /// Which of the public keys goes with it, from 1; 0 for none.
    public var keyIndex: UInt8
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    guard let list = objects.first(0xA0) else { throw ParseError(.missing(0xA0), at: 0) }
    schemes = []
    var pairs = list.reader
    while pairs.count >= 2 {
      let code = try pairs.byte()
      let names = ["null", "profileA", "profileB"]
      let name = names.dropFirst(Int(code)).first ?? "scheme" + [code].hex
      schemes.append(Scheme(scheme: name, keyIndex: try pairs.byte()))
    }
    publicKeyIdentifiers = []
    for object in try objects.first(0xA1)?.children() ?? [] where object.tag == 0x80 {
      publicKeyIdentifiers.append(try object.number())
    }
  }
}

/// EF.SUPI_NAI: the subscription's name in 5G where it is no IMSI. Transparent: `80` network
/// specific identifier, `81` global line identifier, `82` global cable identifier (3GPP TS 31.102
/// §4.4.11.10).
public struct EFSUPINAI: EncodableLayout {
  /// A name of the form `user@realm`.
  public var networkSpecificIdentifier: String?
  /// The name of a fixed line.
  public var globalLineIdentifier: String?
  /// The name of a cable line.
  public var globalCableIdentifier: String?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    networkSpecificIdentifier = objects.first(0x80)?.text
    globalLineIdentifier = objects.first(0x81)?.text
    globalCableIdentifier = objects.first(0x82)?.text
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let names: [(BERTLV.Tag, String?)] = [
      (0x80, networkSpecificIdentifier), (0x81, globalLineIdentifier),
      (0x82, globalCableIdentifier),
    ]
    return names.flatMap { tag, name in name.map { BERTLV.encode(tag, Array($0.utf8)) } ?? [] }
      .filled(to: count)
  }
}

/// EF.Routing_Indicator: by which digits the home network's part for the subscriber is found in 5G.
/// Transparent, 4 bytes: up to four digits in two, swapped, filled up with F; two for later (3GPP
/// TS 31.102 §4.4.11.11).
public struct EFRoutingIndicator: EncodableLayout {
  /// One to four digits.
  public var digits: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    digits = SwappedNibbles.digits(try reader.bytes(2))
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    SwappedNibbles.encode(digits, count: 2)?.filled(to: count)
  }
}
