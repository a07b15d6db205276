/// EF.CST of an R-UIM: which services the CDMA application has. Transparent, two bits for each
/// (3GPP2 C.S0023 §3.4.18).
public struct EFRUIMCST: TwoBitServiceTableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.CST", in: .cdma, identifier: 0x6F32, .transparent(), source: "3GPP2 C.S0023 §3.4.18",
    confidentiality: .open)

  /// Services that say something of the line, its contacts or messages.
  public static let names = [
    1: "pinCanBeDisabled", 2: "abbreviatedDialling", 3: "fixedDialling", 4: "messageStorage",
    12: "messageParameters", 13: "lastNumberDialled", 17: "serviceProviderName",
    18: "serviceDialling", 44: "groupIdentifier1", 45: "groupIdentifier2",
  ]

  /// The numbers of the services that the card has.
  public var allocated: Set<Int>
  /// The numbers of the services that are switched on.
  public var activated: Set<Int>

  /// Names the services.
  public init(allocated: Set<Int>, activated: Set<Int>) {
    self.allocated = allocated
    self.activated = activated
  }
}
