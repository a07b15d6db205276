/// EF.SPN: the service provider's name. Transparent, 17 bytes: display conditions, then the name,
/// filled up with FF (3GPP TS 31.102 §4.2.12).
public struct EFSPN: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SPN", in: .usim, identifier: 0x6F46, .transparent(reading: 17),
    source: "3GPP TS 31.102 §4.2.12", services: [19], gsm: .gsm(0x6F46, services: [17]))

  /// Whether the network's name is to be shown beside it at home.
  public var showsNetworkAtHome: Bool
  /// Whether it is to be hidden while roaming.
  public var isHiddenWhenRoaming: Bool
  /// The name.
  public var name: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let conditions = try reader.byte()
    showsNetworkAtHome = conditions & 0x01 != 0
    isHiddenWhenRoaming = conditions & 0x02 != 0
    name = AlphaIdentifier.text(reader.rest())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let conditions: UInt8 = (showsNetworkAtHome ? 0x01 : 0) | (isHiddenWhenRoaming ? 0x02 : 0)
    return AlphaIdentifier.encode(name, count: count - 1).map { [conditions] + $0 }
  }
}
