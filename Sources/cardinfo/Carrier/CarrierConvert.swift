import ArgumentParser
import Carriers
import FoundationEssentials
import Renewal
import Words

/// `cardinfo carrier convert`.
struct CarrierConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Words("Convert a file of your own carriers or rules to the current format."),
    discussion: Words(
      """
      Nothing in it is lost: rules move into their carrier, sources get names. Exit status: 65 when \
      something in the result has to be corrected by hand.
      """
    ))

  @Argument(help: ArgumentHelp(Words("The file."), valueName: "file"), completion: .file())
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, which can be the same (default: standard output)."),
      valueName: "file"))
  var output: String?

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let result = try converted()
    let problems = problems(of: result)
    if let output, output != "-" {
      try PrivateFile.replace(output, with: result)
      if answer.json { try Document(.answer, NoContent(), errors: problems).write() }
    } else {
      StandardOutput.write(result)
    }
    try Problem.end(problems)
  }

  private func converted() throws -> [UInt8] {
    guard let text = try? Data(contentsOf: URL(filePath: file)) else {
      throw SystemFailure(
        .fileUnreadable, Words("can't read \(file)"),
        nextStep: Words("it has to be a plain file that you may read"))
    }
    guard let old = OutdatedFile(text) else {
      throw Problem(
        .inputMalformed, Words("\(file) is not in a format that can be converted"),
        nextStep: Words("\(Manual.page("carriers")) describes the format"))
    }
    // What is wrong with other files of one's own is for other commands to say.
    let book = CarrierLayers(OwnFiles(CarrierFiles.places.own)).book
    return Array(old.converted(for: book)) + [UInt8(ascii: "\n")]
  }

  /// What has to be mended by hand.
  private func problems(of result: [UInt8]) -> [Problem] {
    do throws(DataFileError) {
      _ = try CarrierFile(reading: result, name: output ?? "-", layer: .person)
      return []
    } catch {
      return [Problem(.inputMalformed, Words(verbatim: error.description))]
    }
  }
}
