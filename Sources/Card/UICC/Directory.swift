/// A directory of a card's file system (ETSI TS 102 221 §8.2), in the order in which a full read
/// goes through them.
public enum Directory: CaseIterable, Hashable, Sendable {
  /// The master file.
  case masterFile
  /// The USIM application (3GPP TS 31.102 §4.2).
  case usim
  /// What a USIM needs in a GSM network (3GPP TS 31.102 §4.4.3).
  case gsmAccess
  /// What a USIM knows of 5G (3GPP TS 31.102 §4.4.11).
  case fiveGS
  /// What a USIM knows of home cells and closed subscriber groups (3GPP TS 31.102 §4.4.6).
  case homeNodeB
  /// The ISIM application (3GPP TS 31.103 §4.2).
  case isim
  /// What all telecommunication applications share (3GPP TS 51.011 §10.5, TS 31.102 §4.6).
  case telecom
  /// The GSM application of a SIM (3GPP TS 51.011 §10.3).
  case gsm
  /// The CSIM application (3GPP2 C.S0065 §5.2).
  case csim
  /// The CDMA application of an R-UIM (3GPP2 C.S0023 §3.4).
  case cdma

  /// Where the path of a directory begins.
  public enum Root: Hashable, Sendable {
    /// At the master file.
    case masterFile
    /// At the application in use.
    case application
  }

  /// Its name in the specification, such as `ADF.USIM`.
  public var name: String {
    switch self {
    case .masterFile: "3F00"
    case .usim: "ADF.USIM"
    case .gsmAccess: "ADF.USIM/5F3B"
    case .fiveGS: "ADF.USIM/5FC0"
    case .homeNodeB: "ADF.USIM/5F50"
    case .isim: "ADF.ISIM"
    case .telecom: "3F00/7F10"
    case .gsm: "3F00/7F20"
    case .csim: "ADF.CSIM"
    case .cdma: "3F00/7F25"
    }
  }

  /// Where its path begins.
  public var root: Root {
    switch self {
    case .masterFile, .telecom, .gsm, .cdma: .masterFile
    case .usim, .gsmAccess, .fiveGS, .homeNodeB, .isim, .csim: .application
    }
  }

  /// File identifiers from the root down to the directory, without the root's own.
  public var path: [UInt16] {
    switch self {
    case .masterFile, .usim, .isim, .csim: []
    case .gsmAccess: [0x5F3B]
    case .fiveGS: [0x5FC0]
    case .homeNodeB: [0x5F50]
    case .telecom: [0x7F10]
    case .gsm: [0x7F20]
    case .cdma: [0x7F25]
    }
  }

  /// The application that its files belong to.
  public var application: CardApplication {
    switch self {
    case .masterFile: .mf
    case .usim, .gsmAccess, .fiveGS, .homeNodeB: .usim
    case .isim: .isim
    case .telecom: .telecom
    case .gsm: .gsm
    case .csim: .csim
    case .cdma: .cdma
    }
  }
}

/// What has files on a card: an application, or what stands for one under the master file.
public enum CardApplication: String, CaseIterable, Hashable, Sendable {
  /// The master file, 3F00.
  case mf
  /// The USIM.
  case usim
  /// The ISIM.
  case isim
  /// The CSIM.
  case csim
  /// DF.GSM of a SIM, 7F20.
  case gsm
  /// DF.TELECOM, 7F10.
  case telecom
  /// DF.CDMA of an R-UIM, 7F25.
  case cdma
}
