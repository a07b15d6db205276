import CardState
import Glibc

/// A document as lines for people.
protocol DocumentText {
  init(_ document: CardStateDocument)
  func lines(colour: Bool) -> [String]
}

extension CardStateDocument {
  /// Prints the document as JSON or as text, reports what failed, and ends the command with the
  /// status that fits.
  func report<Text: DocumentText>(asJSON: Bool, text: (CardStateDocument) -> Text) throws {
    if asJSON {
      StandardOutput.write(String(decoding: try json(), as: UTF8.self) + "\n")
    } else {
      let lines = text(self).lines(colour: Terminal.takesColour(STDOUT_FILENO))
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    reportErrors()
    try endUnlessSuccessful()
  }

  /// Says on standard error what failed and what to do.
  func reportErrors() {
    for error in errors { StandardError.report(error) }
  }

  /// Ends the command with a status of its own when something failed.
  func endUnlessSuccessful() throws {
    let status = ExitStatus(self)
    if status != .success { throw status.exit }
  }
}
