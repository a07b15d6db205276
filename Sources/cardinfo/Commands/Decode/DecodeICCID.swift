import ArgumentParser
import Card

/// `cardinfo decode iccid`.
struct DecodeICCID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iccid", abstract: "An ICCID, as printed or as EF.ICCID holds it (98…).")

  @OptionGroup var options: DecodeOptions

  func run() throws {
    try Answer(try iccid()).report(asJSON: options.json)
  }

  /// Cards of telecommunication begin with 89: printed so, and stored as 98.
  private func iccid() throws -> ICCID {
    if options.text.hasPrefix("89") {
      guard let iccid = ICCID(options.text) else {
        throw options.fail("an ICCID has 18 to 20 digits")
      }
      return iccid
    }
    return try options.parse { reader throws(ParseError) in try ICCID(parsing: &reader) }
  }

  struct Answer: TextualAnswer {
    var iccid: String
    var digits: Int
    var checkDigit: String

    init(_ iccid: ICCID) {
      self.iccid = iccid.digits
      digits = iccid.digits.count
      checkDigit = iccid.checkDigit.rawValue
    }

    var table: Table {
      var table = Table()
      table.add("ICCID", iccid)
      table.add("digits", "\(digits)")
      table.add("check digit", checkDigit == "notApplicable" ? "none" : checkDigit)
      return table
    }
  }
}
