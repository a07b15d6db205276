import ArgumentParser
import Card
import Words

/// `cardinfo decode eid`.
struct DecodeEID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eid", abstract: Words("An EID of 32 digits."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    guard let eid = EID(options.text) else {
      throw options.fail(Words("an EID has 32 decimal digits"))
    }
    try Answer(eid).report(asJSON: options.json)
  }

  struct Answer: TextualAnswer {
    var eid: String
    var maker: String?
    var checkDigitsHold: Bool

    init(_ eid: EID) {
      self.eid = eid.digits
      maker = eid.maker
      checkDigitsHold = eid.isChecked
    }

    var table: Table {
      var table = Table()
      table.add(Words(verbatim: "EID"), eid)
      table.add(
        Words("maker"),
        maker.map { Words(verbatim: $0) } ?? Words("unknown: no known maker has this prefix"))
      table.add(
        Words("check digits"),
        checkDigitsHold ? Words("hold") : Words("don't hold: a digit is wrong"))
      return table
    }
  }
}
