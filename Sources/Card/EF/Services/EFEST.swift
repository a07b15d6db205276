/// EF.EST: which of the USIM's services that can be switched are on. Transparent, a bit for each
/// (3GPP TS 31.102 §4.2.47). With fixed dialling on, other numbers can't be called.
public struct EFEST: ServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.EST", in: .usim, identifier: 0x6F56, shortIdentifier: 0x05, .transparent(),
    source: "3GPP TS 31.102 §4.2.47", services: [2, 6, 34, 35], confidentiality: .open)

  /// All that the specification has.
  public static let names = [1: "fixedDialling", 2: "barredDialling", 3: "apnControlList"]

  /// The numbers of the services that are on.
  public var services: Set<Int>

  /// Names the services.
  public init(services: Set<Int>) { self.services = services }
}
