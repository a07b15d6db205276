import ArgumentParser
import Card
import CardState
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

  @Flag(
    help: ArgumentHelp(
      Words("Say what became of the download that was interrupted, and end it on the server.")))
  var resume = false

  @OptionGroup var options: DownloadOptions

  func validate() throws {
    guard !(preview && options.enable) else {
      throw ValidationError(Words("--preview and --enable exclude each other"))
    }
  }

  func run() throws {
    let run = try options.run()
    try options.line.check(options.change.ledger)
    if resume { return try ResumedDownload(run).report(options) }
    let given = try code.activationCode()
    let transport = try options.change.servers.transport()
    let target = try run.onlyTarget(
      asking: given == nil
        ? ChangeRun.Target.beforeDownload.union([.addresses]) : ChangeRun.Target.beforeDownload)
    try target.requireDownloads()
    let code = try given ?? ActivationCode(server: target.defaultServer())
    let finished = try options.download(
      code, to: target, run, through: transport, isPreview: preview)
    try finished.answer.report(asJSON: options.change.json, problems: finished.problems)
  }
}
