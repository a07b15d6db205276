extension RuleBook {
  /// The rules that come with the library. They are part of the program, so that it can be moved
  /// without them.
  public static func shipped() throws(DataFileError) -> RuleBook {
    var book = RuleBook()
    for (name, text) in shippedFiles { book.add(try RuleFile(reading: text, name: name).rules) }
    return book
  }

  /// The files in `Rules/Data`: one for each country, and those that belong to none.
  static let shippedFiles: [(name: String, text: [UInt8])] = [
    ("CN.json", PackageResources.CN_json),
    ("DE.json", PackageResources.DE_json),
    ("GB.json", PackageResources.GB_json),
    ("HK.json", PackageResources.HK_json),
    ("IN.json", PackageResources.IN_json),
    ("JP.json", PackageResources.JP_json),
    ("NZ.json", PackageResources.NZ_json),
    ("TH.json", PackageResources.TH_json),
    ("UA.json", PackageResources.UA_json),
    ("US.json", PackageResources.US_json),
    ("any-carrier.json", PackageResources.any_carrier_json),
    ("travel.json", PackageResources.travel_json),
  ]
}
