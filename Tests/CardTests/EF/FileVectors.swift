import Card
import Foundation
import Testing

/// What the bytes of a file mean, written from its specification.
///
/// Each subject has a table; ``FileRegistryTests`` checks them all, and fails for a file that is in
/// none.
struct FileVectors {
  /// The file's name.
  var name: String
  /// The directory it is in.
  var directory: Directory
  /// Files, or records of them, and their meaning.
  var vectors: [Vector]
  /// What is no such file, in hexadecimal.
  var refusals: [String]
  /// Whether bytes FF behind a file change nothing; those of a transparent file, unless it says
  /// otherwise. Records end where the card says.
  var ignoresFilling: Bool

  init(
    _ name: String, in directory: Directory, _ vectors: [Vector], refusals: [String] = [],
    ignoresFilling: Bool = true
  ) {
    self.name = name
    self.directory = directory
    self.vectors = vectors
    self.refusals = refusals
    self.ignoresFilling = ignoresFilling
  }

  static let all =
    identity + services + networks + registration + contacts + messages + calls + fiveG + ims + cdma
    + groups
}

/// A file or record and its meaning.
struct Vector {
  /// The file or record.
  var bytes: [UInt8]
  /// Its value as JSON, members sorted.
  var json: String
  /// Whether the value written down again is the same bytes.
  var isCanonical: Bool

  /// JSON may be broken into lines where it is long.
  init(_ hex: String, _ json: String, isCanonical: Bool = true) {
    bytes = CardTests.bytes(hex)
    self.json = json.filter { $0 != "\n" }
    self.isCanonical = isCanonical
  }
}

extension FileLayout {
  /// The value as JSON, members sorted.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
