import ArgumentParser
import Card
import Words

/// `cardinfo decode`.
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: Words("Explain bytes from a card, or a number printed on one."),
    subcommands: [
      DecodeICCID.self, DecodeIMSI.self, DecodeEID.self, DecodeATR.self, DecodeStatusWord.self,
      DecodeTLV.self, DecodeSMS.self, DecodeFile.self,
    ])
}

/// What every `decode` command takes.
struct DecodeOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Words("Hexadecimal or digits; spaces are fine.")))
  var input: [String]

  @OptionGroup var answer: AnswerOptions

  /// The input as one text without white space.
  var text: String { input.joined().filter { !$0.isWhitespace } }

  /// The input as bytes.
  func bytes() throws(Problem) -> [UInt8] {
    guard let bytes = [UInt8](hex: text), !bytes.isEmpty else {
      throw .malformed(Words("this is not hexadecimal, two digits to a byte"))
    }
    return bytes
  }

  /// Decodes the input's bytes.
  func parse<Value>(
    _ body: (inout ByteReader) throws(ParseError) -> Value
  ) throws(Problem) -> Value {
    var reader = ByteReader(try bytes())
    do throws(ParseError) { return try body(&reader) } catch { throw error.problem }
  }
}

extension Problem {
  /// Input that can't be decoded.
  static func malformed(_ sentence: Words) -> Problem { Problem(.inputMalformed, sentence) }
}
