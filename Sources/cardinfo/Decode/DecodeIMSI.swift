import ArgumentParser
import Card
import Words

/// `cardinfo decode imsi`.
struct DecodeIMSI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imsi", abstract: Words("An IMSI, in digits or as EF.IMSI holds it (08…)."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    try Answer(try imsi()).report(asJSON: options.json)
  }

  /// EF.IMSI is 9 bytes, 18 hexadecimal digits; an IMSI has 15 digits at most.
  private func imsi() throws -> IMSI {
    if let imsi = IMSI(options.text) { return imsi }
    return try options.parse { reader throws(ParseError) in try EFIMSI(parsing: &reader).imsi }
  }

  struct Answer: TextualAnswer {
    var imsi: String
    var mcc: String
    var mnc: String

    init(_ imsi: IMSI) {
      self.imsi = imsi.digits
      mcc = imsi.mcc
      mnc = imsi.mnc(length: IMSI.mncLength(mcc: imsi.mcc))
    }

    var table: Table {
      var table = Table()
      table.add(Words(verbatim: "IMSI"), imsi)
      table.add(Words(verbatim: "MCC"), mcc)
      table.add(
        Words(verbatim: "MNC"),
        Words("\(mnc)  (as usual in that country; EF.AD on the card decides)"))
      return table
    }
  }
}
