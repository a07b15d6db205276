/// Networks, three bytes each. Blank places may stand anywhere and mean nothing.
public struct PLMNList: EncodableLayout {
  /// The networks, in the file's order.
  public var plmns: [PLMN]

  /// Understands the list.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    plmns = []
    repeat {
      if let plmn = try PLMN.ifAny(parsing: &reader) { plmns.append(plmn) }
    } while reader.count >= 3
  }

  /// The list as bytes, without gaps.
  public func encoded(count: Int) -> [UInt8]? {
    plmns.flatMap(\.encoded).filled(to: count)
  }
}
