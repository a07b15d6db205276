/// EF.Phase: what a 2G SIM can do. Transparent, 1 byte (3GPP TS 51.011 §10.3.19).
public struct EFPhase: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.Phase", in: .gsm, identifier: 0x6FAE, .transparent(reading: 1),
    source: "3GPP TS 51.011 §10.3.19", confidentiality: .open)

  /// The byte: 0, 2, 3; others are for later phases.
  public var code: UInt8
  /// What it stands for.
  public var phase: Phase

  /// Phases of GSM.
  public enum Phase: String, Hashable, Sendable, Encodable {
    /// Phase 1.
    case phase1
    /// Phase 2.
    case phase2
    /// Phase 2 and later, with SIM Toolkit: the phone is to tell its profile.
    case phase2WithProfileDownload
    /// A later one.
    case later
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    code = try reader.byte()
    phase =
      switch code {
      case 0: .phase1
      case 2: .phase2
      case 3: .phase2WithProfileDownload
      default: .later
      }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { [code].filled(to: count) }
}
