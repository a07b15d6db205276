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
  /// The GSM application of a SIM (3GPP TS 51.011 §10.3).
  public static let gsm = Directory(name: "3F00/7F20", root: .masterFile, path: [0x7F20])
}
