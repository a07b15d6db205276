import ArgumentParser
import Card
import Words

/// `cardinfo decode iccid`.
struct DecodeICCID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iccid", abstract: Words("An ICCID, as printed or as EF.ICCID holds it (98…)."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    try Answer(try iccid()).report(asJSON: options.answer.json)
  }

  /// Cards of telecommunication begin with 89: printed so, and stored as 98.
  private func iccid() throws -> ICCID {
    if options.text.hasPrefix("89") {
      guard let iccid = ICCID(options.text) else {
        throw Problem.malformed(Words("an ICCID has 18 to 20 digits"))
      }
      return iccid
    }
    return try options.parse { reader throws(ParseError) in try ICCID(parsing: &reader) }
  }

  struct Answer: TabularAnswer {
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

/// `cardinfo decode imsi`.
struct DecodeIMSI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imsi", abstract: Words("An IMSI, in digits or as EF.IMSI holds it (08…)."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    try Answer(try imsi()).report(asJSON: options.answer.json)
  }

  /// EF.IMSI is 9 bytes, 18 hexadecimal digits; an IMSI has 15 digits at most.
  private func imsi() throws -> IMSI {
    if let imsi = IMSI(options.text) { return imsi }
    return try options.parse { reader throws(ParseError) in try EFIMSI(parsing: &reader).imsi }
  }

  struct Answer: TabularAnswer {
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

/// `cardinfo decode eid`.
struct DecodeEID: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eid", abstract: Words("An EID of 32 digits."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    guard let eid = EID(options.text) else {
      throw Problem.malformed(Words("an EID has 32 decimal digits"))
    }
    try Answer(eid).report(asJSON: options.answer.json)
  }

  struct Answer: TabularAnswer {
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
        checkDigitsHold ? Words("hold") : Words("wrong: a digit was mistyped or misread"))
      return table
    }
  }
}
