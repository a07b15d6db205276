import ArgumentParser
import Glibc
import HTTPS
import Provisioning
import Words

/// Where the activation code comes from. Whoever has it can download the profile: it is kept out of
/// everything that others may read.
struct CodeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Words(
        """
        The activation code, LPA:1$ADDRESS$MATCHING-ID between single quotes; - to type it or to read it \
        from standard input. Other users of this machine can see arguments for a moment: - hides it.
        """), valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      Words("Read the activation code from a file descriptor, as in --code-fd 3 3<file."),
      valueName: "number"))
  var codeFd: Int32?

  @Option(
    help: ArgumentHelp(
      Words("Read the activation code from a QR image, with zbarimg."), valueName: "image"))
  var qr: String?

  @Option(
    help: ArgumentHelp(
      Words("The server, without a code: it then goes by the card's EID."), valueName: "address"))
  var smdp: String?

  @Option(
    help: ArgumentHelp(Words("What the server has the profile under."), valueName: "id"))
  var matchingId: String?

  func validate() throws {
    let sources = [code != nil, codeFd != nil, qr != nil, smdp != nil]
    guard sources.filter({ $0 }).count <= 1 else {
      throw ValidationError(
        Words("give one of: a code, --code-fd, --qr, --smdp"))
    }
    guard matchingId == nil || smdp != nil else {
      throw ValidationError(Words("--matching-id is for --smdp"))
    }
  }

  /// What was given; nil where nothing was, which stands for the card's default SM-DP+.
  func activationCode() throws -> ActivationCode? {
    // A whole code may have come to stand where the server's name should.
    defer {
      Secret.blank(inArguments: [code, matchingId, smdp.flatMap { $0.contains("$") ? $0 : nil }])
    }
    if let smdp {
      guard let server = ServerAddress(smdp) else {
        throw Problem(
          .codeMalformed, Words("what was given as --smdp is no server's address"),
          nextStep: smdp.contains("$")
            ? Words("a whole activation code is given without --smdp")
            : Words("an address looks like rsp.example.com, without https://"))
      }
      return ActivationCode(server: server, matchingID: matchingId ?? "")
    }
    guard let text = try text() else { return nil }
    do throws(ActivationCodeError) {
      return try ActivationCode(text)
    } catch {
      throw Problem(.codeMalformed, error.message, nextStep: error.hint)
    }
  }

  private func text() throws -> String? {
    if let codeFd { return try Self.line(of: "/dev/fd/\(codeFd)") }
    if let qr { return try QRImage.activationCode(in: qr) }
    guard code == "-" else { return code }
    guard isatty(STDIN_FILENO) == 1 else { return try Self.line(of: "-") }
    guard let typed = Question.ask(Words("Activation code:").text, longest: 4096) else {
      throw Interruption.isRequested
        ? ChangeRefusal.interrupted
        : Problem(.codeMissing, Words("no activation code was given"))
    }
    return typed
  }

  private static func line(of path: String) throws -> String {
    let bytes = try InputFile.contents(of: path, atMost: 4096)
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
