import ArgumentParser
import Card
import CardState
import Glibc
import HTTPS
import Provisioning
import Words

/// `cardinfo profiles download`.
struct DownloadProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "download",
    abstract: Words("Download a profile to an eUICC."),
    discussion: Words(
      """
      Without a code the card's default SM-DP+ is asked. The server's certificate is verified before \
      anything of the card is sent; then it learns the card's EID and certificates. What it has is shown, \
      and nothing is fetched before you say yes; a session that is not carried through is cancelled, so \
      that the code can be used again. Whatever happens, the end says whether the profile is on the card, \
      whether the code is used up, and what to do now.
      """))

  @OptionGroup var code: CodeOptions

  @Flag(help: ArgumentHelp(Words("Show what the server has, and fetch nothing.")))
  var preview = false

  @Flag(help: ArgumentHelp(Words("Enable the profile when it is installed.")))
  var enable = false

  @Flag(
    help: ArgumentHelp(
      Words("Say what became of the download that was interrupted, and end it on the server.")))
  var resume = false

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

  @Option(
    help: ArgumentHelp(
      Words("How the profile's line is called in the ledger."), valueName: "name"))
  var name: String?

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard !(preview && enable) else {
      throw ValidationError(Words("--preview and --enable exclude each other"))
    }
    guard !change.dryRun else {
      throw ValidationError(
        Words("--dry-run is not for a download: --preview shows what would come"))
    }
  }

  func run() throws {
    let run = try ChangeRun(
      change.cards, eid: change.eid, block: change.block)
    if resume { return try ResumedDownload(run: run, change: change).report() }
    let given = try code.activationCode()
    let transport = try change.servers.transport()
    let target = try run.onlyTarget()
    try target.requireDownloads()
    let code = try given ?? ActivationCode(server: target.defaultServer())
    let download = DownloadRun(
      code, for: imei ?? .reader, on: target,
      through: transport, block: block, trace: run.trace)
    let consent = DownloadConsent(self, target)
    let outcome = try download.perform(decide: consent.decide, accepts: consent.accepts)
    let end = DownloadEnd(run, target, change, consent, server: code.server)
    try end.report(outcome, of: download, enabling: enable, naming: name)
  }

  /// Blocks are as long as they can be, unless the person says otherwise.
  private var block: Int {
    change.block == StoreData.usualBlock ? StoreData.longestBlock : change.block
  }
}

extension DeviceInformation {
  fileprivate static func argument(_ text: String) throws -> DeviceInformation {
    guard let device = DeviceInformation(imei: text) else {
      throw ValidationError(Words("an IMEI has 15 digits, of which the last checks the others"))
    }
    return device
  }
}
