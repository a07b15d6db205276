import ArgumentParser
import Carriers
import Words

/// `cardinfo carrier`.
struct CarrierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carrier",
    abstract: Words("Who a carrier is, how to check and to renew with it, and who says so."),
    subcommands: [CarrierShow.self, CarrierConvert.self], defaultSubcommand: CarrierShow.self)
}

/// `cardinfo carrier show`, and without the word.
struct CarrierShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words("Who a carrier is, how to check and to renew with it, and who says so."),
    discussion: Words(
      """
      WHAT is a network code (46000, 234-10), an ICCID, a phone number with its plus, a name, a \
      carrier's own number (10086), or the host of an SM-DP+. \
      More of what is on the card tells virtual operators from their hosts: --gid1, --spn.
      """
    ))

  @Argument(
    help: ArgumentHelp(
      Words("A network code, an ICCID, a phone number with its plus, a name or a hotline."),
      valueName: "what"),
    completion: CarrierCompletion.carriers)
  var what: String

  @Option(
    help: ArgumentHelp(Words("EF.GID1 of the card, in hexadecimal."), valueName: "hex"))
  var gid1: String?

  @Option(
    help: ArgumentHelp(Words("EF.GID2 of the card, in hexadecimal."), valueName: "hex"))
  var gid2: String?

  @Option(help: ArgumentHelp(Words("The provider's name on the card."), valueName: "name"))
  var spn: String?

  @Option(help: ArgumentHelp(Words("The IMSI, or its beginning."), valueName: "digits"))
  var imsi: String?

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let found = CarrierAnswer(CarrierQuestion(what, gid1: gid1, gid2: gid2, spn: spn, imsi: imsi))
    try found.report(asJSON: answer.json, problems: found.isKnown ? [] : [.unknownCarrier(what)])
  }

  func validate() throws {
    for group in [gid1, gid2].compactMap({ $0 })
    where group.isEmpty || !group.allSatisfy(\.isHexDigit) {
      throw ValidationError(Words("a group identifier is written in hexadecimal, such as: 22FF"))
    }
    guard
      imsi.map({ (5...15).contains($0.count) && $0.allSatisfy { ("0"..."9").contains($0) } })
        != false
    else {
      throw ValidationError(Words("an IMSI has 15 digits; 5 of them at least tell something"))
    }
  }
}

extension Problem {
  fileprivate static func unknownCarrier(_ name: String) -> Problem {
    if let seller = EUICCSeller.names(of: name)?.text(in: .ofThisRun) {
      return Problem(
        .unknownCarrier,
        Words(
          "\(seller) sells cards for eSIMs: it is no carrier, and there is nothing to renew with it"
        ),
        nextStep: Words("insert the card; its profiles have the carriers: cardinfo profiles"))
    }
    // A number is like no name.
    let meant = name.contains(where: \.isLetter) ? CarrierFiles.known.book.near(name) : []
    return Problem(
      .unknownCarrier, Words("no carrier is known for that"),
      nextStep: meant.isEmpty
        ? Words("add it to a file in \(XDG.config)/carriers: see \(Manual.page("carriers"))")
        : Words("did you mean: \(meant.joined(separator: ", "))?"))
  }
}
