/// A DF: the MF, a directory below it, or the ADF of an application (ETSI TS 102 221 §8.2.1).
final class DedicatedFile {
  let identifier: FileIdentifier
  /// The AID; nil when this is not an ADF.
  let applicationIdentifier: [UInt8]?
  let directories: [DedicatedFile]
  let files: [ElementaryFile]
  private(set) weak var parent: DedicatedFile?

  init(
    _ identifier: FileIdentifier, aid: [UInt8]? = nil, directories: [DedicatedFile] = [],
    files: [ElementaryFile]
  ) {
    self.identifier = identifier
    applicationIdentifier = aid
    self.directories = directories
    self.files = files
    for directory in directories { directory.parent = self }
  }

  /// The file directly below, by its identifier.
  func file(_ identifier: FileIdentifier) -> ElementaryFile? {
    files.first { $0.identifier == identifier }
  }

  /// The file directly below, by its short file identifier.
  func file(shortIdentifier: UInt8) -> ElementaryFile? {
    files.first { $0.shortIdentifier == shortIdentifier }
  }

  /// The directory directly below, by its identifier. An ADF has none of its own.
  func directory(_ identifier: FileIdentifier) -> DedicatedFile? {
    directories.first { $0.applicationIdentifier == nil && $0.identifier == identifier }
  }

  /// The applications directly below.
  var applications: [DedicatedFile] { directories.filter { $0.applicationIdentifier != nil } }
}
