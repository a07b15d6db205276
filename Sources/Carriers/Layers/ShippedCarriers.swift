public import Renewal

extension CarrierBook {
  /// The carriers that come with the library. They are part of the program, so that it can be moved
  /// without them.
  public static func shipped() throws(DataFileError) -> CarrierBook {
    var book = CarrierBook()
    for (name, text) in shippedFiles {
      book.add(try CarrierFile(reading: text, name: name, layer: .shipped).carriers)
    }
    return book
  }

  /// The files in `Data`: one for each country, and `travel.json` for those of none.
  static let shippedFiles: [(name: String, text: [UInt8])] = [
    ("CN.json", PackageResources.CN_json),
    ("GB.json", PackageResources.GB_json),
    ("US.json", PackageResources.US_json),
  ]
}
