/// A GUTI as it stands in a file: a header, then network, core network node and temporary identity
/// (3GPP TS 24.301 §9.9.3.12, TS 24.501 §9.11.3.4). Only what names no person is kept.
struct GloballyUniqueIdentity {
  /// Whether the header is that of a GUTI: phones write it, and leave it when they erase the rest.
  var hasHeader: Bool
  /// Whether there is a temporary identity behind it.
  var hasIdentity: Bool
  /// The network that gave it.
  var plmn: PLMN?

  /// Consumes a GUTI.
  ///
  /// - Parameters:
  ///   - header: What it begins with: its length and its type.
  ///   - node: How many bytes name the node.
  init(
    parsing reader: inout ByteReader, header: [UInt8], node: Int
  ) throws(ParseError) {
    let length = try reader.bytes(header.count - 1)
    let type = try reader.byte()
    hasHeader = length.elementsEqual(header.dropLast()) && type == header.last
    let network = try PLMN.ifAny(parsing: &reader)
    _ = try reader.bytes(node)
    hasIdentity = !(try reader.bytes(4)).isBlank && hasHeader
    plmn = hasIdentity ? network : nil
  }
}
