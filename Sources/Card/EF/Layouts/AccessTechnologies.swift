/// Radio access technologies, 16 bits (3GPP TS 31.102 §4.2.5). As JSON a list of words.
public struct AccessTechnologies: OptionSet, Hashable, Sendable, Encodable {
  /// The two bytes.
  public var rawValue: UInt16

  /// Keeps any bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// UMTS.
  public static let utran = AccessTechnologies(rawValue: 0x8000)
  /// LTE, narrowed down by the two bits below it.
  public static let eUTRAN = AccessTechnologies(rawValue: 0x4000)
  /// 5G.
  public static let ngRAN = AccessTechnologies(rawValue: 0x0800)
  /// GSM, narrowed down by bits 4 and 3 of its byte.
  public static let gsm = AccessTechnologies(rawValue: 0x0080)

  /// A stable word for each technology; bits without a name are left out.
  public var words: [String] {
    let named: [(UInt16, String)] = [
      (0x8000, "utran"), (0x4000, eUTRANWord), (0x0800, "ngRAN"), (0x0400, "satelliteNGRAN"),
      (0x0200, "satelliteEUTRANWideband"), (0x0100, "satelliteEUTRANNarrowband"),
      (0x0080, gsmWord), (0x0040, "gsmCompact"), (0x0020, "cdma2000HRPD"),
      (0x0010, "cdma20001xRTT"),
    ]
    return named.filter { rawValue & $0.0 != 0 }.map(\.1)
  }

  /// LTE as a whole, or only its wide-band (WB-S1) or narrow-band (NB-S1, NB-IoT) mode: bits 6 and 5
  /// of the first byte, of which both mean what none means (table 4.2.5.1).
  private var eUTRANWord: String {
    switch rawValue & 0x3000 {
    case 0x1000: "eUTRANNarrowband"
    case 0x2000: "eUTRANWideband"
    default: "eUTRAN"
    }
  }

  /// GSM as a whole, or only with or without its mode for things (EC-GSM-IoT): bits 4 and 3 of the
  /// second byte, of which both mean what none means (table 4.2.5.2).
  private var gsmWord: String {
    switch rawValue & 0x000C {
    case 0x0004: "gsmWithoutECGSMIoT"
    case 0x0008: "ecGSMIoT"
    default: "gsm"
    }
  }

  /// Writes the words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(words)
  }
}
