/// A directory of a card's file system (ETSI TS 102 221 §8.2).
public struct Directory: Hashable, Sendable {
  /// Its name in the specification, such as `ADF.USIM`.
  public var name: String
  /// Where its path begins.
  public var root: Root
  /// File identifiers from the root down to the directory, without the root's own.
  public var path: [UInt16]

  /// Where the path of a directory begins.
  public enum Root: Hashable, Sendable {
    /// At the master file.
    case masterFile
    /// At the application in use.
    case application
  }

  /// The master file.
  public static let masterFile = Directory(name: "3F00", root: .masterFile, path: [])
  /// The USIM application (3GPP TS 31.102 §4.2).
  public static let usim = Directory(name: "ADF.USIM", root: .application, path: [])
  /// What a USIM knows of 5G (3GPP TS 31.102 §4.4.11).
  public static let fiveGS = Directory(
    name: "ADF.USIM/5FC0", root: .application, path: [0x5FC0])
  /// What a USIM needs in a GSM network (3GPP TS 31.102 §4.4.3).
  public static let gsmAccess = Directory(
    name: "ADF.USIM/5F3B", root: .application, path: [0x5F3B])
  /// The ISIM application (3GPP TS 31.103 §4.2).
  public static let isim = Directory(name: "ADF.ISIM", root: .application, path: [])
  /// The CSIM application (3GPP2 C.S0065 §5.2).
  public static let csim = Directory(name: "ADF.CSIM", root: .application, path: [])
  /// What all telecommunication applications share (3GPP TS 51.011 §10.5, TS 31.102 §4.6).
  public static let telecom = Directory(name: "3F00/7F10", root: .masterFile, path: [0x7F10])
  /// The GSM application of a SIM (3GPP TS 51.011 §10.3).
  public static let gsm = Directory(name: "3F00/7F20", root: .masterFile, path: [0x7F20])
  /// The CDMA application of an R-UIM (3GPP2 C.S0023 §3.4).
  public static let cdma = Directory(name: "3F00/7F25", root: .masterFile, path: [0x7F25])
}
