import CCarriers

/// A data file that is part of the program, so that it can be moved without it.
struct ShippedFile: @unchecked Sendable {
  private let file: UnsafePointer<shipped_file>

  /// A file that stays where it is.
  init(_ file: UnsafePointer<shipped_file>) { self.file = file }

  /// `Data`: one for each country, `travel.json` for carriers of none, and `international.json` for the
  /// rules of any carrier.
  static let carriers = all(shipped_carriers())
  /// `Countries/Data`: the countries of codes, and the issuers of ICCIDs.
  static let countries = all(shipped_countries())
  /// `Makers/Data`: who sells removable eUICCs.
  static let makers = all(shipped_makers())
  /// `Languages/Data`: what all languages share, and one for each language.
  static let languages = all(shipped_languages())

  private static func all(_ files: shipped_files) -> [ShippedFile] {
    guard let first = files.first else { return [] }
    return (0..<files.count).map { ShippedFile(first + $0) }
  }

  /// Its name, such as `GB.json`.
  var name: String { String(cString: file.pointee.name) }

  /// What stands in it.
  var text: [UInt8] { Array(bytes) }

  /// What stands in it, where it stands.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)
  }

  /// Whether a text without zeros stands in it.
  func holds(_ text: String) -> Bool { shipped_file_holds(file, text) != 0 }

  /// The texts that are the values of members of one name, wherever they stand, as they are written:
  /// with a backslash where there is an escape.
  func values(of member: String) -> some Sequence<String> {
    sequence(state: file.pointee.bytes) { place in
      var count = 0
      guard let value = shipped_file_value(place, "\"\(member)\"", &count) else { return nil }
      place = value + count
      return String(decoding: UnsafeBufferPointer(start: value, count: count), as: UTF8.self)
    }
  }
}
