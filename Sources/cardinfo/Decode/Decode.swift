import ArgumentParser
import Card
import Words

/// `cardinfo decode`.
struct Decode: ParsableCommand {
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

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  /// The input as one text without white space.
  var text: String { input.joined().filter { !$0.isWhitespace } }

  /// The input as bytes.
  func bytes() throws -> [UInt8] {
    guard let bytes = [UInt8](hex: text), !bytes.isEmpty else {
      throw fail(Words("this is not hexadecimal, two digits to a byte"))
    }
    return bytes
  }

  /// Reports input that can't be decoded.
  func fail(_ message: Words) -> any Error {
    StandardError.report(message, hint: nil)
    return ExitStatus.badInput.exit
  }

  /// Decodes the input's bytes, and reports where they are not what they should be.
  func parse<Value>(
    _ body: (inout ByteReader) throws(ParseError) -> Value
  ) throws -> Value {
    var reader = ByteReader(try bytes())
    do throws(ParseError) {
      return try body(&reader)
    } catch {
      throw fail(error.message)
    }
  }
}
