/// What stands before the text of a short message and says how to read it, or what it is a part of
/// (3GPP TS 23.040 §9.2.3.24).
public struct UserDataHeader: Hashable, Sendable {
  /// The information elements, in order.
  public var elements: [InformationElement]
  /// Whether bytes are left that are no information element.
  public var isMalformed: Bool
  /// How many bytes it takes, its length byte included.
  public var byteCount: Int

  /// One information element: an identifier, a length and so many bytes.
  public struct InformationElement: Hashable, Sendable {
    /// What it says.
    public var identifier: Identifier
    /// How.
    public var data: [UInt8]

    /// Reads the data.
    public var reader: ByteReader { ByteReader(data) }
  }

  /// What an information element says. An open list: keep unknown ones.
  public struct Identifier: RawRepresentable, Hashable, Sendable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any identifier.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A part of a longer message, with a reference of eight bits.
    public static let concatenation8 = Identifier(rawValue: 0x00)
    /// Something is waiting.
    public static let specialMessageIndication = Identifier(rawValue: 0x01)
    /// Ports of eight bits.
    public static let ports8 = Identifier(rawValue: 0x04)
    /// Ports of 16 bits.
    public static let ports16 = Identifier(rawValue: 0x05)
    /// A part of a longer message, with a reference of 16 bits.
    public static let concatenation16 = Identifier(rawValue: 0x08)
    /// The language of the table behind the escape.
    public static let singleShift = Identifier(rawValue: 0x24)
    /// The language of the table in the alphabet's place.
    public static let lockingShift = Identifier(rawValue: 0x25)
  }

  /// Consumes a header: its length, then elements. What is no element ends it, but is consumed.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let length = Int(try reader.byte())
    var header = try reader.reader(min(length, reader.count))
    byteCount = 1 + header.count
    isMalformed = header.count < length
    elements = []
    while let element = try? InformationElement(parsing: &header) { elements.append(element) }
    if !header.isAtEnd { isMalformed = true }
  }
}

extension UserDataHeader.InformationElement {
  fileprivate init(parsing reader: inout ByteReader) throws(ParseError) {
    var ahead = reader
    identifier = UserDataHeader.Identifier(rawValue: try ahead.byte())
    data = Array(try ahead.bytes(Int(try ahead.byte())))
    reader = ahead
  }
}
