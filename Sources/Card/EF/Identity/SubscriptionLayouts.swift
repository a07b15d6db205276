internal import Words

/// EF.ICCID: the card's number. Transparent, 10 bytes (ETSI TS 102 221 §13.2).
public struct EFICCID: EncodableLayout {
  /// The number.
  public var iccid: ICCID

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    iccid = try ICCID(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    SwappedNibbles.encode(iccid.digits, count: 10)?.filled(to: count)
  }
}

/// EF.DIR: the applications on the card, one to a record: `61 {4F AID, 50 label, 73 discretionary
/// data objects}` (ETSI TS 102 221 §13.1, ISO/IEC 7816-4 §12.2.2).
public struct EFDIR: EncodableLayout {
  /// The application that the record names.
  public var aid: AID
  /// Its label.
  public var label: String?
  /// What the application's provider adds; its meaning is the provider's.
  public var discretionaryData: [DataObject]?

  /// A data object of whose value only the provider knows the meaning.
  public struct DataObject: Hashable, Sendable, Encodable {
    /// Its tag, in hexadecimal.
    public var tag: String
    /// Its value.
    public var value: OpaqueBytes
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0x61 else {
      throw ParseError(.unexpectedTag(template.tag), at: template.offset)
    }
    let parts = try template.children()
    guard let name = parts.first(0x4F) else {
      throw ParseError(.missing(0x4F), at: template.offset)
    }
    guard (1...16).contains(name.value.count) else {
      throw ParseError(.invalid(Words("AID of \(name.value.count) bytes")), at: name.offset)
    }
    aid = AID(Array(name.value))
    label = parts.first(0x50)?.text
    // What a provider writes there need not be data objects: it must not hide the application.
    discretionaryData = parts.first(0x73).map { template in
      ((try? template.children()) ?? [template]).map {
        DataObject(tag: $0.tag.description, value: OpaqueBytes($0.value))
      }
    }
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let label = label.map { BERTLV.encode(0x50, Array($0.utf8)) } ?? []
    let objects = discretionaryData.map { objects in
      BERTLV.encode(
        0x73,
        objects.flatMap { object in
          BERTLV.encode(
            BERTLV.Tag(rawValue: UInt32(object.tag, radix: 16) ?? 0), object.value.bytes)
        })
    }
    return BERTLV.encode(0x61, BERTLV.encode(0x4F, aid.bytes), label, objects ?? [])
      .filled(to: count)
  }
}

/// EF.IMSI: the subscription's number. Transparent, 9 bytes: a length, then parity and the first
/// digit, then two digits to a byte, swapped (3GPP TS 31.102 §4.2.2, TS 24.008 §10.5.1.4).
public struct EFIMSI: EncodableLayout {
  /// The number.
  public var imsi: IMSI

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let length = Int(try reader.byte())
    guard (1...8).contains(length) else {
      throw ParseError(.invalid(Words("IMSI length of \(length)")), at: 0)
    }
    let nibbles = SwappedNibbles.digits(try reader.bytes(length))
    // The first nibble is the parity and type of an IMSI: 9 for an odd count of digits, 1 for even.
    guard let first = nibbles.first, first == "9" || first == "1",
      let imsi = IMSI(nibbles.dropFirst())
    else { throw ParseError(.invalid(Words("not an IMSI")), at: 1) }
    self.imsi = imsi
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let digits = imsi.digits
    let type = digits.count.isMultiple(of: 2) ? "1" : "9"
    let length = digits.count / 2 + 1
    return SwappedNibbles.encode(type + digits, count: length)
      .flatMap { ([UInt8(length)] + $0).filled(to: count) }
  }
}

/// EF.SPN: the service provider's name. Transparent, 17 bytes: display conditions, then the name,
/// filled up with FF (3GPP TS 31.102 §4.2.12).
public struct EFSPN: EncodableLayout {
  /// Whether the network's name is to be shown beside it at home.
  public var showsNetworkAtHome: Bool
  /// Whether it is to be hidden while roaming.
  public var isHiddenWhenRoaming: Bool
  /// The name; an empty one is there and says nothing. Nil where none was ever written.
  public var name: String?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let conditions = try reader.byte()
    showsNetworkAtHome = conditions & 0x01 != 0
    isHiddenWhenRoaming = conditions & 0x02 != 0
    let name = try reader.bytes(min(Self.nameLength, reader.count))
    self.name = name.isBlank ? nil : AlphaIdentifier.text(name)
  }

  /// The name's place; what stands behind it is not of the name.
  private static let nameLength = 16

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let conditions: UInt8 = (showsNetworkAtHome ? 0x01 : 0) | (isHiddenWhenRoaming ? 0x02 : 0)
    return AlphaIdentifier.encode(name ?? "", count: count - 1).map { [conditions] + $0 }
  }
}

/// EF.AD: administrative data. Transparent, 3 bytes and more: mode of operation, additional
/// information (2), and in the low nibble of byte 4 the length of the MNC, which old cards leave out
/// (3GPP TS 31.102 §4.2.18, TS 51.011 §10.3.18).
public struct EFAD: FileLayout {
  /// What the card is for.
  public var operationMode: OperationMode
  /// Two bytes that depend on the mode.
  public var additionalInformation: OpaqueBytes
  /// What phones are to do with the card, as the second of the two bytes has it. Nil in maintenance,
  /// where the bytes are the manufacturer's own.
  public var facilities: Facilities?
  /// Digits of the MNC, 2 or 3. Nil where the card leaves it out or holds anything else.
  public var mncLength: Int?

  /// What phones are to do, a bit for each. As JSON a list of words; a bit without a meaning here is
  /// `bit` and its number.
  public struct Facilities: OptionSet, Hashable, Sendable, Encodable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Show whether calls are ciphered.
    public static let cipheringIndicator = Facilities(rawValue: 0x01)
    /// Offer only those closed subscriber groups that the card lists.
    public static let csgDisplayControl = Facilities(rawValue: 0x02)
    /// Use ProSe, talking to phones nearby, for public safety.
    public static let proSeForPublicSafety = Facilities(rawValue: 0x04)
    /// Sleep longer between looks at the network.
    public static let extendedDRX = Facilities(rawValue: 0x08)

    /// A stable word for each facility.
    public var words: [String] {
      let names = [
        "cipheringIndicator", "csgDisplayControl", "proSeForPublicSafety", "extendedDRX",
      ]
      return (0..<8).filter { rawValue & (1 << $0) != 0 }.map {
        names.dropFirst($0).first ?? "bit\($0 + 1)"
      }
    }

    /// Writes the words.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(words)
    }
  }

  /// What a card is for.
  public struct OperationMode: RawRepresentable, Hashable, Sendable, Encodable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any byte.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A subscriber's card.
    public static let normal = OperationMode(rawValue: 0x00)

    /// A stable word.
    public var word: String {
      switch rawValue {
      case 0x00: "normal"
      case 0x01: "normalWithSpecificFacilities"
      case 0x02: "maintenance"
      case 0x04: "cellTest"
      case 0x80: "typeApproval"
      case 0x81: "typeApprovalWithSpecificFacilities"
      default: "mode" + [rawValue].hex
      }
    }

    /// Writes the word.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(word)
    }
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    operationMode = OperationMode(rawValue: try reader.byte())
    let information = Array(try reader.bytes(2))
    additionalInformation = OpaqueBytes(information)
    // Bit 2 of the mode: what follows is the manufacturer's own.
    facilities =
      operationMode.rawValue & 0x02 == 0 ? information.last.map(Facilities.init(rawValue:)) : nil
    let length = try? reader.byte() & 0x0F
    mncLength = length == 2 || length == 3 ? length.map(Int.init) : nil
  }
}

/// EF.ACC: the access control classes of the subscription. Transparent, 2 bytes, class 15 first
/// (3GPP TS 31.102 §4.2.15). Ordinary subscriptions have one of 0 to 9; 11 to 15 are special.
public struct EFACC: EncodableLayout {
  /// The classes, in ascending order.
  public var classes: [Int]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.unsigned(2)
    classes = (0..<16).filter { bits & (1 << $0) != 0 }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard classes.allSatisfy((0..<16).contains) else { return nil }
    let bits = classes.reduce(UInt16(0)) { $0 | 1 << $1 }
    return [UInt8(bits >> 8), UInt8(truncatingIfNeeded: bits)].filled(to: count)
  }
}

/// A group of cards: bytes of the issuer's choice, filled up with FF. Carriers are told apart by
/// how they begin.
public struct GroupIdentifier: EncodableLayout {
  /// The bytes, without those that fill the file up.
  public var identifier: OpaqueBytes

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    identifier = OpaqueBytes(([try reader.byte()] + reader.rest()).withoutFilling)
  }

  /// The identifier as bytes.
  public func encoded(count: Int) -> [UInt8]? { identifier.bytes.filled(to: count) }
}
