import Card
import Foundation
import Testing

/// A file of the library with what its bytes mean, written from its specification.
///
/// The vectors of a file stand in the test of its name; ``FileRegistryTests`` checks them all.
protocol VectoredFile: ElementaryFile {
  /// Files, or records of them, and their meaning.
  static var vectors: [Vector] { get }

  /// What is no such file, in hexadecimal.
  static var refusals: [String] { get }

  /// Whether bytes FF behind a file change nothing. Records end where the card says.
  static var ignoresFilling: Bool { get }
}

extension VectoredFile {
  static var refusals: [String] { [] }

  static var ignoresFilling: Bool {
    if case .transparent = descriptor.layout { true } else { false }
  }
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

extension ElementaryFile {
  /// The value as JSON, members sorted.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
