public import Renewal

extension CarrierBook {
  /// The carriers that come with the library.
  public static func shipped() throws(DataFileError) -> CarrierBook {
    var book = CarrierBook()
    for file in ShippedFile.carriers { book.add(try CarrierFile(file, .carriers)) }
    return book
  }
}

extension RuleBook {
  /// The rules that come with the library, all of them read.
  public static func shipped() throws(DataFileError) -> RuleBook {
    var book = RuleBook()
    for file in ShippedFile.carriers { book.add(try CarrierFile(file, .rules).rules) }
    return book
  }
}
