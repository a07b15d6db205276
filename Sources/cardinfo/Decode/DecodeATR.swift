import ArgumentParser
import Card
import Words

/// `cardinfo decode atr`.
struct DecodeATR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atr", abstract: Words("An answer to reset."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let bytes = try options.bytes()
    let atr: AnswerToReset
    do throws(ParseError) {
      atr = try AnswerToReset(bytes)
    } catch {
      throw Problem.malformed(Words("not an answer to reset: \(error.message)"))
    }
    try Answer(atr).report(asJSON: options.answer.json)
  }

  struct Answer: TabularAnswer {
    var convention: String
    var protocols: [String]
    var interfaceBytes: [String: String]
    var historicalBytes: String
    var checkByteHolds: Bool?
    var isUICC: Bool
    var hintsEUICC: Bool

    init(_ atr: AnswerToReset) {
      convention = atr.convention.rawValue
      protocols = atr.protocols.filter { $0 != 15 }.map { "T=\($0)" }
      interfaceBytes = Dictionary(
        atr.interfaceBytes.map { ($0.name, [$0.value].hex) },
        uniquingKeysWith: { first, _ in first })
      historicalBytes = atr.historicalBytes.hex
      checkByteHolds = atr.isChecked
      isUICC = atr.isUICC
      hintsEUICC = atr.hintsEUICC
    }

    var table: Table {
      var table = Table()
      table.add(Words("convention"), convention == "direct" ? Words("direct") : Words("inverse"))
      table.add(Words("protocols"), protocols.joined(separator: ", "))
      table.add(
        Words("interface"),
        interfaceBytes.sorted {
          $0.key.last ?? "0" < $1.key.last ?? "0" || $0.key.last == $1.key.last && $0.key < $1.key
        }
        .map { "\($0.key)=\($0.value)" }.joined(separator: " "))
      table.add(Words("historical"), historicalBytes)
      table.add(
        Words("check byte"),
        checkByteHolds.map { $0 ? Words("holds") : Words("does not hold") } ?? Words("none"))
      table.add(
        Words("kind"),
        isUICC ? Words(verbatim: "UICC") : Words("not a UICC by its historical bytes"))
      table.add(
        Words(verbatim: "eUICC"),
        hintsEUICC ? Words("likely") : Words("no hint, which proves nothing"))
      return table
    }
  }
}
