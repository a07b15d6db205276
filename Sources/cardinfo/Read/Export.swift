import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Glibc
import Words

/// `cardinfo export`.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words("Write the card state, everything that can be read, as JSON."))

  @OptionGroup var cards: CardOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, readable by you alone (default: standard output)."),
      valueName: "file"))
  var output: String?

  func run() throws {
    let document = try cards.read(.full)
    guard let output, output != "-" else {
      return try document.report(asJSON: true, text: CardText.init)
    }
    document.reportErrors()
    do {
      try PrivateFile.replace(output, with: Array(try document.json()) + [0x0A])
    } catch let error as SystemFailure {
      StandardError.report(
        error.message, hint: Words("name a file in a directory that you may write"))
      throw ExitStatus.cannotWrite.exit
    }
    try document.endUnlessSuccessful()
  }
}
