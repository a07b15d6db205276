import ArgumentParser
import Card
import CardState
import Glibc
import Provisioning
import Words

/// What a person can say of a download, wherever its code comes from.
struct DownloadOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Words("Enable the profile when it is installed.")))
  var enable = false

  @Option(
    help: ArgumentHelp(
      Words("Read the confirmation code from a file descriptor instead of asking for it."),
      valueName: "number"))
  var confirmationCodeFd: Int32?

  @Option(
    help: ArgumentHelp(
      Words("The IMEI of the phone the card is for, where a server wants one."), valueName: "imei"),
    transform: DeviceInformation.argument)
  var imei: DeviceInformation?

  @OptionGroup var line: ProfileLineOptions

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard !change.dryRun else {
      throw ValidationError(
        Words("--dry-run is not for a download: --preview shows what would come"))
    }
    // Whatever was given may be the code itself.
    guard confirmationCodeFd.map({ fcntl($0, F_GETFD) >= 0 }) != false else {
      throw ValidationError(
        Words(
          "--confirmation-code-fd is no open descriptor: --confirmation-code-fd 3 3<file reads a file"
        ))
    }
  }

  /// The cards to download to.
  func run() throws -> ChangeRun {
    try ChangeRun(change.cards, eid: change.eid, block: change.block)
  }

  /// Downloads what a code stands for, with all that follows.
  ///
  /// - Parameters:
  ///   - isPreview: Whether to end once it is known what would come.
  ///   - dialogue: How the person is asked and told; on the terminal unless it is said otherwise.
  /// - Throws: A ``Problem`` where nothing was begun.
  func download(
    _ code: ActivationCode, to target: ChangeRun.Target, _ run: ChangeRun,
    through transport: any RSPTransport, isPreview: Bool = false,
    _ dialogue: DownloadDialogue? = nil
  ) throws(Problem) -> FinishedDownload {
    let download = DownloadRun(
      code, for: imei ?? .reader, on: target, through: transport, block: block, trace: run.trace,
      report: dialogue?.progress)
    let consent = DownloadConsent(self, target, isPreview: isPreview, dialogue)
    let outcome = download.perform(decide: consent.decide, accepts: consent.accepts)
    return DownloadEnd(
      run, target, self, consent, server: code.server, note: dialogue?.note ?? StandardError.note
    ).finish(outcome, of: download)
  }

  /// Blocks are as long as they can be, unless the person says otherwise.
  private var block: Int {
    change.block == StoreData.usualBlock ? StoreData.longestBlock : change.block
  }
}

/// A download that has come to an end, whichever.
struct FinishedDownload {
  var answer: DownloadAnswer
  var problems: [Problem]
}

extension DeviceInformation {
  fileprivate static func argument(_ text: String) throws -> DeviceInformation {
    guard let device = DeviceInformation(imei: text) else {
      throw ValidationError(Words("an IMEI has 15 digits, of which the last checks the others"))
    }
    return device
  }
}
