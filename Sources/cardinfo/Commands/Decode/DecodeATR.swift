import ArgumentParser
import Card

/// `cardinfo decode atr`.
struct DecodeATR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atr", abstract: "An answer to reset.")

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let bytes = try options.bytes()
    let atr: AnswerToReset
    do throws(ParseError) {
      atr = try AnswerToReset(bytes)
    } catch {
      throw options.fail("no answer to reset: \(error)")
    }
    try Answer(atr).report(asJSON: options.json)
  }

  struct Answer: TextualAnswer {
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
      table.add("convention", convention)
      table.add("protocols", protocols.joined(separator: ", "))
      table.add(
        "interface",
        interfaceBytes.sorted {
          $0.key.last ?? "0" < $1.key.last ?? "0" || $0.key.last == $1.key.last && $0.key < $1.key
        }
        .map { "\($0.key)=\($0.value)" }.joined(separator: " "))
      table.add("historical", historicalBytes)
      table.add("check byte", checkByteHolds.map { $0 ? "holds" : "does not hold" } ?? "none")
      table.add("kind", isUICC ? "UICC" : "no UICC by its historical bytes")
      table.add("eUICC", hintsEUICC ? "likely" : "no hint, which proves nothing")
      return table
    }
  }
}
