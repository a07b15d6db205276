/// EF.NETPAR: the frequencies that a phone camped on last with the card. Transparent: `A0` GSM `{80
/// frequency, 81 neighbours}`, `A1` FDD and `A2` TDD `{80 frequency and codes, 81 others}`, in units
/// of 200 kHz (3GPP TS 31.102 §4.2.57, annex C).
public struct EFNETPAR: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.NETPAR", in: .usim, identifier: 0x6FC4, .transparent(), source: "3GPP TS 31.102 §4.2.57")

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
