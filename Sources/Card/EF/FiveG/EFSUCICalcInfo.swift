/// EF.SUCI_Calc_Info: how phones conceal the subscription's number in 5G. Transparent: `A0` pairs of
/// protection scheme and key index, the first preferred; `A1` the home network's public keys, each
/// `80` identifier and `81` key (3GPP TS 31.102 §4.4.11.8).
public struct EFSUCICalcInfo: ElementaryFile {
  /// Where the file is. It is there where phones conceal the number, not the card.
  public static let descriptor = FileDescriptor(
    "EF.SUCI_Calc_Info", in: .fiveGS, identifier: 0x4F07, shortIdentifier: 0x07, .transparent(),
    source: "3GPP TS 31.102 §4.4.11.8", services: [124], confidentiality: .open)

  /// The schemes, the preferred one first.
  public var schemes: [Scheme]
  /// The identifiers of the home network's public keys.
  public var publicKeyIdentifiers: [UInt32]

  /// A way to conceal a number.
  public struct Scheme: Hashable, Sendable, Encodable {
    /// `null` (the number stays readable), `profileA`, `profileB` or the code.
    public var scheme: String
    /// Which of the public keys goes with it, from 1; 0 for none.
    public var keyIndex: UInt8
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    guard let list = objects.first(0xA0) else { throw ParseError(.missing(0xA0), at: 0) }
    schemes = []
    var pairs = list.reader
    while pairs.count >= 2 {
      let code = try pairs.byte()
      let names = ["null", "profileA", "profileB"]
      let name = names.dropFirst(Int(code)).first ?? "scheme" + [code].hex
      schemes.append(Scheme(scheme: name, keyIndex: try pairs.byte()))
    }
    publicKeyIdentifiers = []
    for object in try objects.first(0xA1)?.children() ?? [] where object.tag == 0x80 {
      publicKeyIdentifiers.append(try object.number())
    }
  }
}
