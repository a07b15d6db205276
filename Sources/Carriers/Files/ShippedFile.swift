import CCarriers
import FoundationEssentials
import Synchronization

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

  /// The files of carriers in which a text stands.
  static func carriers(holding text: String) -> [ShippedFile] {
    if let files = holders.withLock({ $0[text] }) { return files }
    let files = carriers.filter { $0.whole.holds(text) }
    holders.withLock { $0[text] = files }
    return files
  }

  /// Where what was searched for stands: what comes with the program stays as it is.
  private static let holders = Mutex<[String: [ShippedFile]]>([:])

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

  /// The table that it is. A test reads every one, so nil means a program that was damaged since.
  func table<Table: Decodable>() -> Table? {
    try? JSONDecoder().decode(Table.self, from: Data(bytes))
  }

  /// The same, to be searched.
  var whole: JSONText { JSONText(bytes: bytes) }
}
