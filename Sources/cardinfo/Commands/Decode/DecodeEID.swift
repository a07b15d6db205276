import ArgumentParser
import Card

/// `cardinfo decode eid`.
struct DecodeEID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eid", abstract: "An EID of 32 digits.")

  @OptionGroup var options: DecodeOptions

  func run() throws {
    guard let eid = EID(options.text) else { throw options.fail("an EID has 32 decimal digits") }
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
      table.add("EID", eid)
      table.add("maker", maker ?? "unknown: no known maker has this prefix")
      table.add("check digits", checkDigitsHold ? "hold" : "don't hold: a digit is wrong")
      return table
    }
  }
}
