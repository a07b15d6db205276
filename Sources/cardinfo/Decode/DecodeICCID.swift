import ArgumentParser
import Card
import Words

/// `cardinfo decode iccid`.
struct DecodeICCID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iccid", abstract: Words("An ICCID, as printed or as EF.ICCID holds it (98…)."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    try Answer(try iccid()).report(asJSON: options.json)
  }

  /// Cards of telecommunication begin with 89: printed so, and stored as 98.
  private func iccid() throws -> ICCID {
    if options.text.hasPrefix("89") {
      guard let iccid = ICCID(options.text) else {
        throw options.fail(Words("an ICCID has 18 to 20 digits"))
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

    private var checkDigitWords: Words {
      switch ICCID.CheckDigit(rawValue: checkDigit) {
      case .holds: Words("holds")
      case .differs: Words("differs")
      case .notApplicable, nil: Words("none")
      }
    }

    var table: Table {
      var table = Table()
      table.add(Words(verbatim: "ICCID"), iccid)
      table.add(Words("digits"), "\(digits)")
      table.add(Words("check digit"), checkDigitWords)
      return table
    }
  }
}
