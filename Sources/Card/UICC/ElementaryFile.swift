/// A file of a card that this library knows how to read: one type for each, all of it in one place.
///
/// Of a file of records a value is one record. As JSON it is what the file means: codes are words,
/// networks are digits, bytes without a meaning here are hexadecimal, and keys are never in it.
public protocol ElementaryFile: Encodable, Equatable, Sendable {
  /// Where the file is and how it is read.
  static var descriptor: FileDescriptor { get }

  /// Understands the file's bytes, or those of one record. What stands behind the layout is
  /// ignored: files grow.
  init(parsing reader: inout ByteReader) throws(ParseError)
}

/// A file that can be written down again.
public protocol EncodableFile: ElementaryFile {
  /// The file or record as `count` bytes, filled up with FF. Nil when it does not fit.
  func encoded(count: Int) -> [UInt8]?
}

/// Where an elementary file is and how it is read.
public struct FileDescriptor: Hashable, Sendable {
  /// Its name in the specification, such as `EF.IMSI`.
  public var name: String
  /// The directory it is in.
  public var directory: Directory
  /// Its file identifier.
  public var identifier: UInt16
  /// Its short file identifier, where the specification fixes one.
  public var shortIdentifier: UInt8?
  /// How it is built.
  public var layout: Layout
  /// The specification's section.
  public var source: String
  /// Services of which one announces the file, by their numbers in the service table of its
  /// application (EF.UST, EF.IST, EF.SST). Empty where no service says whether it is there.
  public var services: [Int]
  /// What its contents are, for whoever writes an exchange down.
  public var confidentiality: CommandAPDU.Confidentiality
  /// Where the GSM application keeps the same contents.
  public var gsm: GSMCounterpart?

  /// How a file is built (ETSI TS 102 221 §8.3).
  public enum Layout: Hashable, Sendable {
    /// A run of bytes, of which the first `reading` are read; nil means all.
    case transparent(reading: Int? = nil)
    /// Records; how long they are, the card says.
    case linearFixed
    /// Records in a ring, the youngest first.
    case cyclic
  }

  /// Declares a file.
  public init(
    _ name: String, in directory: Directory, identifier: UInt16, shortIdentifier: UInt8? = nil,
    _ layout: Layout, source: String, services: [Int] = [],
    confidentiality: CommandAPDU.Confidentiality = .personal, gsm: GSMCounterpart? = nil
  ) {
    self.name = name
    self.directory = directory
    self.identifier = identifier
    self.shortIdentifier = shortIdentifier
    self.layout = layout
    self.source = source
    self.services = services
    self.confidentiality = confidentiality
    self.gsm = gsm
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

  /// Whether a service table with these services leaves room for the file: one of its services is
  /// among them, or none is known to announce it.
  public func isAnnounced(by available: Set<Int>) -> Bool {
    services.isEmpty || !available.isDisjoint(with: services)
  }
}
