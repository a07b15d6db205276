import ArgumentParser
import Carriers
import FoundationEssentials
import Renewal
import Words

/// `cardinfo carrier convert`.
struct CarrierConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Words("Bring a file of carriers or rules of your own into the form of today."),
    discussion: Words(
      """
      Nothing in it is lost: rules come into their carrier, sources get names. Exit status: 65 when \
      something in the result has to be mended by hand.
      """
    ))

  @Argument(help: ArgumentHelp(Words("The file."), valueName: "file"))
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, which can be the same (default: standard output)."),
      valueName: "file"))
  var output: String?

  func run() throws {
    guard let text = try? Data(contentsOf: URL(filePath: file)) else {
      StandardError.report(
        Words("\(file) can't be read"), hint: Words("it has to be a plain file that you may read"))
      throw ExitStatus.badInput.exit
    }
    guard let old = OutdatedFile(text) else {
      StandardError.report(
        Words("\(file) is not in a form to convert"),
        hint: Words("Docs/carriers.md describes the format"))
      throw ExitStatus.badInput.exit
    }
    // What is wrong with other files of one's own is for other commands to say.
    let book = CarrierLayers(OwnFiles(CarrierFiles.places.own)).book
    let converted = Array(old.converted(for: book)) + [UInt8(ascii: "\n")]
    do throws(SystemFailure) {
      if let output, output != "-" {
        try PrivateFile.replace(output, with: converted)
      } else {
        StandardOutput.write(converted)
      }
    } catch {
      StandardError.report(
        error.message, hint: Words("name a file in a directory that you may write"))
      throw ExitStatus.cannotWrite.exit
    }
    do throws(DataFileError) {
      _ = try CarrierFile(reading: converted, name: output ?? "-", layer: .person)
    } catch {
      StandardError.report(
        Words(verbatim: "\(error)"), hint: Words("Docs/carriers.md describes the format"))
      throw ExitStatus.badInput.exit
    }
  }
}
