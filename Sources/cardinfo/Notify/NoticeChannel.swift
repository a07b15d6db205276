import FoundationEssentials
import Glibc
import Words

/// A way by which a message reaches people.
protocol NoticeChannel {
  /// Sends a message: once it returns, the message has been taken.
  ///
  /// - Throws: A ``Problem`` without a secret and without what was sent.
  func send(_ message: NoticeMessage) throws
}

extension ConfiguredChannel {
  /// The channel itself.
  ///
  /// - Parameters:
  ///   - directory: where the configuration is.
  ///   - isSilent: whether standard output is for a document alone.
  func channel(beside directory: String, isSilent: Bool) -> any NoticeChannel {
    switch kind {
    case .stdout: OutputChannel(isSilent: isSilent)
    case .exec: ProgramChannel(command: settings["command"], directory: directory)
    case .mail: MailChannel(configured: self, directory: directory)
    case .webhook, .ntfy, .bark, .serverChan, .telegram, .gotify, .apprise, .dingTalk, .weCom:
      WebhookChannel(
        configured: self, form: kind.webhook ?? WebhookForm(url: "", settings: []),
        directory: directory)
    }
  }
}

/// Standard output.
struct OutputChannel: NoticeChannel {
  let isSilent: Bool

  func send(_ message: NoticeMessage) {
    if !isSilent { StandardOutput.write(message.text + "\n") }
  }
}

/// A program that is given the message as JSON.
struct ProgramChannel: NoticeChannel {
  let command: ConfiguredText?
  let directory: String

  func send(_ message: NoticeMessage) throws {
    let text = try command?.value(beside: directory) ?? ""
    // What it prints is not this program's answer.
    let reason = ChildProcess(shell: text).run(
      reading: try message.json + [0x0A], output: STDERR_FILENO, patience: .seconds(60))
    guard let reason else { return }
    guard !Interruption.isRequested else { throw ChangeRefusal.interrupted.problem }
    throw Problem(
      .commandFailed, Words("its command failed: \(reason)"),
      nextStep: Words("try it by hand; cardinfo notify test sends it a message"))
  }
}

/// Mail, by the system's own program for it.
struct MailChannel: NoticeChannel {
  let configured: ConfiguredChannel
  let directory: String

  /// Whether a text can be an address in the head of a mail.
  static func isAddress(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2C }
  }

  func send(_ message: NoticeMessage) throws {
    let from = try configured.settings["from"]?.value(beside: directory)
    guard !configured.to.isEmpty,
      (configured.to + [from].compactMap { $0 }).allSatisfy(Self.isAddress)
    else {
      throw Problem(
        .badNotifyConfiguration, Words("a mail address is none"),
        nextStep: Words("\(Manual.page("notify")) says what stands in it"))
    }
    let program = try configured.settings["sendmail"]?.value(beside: directory)
    // Who gets it stands in the mail, and not among arguments, which others can see.
    let reason = ChildProcess([program ?? "/usr/sbin/sendmail", "-i", "-t"]).run(
      reading: Array(Self.mail(message, from: from, to: configured.to).utf8),
      output: STDERR_FILENO, patience: .seconds(60))
    guard let reason else { return }
    guard !Interruption.isRequested else { throw ChangeRefusal.interrupted.problem }
    throw Problem(
      .commandFailed, Words("sendmail failed: \(reason)"),
      nextStep: Words(
        "install a program that has it, such as msmtp-mta, or name it with \"sendmail\""))
  }

  /// The mail (RFC 5322, RFC 2045 §6.8, RFC 2047 §4.1).
  static func mail(_ message: NoticeMessage, from: String?, to: [String]) -> String {
    let title = Data(message.title.utf8)
    // An encoded word has 75 characters at most, and no character is cut.
    var words: [String] = []
    var part = ""
    for character in String(decoding: title, as: UTF8.self) {
      if part.utf8.count + String(character).utf8.count > 42 {
        words.append(part)
        part = ""
      }
      part.append(character)
    }
    let subject = (words + [part]).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
    var body = ""
    var rest = Data((message.text + "\n").utf8).base64EncodedString()[...]
    while !rest.isEmpty {
      body += rest.prefix(76) + "\n"
      rest = rest.dropFirst(76)
    }
    let headers =
      [from.map { "From: \($0)" }].compactMap { $0 } + [
        "To: \(to.joined(separator: ",\n "))", "Subject: \(subject.joined(separator: "\n "))",
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64", "Auto-Submitted: auto-generated",
      ]
    return headers.joined(separator: "\n") + "\n\n" + body
  }
}
