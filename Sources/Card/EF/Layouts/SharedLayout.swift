/// What several files have in common: one layout, and the value it holds.
public protocol FileLayout: Encodable, Equatable, Sendable {
  /// Understands the bytes.
  init(parsing reader: inout ByteReader) throws(ParseError)
}

/// A layout that can be written down again.
public protocol EncodableLayout: FileLayout {
  /// The value as `count` bytes, filled up with FF. Nil when it does not fit.
  func encoded(count: Int) -> [UInt8]?
}

/// A file with a layout that other files have too. As JSON it is its contents.
public protocol SharedLayoutFile: ElementaryFile {
  /// The layout.
  associatedtype Contents: FileLayout

  /// What the file holds.
  var contents: Contents { get }

  /// Names the contents.
  init(contents: Contents)
}

extension SharedLayoutFile {
  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    self.init(contents: try Contents(parsing: &reader))
  }

  /// Writes the contents.
  public func encode(to encoder: any Encoder) throws {
    try contents.encode(to: encoder)
  }
}

extension SharedLayoutFile where Contents: EncodableLayout {
  /// The contents as bytes.
  public func encoded(count: Int) -> [UInt8]? { contents.encoded(count: count) }
}
