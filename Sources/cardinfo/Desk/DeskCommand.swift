import ArgumentParser
import FoundationEssentials
import Glibc
import Words

/// `cardinfo desk`.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: Words("Show the lines and cards in a browser on this machine, until Ctrl-C."),
    discussion: Words(
      """
      It prints a link that lets one browser in, once; the session ends with the program. Nobody else gets \
      in, neither pages of others nor other users of this machine, and no other machine unless --listen \
      names an address and there is a certificate. Nothing is asked of the network.
      """))

  @Option(
    help: ArgumentHelp(
      Words("The port (default: \(Int(Self.usualPort)); 0 for any that is free)."),
      valueName: "number"))
  var port: UInt16 = Self.usualPort

  @Option(
    help: ArgumentHelp(
      Words(
        "Listen on this address of the machine, for a phone on the same network; needs a certificate."
      ),
      valueName: "address"))
  var listen: String?

  @Option(
    help: ArgumentHelp(
      Words("The certificate for that address, and those it is signed with (PEM)."),
      valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp(Words("The certificate's key (PEM)."), valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      Words(
        "Keep a link in this file, readable by you alone, instead of printing it; once it is used, a new one."
      ),
      valueName: "file"))
  var linkFile: String?

  @Flag(help: ArgumentHelp(Words("Mask numbers, ICCIDs and what else identifies a line.")))
  var redact = false

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var servers: ServerOptions

  @OptionGroup var answer: AnswerOptions

  private static let usualPort: UInt16 = 8372

  func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError(Words("--certificate and --key belong together"))
    }
    guard listen == nil || certificate != nil else {
      throw ValidationError(
        Words("--listen needs --certificate and --key: others could read along without them"))
    }
    guard certificate == nil || listen != nil else {
      throw ValidationError(Words("--certificate is for --listen"))
    }
    guard !["0.0.0.0", "::"].contains(listen) else {
      throw ValidationError(
        Words("--listen is one address of this machine, such as 192.168.1.5"))
    }
  }

  func run() throws {
    // What somebody names has to be there.
    if ledger.ledger != nil { _ = try ledger.openIfThere() }
    let identity = try certificate.flatMap { certificate in
      try key.map { key in
        WebServer.Identity(certificate: try Self.text(certificate), key: try Self.text(key))
      }
    }
    // A file of certificates that is not there is said to be missing now, and not in the middle of a download.
    _ = try servers.ca.map { try Self.text($0) }
    try linkFile.map(DeskEntrance.requireFree)
    let socket = try ListeningSocket(listen ?? ListeningSocket.loopback, port: port)
    let gate = DeskGate(host: socket.host, port: socket.port, isSecure: identity != nil)
    let service = try DeskService(
      gate, ledger: ledger, showsIdentifiers: !redact, servers: servers)
    service.watch()
    let server = try WebServer(service, on: socket, as: identity)
    let root = "\(gate.scheme)://\(socket.host):\(socket.port)"
    let entrance = DeskEntrance(root: root, sessions: gate.sessions)
    let link = linkFile == nil ? entrance.newLink() : nil
    try linkFile.map(entrance.keepLink)
    if answer.json {
      try Document(.answer, Opened(desk: .init(address: root, link: link))).write()
    } else if let link {
      StandardOutput.write("\(link)\n")
      StandardError.note(
        Words("open this link in a browser; it works once, and Ctrl-C ends the desk"))
    } else if let linkFile {
      StandardError.note(Words("the link that lets a browser in is in \(linkFile)"))
    }
    while !Interruption.isRequested {
      try linkFile.map(entrance.keepLink)
      usleep(100_000)
    }
    linkFile.map { _ = unlink($0) }
    service.end()
    withExtendedLifetime(server) {}
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try InputFile.contents(of: file, atMost: 1 << 20), as: UTF8.self)
  }

  private struct Opened: Encodable {
    let desk: Desk

    struct Desk: Encodable {
      let address: String
      let link: String?
    }
  }
}
