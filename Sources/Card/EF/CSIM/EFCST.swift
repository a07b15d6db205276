/// EF.CST: which services the CSIM has. Transparent, a bit for each (3GPP2 C.S0065 §5.2.18).
public struct EFCST: ServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.CST", in: .csim, identifier: 0x6F32, .transparent(), source: "3GPP2 C.S0065 §5.2.18",
    confidentiality: .open)

  /// None: the numbers of CDMA services matter to nothing here.
  public static let names: [Int: String] = [:]

  /// The numbers of the services that are there.
  public var services: Set<Int>

  /// Names the services.
  public init(services: Set<Int>) { self.services = services }
}
