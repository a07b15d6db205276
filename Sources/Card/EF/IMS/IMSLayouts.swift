/// A name of the subscription in the IMS: `80` name (3GPP TS 31.103 §4.2.2, §4.2.4).
public struct IMSIdentity: EncodableLayout {
  /// In EF.IMPI of the form `user@realm`; in EF.IMPU a SIP or tel URI.
  public var identity: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    identity = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(identity, count: count) }
}

/// EF.DOMAIN: the home network's domain in the IMS. Transparent, `80` name (3GPP TS 31.103 §4.2.3).
public struct EFDOMAIN: EncodableLayout {
  /// The domain name.
  public var domain: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    domain = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(domain, count: count) }
}

/// EF.P-CSCF: entrances to the home network's IMS, one to a record, the preferred one first: `80`,
/// then a type and an address (3GPP TS 31.103 §4.2.8).
public struct EFPCSCF: FileLayout {
  /// A domain name, or an IPv4 or IPv6 address in its usual notation.
  public var address: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let object = try BERTLV(parsing: &reader)
    guard object.tag == 0x80 else { throw ParseError(.unexpectedTag(object.tag), at: 0) }
    address = try ServerAddress.text(in: object)
  }
}

/// EF.NAFKCA: where keys for services of the network are had from, one address to a record, the
/// preferred one first: `80` domain name (3GPP TS 31.102 §4.2.87, TS 31.103 §4.2.11).
public struct EFNAFKCA: EncodableLayout {
  /// The domain name of the key centre.
  public var keyCentre: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    keyCentre = try TaggedText.text(parsing: &reader)
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(keyCentre, count: count) }
}

/// EF.GBABP: what is left of the last agreement on keys for services of the network. Transparent:
/// challenge, transaction identifier and lifetime, each behind its length (3GPP TS 31.102 §4.2.79,
/// TS 33.220). The keys are not in it.
public struct EFGBABP: FileLayout {
  /// The challenge that the keys were made from.
  public var challenge: OpaqueBytes
  /// The name of the agreement; nil where there was none.
  public var transactionIdentifier: String?
  /// Until when the keys hold, as the network wrote it; nil where there was none.
  public var keyLifetime: String?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    challenge = OpaqueBytes(try reader.bytes(Int(try reader.byte())))
    transactionIdentifier = try Self.text(parsing: &reader)
    keyLifetime = try Self.text(parsing: &reader)
  }

  private static func text(parsing reader: inout ByteReader) throws(ParseError) -> String? {
    let bytes = try reader.bytes(Int(try reader.byte()))
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

/// EF.GBANL: services of the network that keys were agreed on for, one to a record: `80` service, `81`
/// transaction identifier (3GPP TS 31.102 §4.2.83, TS 31.103 §4.2.10, TS 33.220).
public struct EFGBANL: FileLayout {
  /// The domain name of the service.
  public var service: String
  /// The protocol that the keys are for, five bytes.
  public var securityProtocol: OpaqueBytes
  /// The name of the agreement.
  public var transactionIdentifier: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    guard let name = objects.first(0x80) else { throw ParseError(.missing(0x80), at: 0) }
    guard let transaction = objects.first(0x81) else { throw ParseError(.missing(0x81), at: 0) }
    var parts = name.reader
    service = String(decoding: try parts.bytes(before: 5), as: UTF8.self)
    securityProtocol = OpaqueBytes(parts.rest())
    transactionIdentifier = transaction.text
  }
}
