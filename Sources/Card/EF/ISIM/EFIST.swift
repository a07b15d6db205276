/// EF.IST: which services the ISIM has. Transparent, a bit for each (3GPP TS 31.103 §4.2.7).
public struct EFIST: ServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.IST", in: .isim, identifier: 0x6F07, shortIdentifier: 0x07, .transparent(),
    source: "3GPP TS 31.103 §4.2.7", confidentiality: .open)

  /// Services that say something of the line.
  public static let names = [
    1: "pCSCFAddress", 2: "genericBootstrapping", 3: "httpDigest", 5: "pCSCFDiscovery",
    6: "messageStorage", 7: "messageStatusReports", 8: "messagesOverIP",
    9: "communicationControl", 10: "uiccAccessToIMS", 11: "uriSupport",
    18: "imsConfiguration", 19: "xcapConfiguration",
  ]

  /// The numbers of the services that are there.
  public var services: Set<Int>

  /// Names the services.
  public init(services: Set<Int>) { self.services = services }
}
