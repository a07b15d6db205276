/// A file of a card that this library knows how to read: one type for each, all of it in one place.
public protocol ElementaryFile: Sendable {
  /// Where the file is and how it is read.
  static var descriptor: FileDescriptor { get }

  /// Understands the file's bytes.
  init(parsing reader: inout ByteReader) throws(ParseError)
}

/// Where an elementary file is and how it is read.
public struct FileDescriptor: Hashable, Sendable {
  /// Its name in the specification, such as `EF.IMSI`.
  public var name: String
  /// The directory it is in.
  public var directory: Directory
  /// Its file identifier.
  public var identifier: UInt16
  /// Its short file identifier, where the specification gives one.
  public var shortIdentifier: UInt8?
  /// How it is built.
  public var structure: Structure
  /// The specification's section.
  public var source: String

  /// How a file is built (ETSI TS 102 221 §8.3).
  public enum Structure: Hashable, Sendable {
    /// A run of bytes, of which the first `reading` are read.
    case transparent(reading: Int)
    /// Records; how long they are, the card says.
    case linearFixed
  }

  /// Declares a file.
  public init(
    _ name: String, in directory: Directory, identifier: UInt16, shortIdentifier: UInt8? = nil,
    _ structure: Structure, source: String
  ) {
    self.name = name
    self.directory = directory
    self.identifier = identifier
    self.shortIdentifier = shortIdentifier
    self.structure = structure
    self.source = source
  }

  /// The file in another directory: the GSM application holds many of the USIM's files.
  public func moved(to directory: Directory) -> FileDescriptor {
    var moved = self
    moved.directory = directory
    return moved
  }

  /// Where the file is, for people, such as `3F00/2FE2`.
  public var path: String {
    directory.name + "/" + [UInt8(identifier >> 8), UInt8(truncatingIfNeeded: identifier)].hex
  }
}
