/// What the bytes of a file mean, or of one record of a file of records: one type for each layout,
/// whichever files have it.
///
/// As JSON it is what the file means: codes are words, networks are digits, bytes without a meaning
/// here are hexadecimal, and keys are never in it.
public protocol FileLayout: Encodable, Equatable, Sendable {
  /// Understands the file's bytes, or those of one record. What stands behind the layout is
  /// ignored: files grow.
  init(parsing reader: inout ByteReader) throws(ParseError)
}

/// A layout that can be written down again.
public protocol EncodableLayout: FileLayout {
  /// The file or record as `count` bytes, filled up with FF. Nil when it does not fit.
  func encoded(count: Int) -> [UInt8]?
}

/// A file that this library knows how to read, whatever its layout.
public protocol KnownFile<Layout>: Sendable {
  /// What its bytes mean.
  associatedtype Layout: FileLayout

  /// Where the file is and how it is read.
  var descriptor: FileDescriptor { get }

  /// Understands the file's bytes, or those of one record.
  func decode(_ reader: inout ByteReader) throws(ParseError) -> Layout
}

/// A file that this library knows how to read: where it is, and the layout of its bytes.
///
/// Only a ``FileList`` makes one, and only a ``FileRegistry`` makes the list and keeps what is on
/// it: a file that is not in the registry can't be declared.
public struct ElementaryFile<Layout: FileLayout>: KnownFile {
  /// Where the file is and how it is read.
  public let descriptor: FileDescriptor
  private let decoder: @Sendable (inout ByteReader) throws(ParseError) -> Layout

  fileprivate init(
    _ descriptor: FileDescriptor,
    decoder: @escaping @Sendable (inout ByteReader) throws(ParseError) -> Layout
  ) {
    self.descriptor = descriptor
    self.decoder = decoder
  }

  /// Understands the file's bytes, or those of one record.
  public func decode(_ reader: inout ByteReader) throws(ParseError) -> Layout {
    try decoder(&reader)
  }
}

/// The files declared so far, while a registry is made.
struct FileList {
  fileprivate var files: [any KnownFile] = []

  fileprivate init() {}

  /// Declares a file.
  ///
  /// - Parameter decoder: Understands the bytes, where the layout alone does not say how.
  @discardableResult
  mutating func callAsFunction<Layout: FileLayout>(
    _ name: String, _ layout: Layout.Type, in directory: Directory, _ identifier: UInt16,
    sfi shortIdentifier: UInt8? = nil, _ structure: FileDescriptor.Structure, _ source: String,
    services: [Int] = [], _ confidentiality: CommandAPDU.Confidentiality = .personal,
    gsm: GSMCounterpart? = nil,
    decoder: @escaping @Sendable (inout ByteReader) throws(ParseError) -> Layout =
      Layout.init(parsing:)
  ) -> ElementaryFile<Layout> {
    let file = ElementaryFile(
      FileDescriptor(
        name: name, directory: directory, identifier: identifier,
        shortIdentifier: shortIdentifier, structure: structure, source: source,
        services: services, confidentiality: confidentiality, gsm: gsm), decoder: decoder)
    files.append(file)
    return file
  }
}

/// Declarations, and every file that they declared.
struct FileRegistry<Declarations: Sendable>: Sendable {
  /// The declarations, for whoever needs a file by its name.
  let declarations: Declarations
  /// All files, by directory, in the order in which they were declared.
  let all: [any KnownFile]

  /// Lets `declare` declare files.
  init(_ declare: (inout FileList) -> Declarations) {
    var list = FileList()
    declarations = declare(&list)
    all = Directory.allCases.flatMap { directory in
      list.files.filter { $0.descriptor.directory == directory }
    }
  }
}
