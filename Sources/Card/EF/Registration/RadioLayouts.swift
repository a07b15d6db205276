/// EF.START-HFN: how far the keys of 3G are used up. Transparent, 6 bytes: 20 bits for calls, 20
/// bits for data, unused nibbles F (3GPP TS 31.102 §4.2.51).
public struct EFSTARTHFN: EncodableLayout {
  /// START of the keys for calls. Zero: no 3G network was ever used for them.
  public var startCS: UInt32
  /// START of the keys for data. Zero: no 3G network was ever used for them.
  public var startPS: UInt32

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    startCS = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
    startPS = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [startCS, startPS].flatMap { ThreeBytes.encode($0 | 0xF0_0000) }.filled(to: count)
  }
}

/// EF.THRESHOLD: how far the keys of 3G may be used up. Transparent, 3 bytes of which 20 bits count
/// (3GPP TS 31.102 §4.2.52).
public struct EFTHRESHOLD: EncodableLayout {
  /// The START at which new keys are due.
  public var maximumStart: UInt32

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    maximumStart = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ThreeBytes.encode(maximumStart | 0xF0_0000).filled(to: count)
  }
}

/// EF.NETPAR: the frequencies that a phone camped on last with the card. Transparent: `A0` GSM `{80
/// frequency, 81 neighbours}`, `A1` FDD and `A2` TDD `{80 frequency and codes, 81 others}`, in units
/// of 200 kHz (3GPP TS 31.102 §4.2.57, annex C).
public struct EFNETPAR: FileLayout {
  /// What was noted, by technology. Something in it means that a phone has camped with the card.
  public var cells: [Cell]

  /// What was noted for a technology.
  public struct Cell: Hashable, Sendable, Encodable {
    /// The technology: `gsm`, `utranFDD`, `utranTDD`, or its tag.
    public var technology: String
    /// The carrier the phone received, in kilohertz.
    public var frequency: UInt32?
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    cells = []
    for object in try BERTLV.sequence(parsing: reader) {
      guard var carrier = try object.children().first(0x80)?.reader else { continue }
      let channel = try carrier.unsigned(2)
      let technology =
        switch object.tag {
        case 0xA0: "gsm"
        case 0xA1: "utranFDD"
        case 0xA2: "utranTDD"
        default: "\(object.tag)"
        }
      cells.append(
        Cell(technology: technology, frequency: channel == 0xFFFF ? nil : UInt32(channel) * 200))
    }
  }

  /// Whether a phone has camped with the card.
  public var isCamped: Bool { cells.contains { $0.frequency != nil } }
}

/// EF.EARFCNList: on which carriers of LTE a device for machines looks first, and where: `A0 {80
/// carrier 4, 81 polygon, a corner 6}` each (3GPP TS 31.102 §4.2.112).
public struct EFEARFCNList: FileLayout {
  /// The carriers.
  public var carriers: [Carrier]

  /// A carrier and where it is.
  public struct Carrier: Hashable, Sendable, Encodable {
    /// Its number (3GPP TS 36.101 §5.7.3).
    public var earfcn: UInt32
    /// Where it is: the corners of polygons.
    public var areas: [[Position]]
  }

  /// A place: latitude 3 bytes, a sign and 23 bits, longitude 3 bytes in two's complement (3GPP
  /// TS 23.032 §6.1).
  public struct Position: Hashable, Sendable, Encodable {
    /// Degrees to the north.
    public var latitude: Double
    /// Degrees to the east.
    public var longitude: Double

    init(parsing reader: inout ByteReader) throws(ParseError) {
      let north = try reader.unsigned(3)
      let east = try reader.unsigned(3)
      let size = Double(north & 0x7F_FFFF) * 90 / 0x80_0000
      latitude = north & 0x80_0000 == 0 ? size : -size
      longitude = (Double(east) - (east & 0x80_0000 == 0 ? 0 : 0x100_0000)) * 360 / 0x100_0000
    }
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    carriers = []
    for object in try BERTLV.sequence(parsing: reader) where object.tag == 0xA0 {
      let parts = try object.children()
      guard let number = parts.first(0x80) else {
        throw ParseError(.missing(0x80), at: object.offset)
      }
      var areas: [[Position]] = []
      for polygon in parts where polygon.tag == 0x81 {
        var corners = polygon.reader
        var area: [Position] = []
        while !corners.isAtEnd { area.append(try Position(parsing: &corners)) }
        areas.append(area)
      }
      carriers.append(Carrier(earfcn: try number.number(), areas: areas))
    }
  }
}
