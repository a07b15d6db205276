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
    try check(target)
    let code = try given ?? defaultServer(of: target)
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

  /// What stands in the way before any server is asked.
  private func check(_ target: ChangeRun.Target) throws {
    if target.euicc.architecture == .m2m {
      throw Problem(
        .downloadFailed, Words("this eUICC is for machines: its operator alone puts profiles on it")
      )
    }
    if target.euicc.info?.signingRoots?.isEmpty == true {
      throw Problem(
        .downloadFailed, Words("this eUICC has no root to sign under, so it can't download"),
        nextStep: Words("ask who sold the card"))
    }
  }

  private func defaultServer(of target: ChangeRun.Target) throws -> ActivationCode {
    guard let text = try target.addresses().defaultSMDP, !text.isEmpty else {
      throw Problem(
        .codeMissing, Words("no activation code was given, and the card has no default SM-DP+"),
        nextStep: Words("cardinfo profiles download 'LPA:1$ADDRESS$MATCHING-ID'"))
    }
    guard let address = ServerAddress(text) else {
      throw Problem(.codeMalformed, Words("the card's default SM-DP+ is no server's address"))
    }
    return ActivationCode(server: address)
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

extension ChangeRun.Target {
  /// The servers that the card names.
  ///
  /// - Throws: Where that was not read: a card that names none says so.
  func addresses() throws(Problem) -> ConfiguredAddresses {
    guard let addresses = euicc.addresses, unread(.addresses) == nil else {
      throw unread(.addresses)
        ?? Problem(.downloadFailed, Words("the servers that the card names were not read"))
    }
    return addresses
  }
}
