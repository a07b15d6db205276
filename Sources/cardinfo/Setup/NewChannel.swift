import CardState
import FoundationEssentials
import Glibc
import HTTPS
import Words

/// A channel as it was answered for: what stands in the configuration, and the secrets that don't.
struct NewChannel {
  let name: String
  private(set) var members: [String: JSONValue]
  /// Each goes into a file of its own.
  private(set) var secrets: [KeptSecret] = []
  private let directory: String

  struct KeptSecret {
    /// Beside the configuration.
    let file: String
    let text: [UInt8]
  }

  /// Asks for what a kind of channel needs.
  ///
  /// - Returns: Nil where something that it can't do without was not given.
  init?(
    _ kind: ConfiguredChannel.Kind, besides known: NotifyConfiguration?, in directory: String
  ) throws(Question.Stopped) {
    name = Self.free(kind.rawValue) { name in
      known?.channels.contains { $0.name == name } == true
    }
    self.directory = directory
    members = ["name": .string(name), "kind": .string(kind.rawValue)]
    if kind == .mail {
      let to = try Question.settle(
        Words("Mail address, or several with commas between them:"), usual: []
      ) { Self.addresses($0) }
      guard !to.isEmpty else { return nil }
      members["to"] = .array(to.map { .string($0) })
    }
    for setting in kind.settings where setting.isAsked(of: kind) {
      let isGiven =
        setting.isHidden(in: kind) ? try askHidden(setting, kind) : try ask(setting, kind)
      guard isGiven || setting.need == .optional else { return nil }
    }
  }

  private mutating func ask(
    _ setting: ChannelSetting, _ kind: ConfiguredChannel.Kind
  ) throws(Question.Stopped) -> Bool {
    let proposed = setting.proposal(for: kind)
    let bracket = (proposed ?? kind.webhook?.usual[setting.name]).map { " [\($0)]" } ?? ""
    let text = try Question.settle(
      Words(verbatim: setting.question(of: kind).text + bracket + ":"), usual: proposed ?? ""
    ) { $0 }
    guard !text.isEmpty else { return kind.webhook?.usual[setting.name] != nil }
    members[setting.name] = .string(text)
    guard ["server", "url"].contains(setting.name) else { return true }
    return try askAboutEncryption(of: text)
  }

  /// Without TLS a server is called only if somebody says so.
  private mutating func askAboutEncryption(of address: String) throws(Question.Stopped) -> Bool {
    let host = address.dropFirst("http://".count).prefix { $0 != "/" }
    guard address.lowercased().hasPrefix("http://"), ServerAddress(host)?.isLoopback != true else {
      return true
    }
    let isAllowed = try Question.agree(
      to: Words("That address is not encrypted: what is sent can be read on the way. Use it?"),
      usual: false)
    if isAllowed { members["plainHTTP"] = .boolean(true) }
    return isAllowed
  }

  private mutating func askHidden(
    _ setting: ChannelSetting, _ kind: ConfiguredChannel.Kind
  ) throws(Question.Stopped) -> Bool {
    while true {
      let question = Words(
        """
        \(setting.question(of: kind)); it is not shown, and kept in a file of its own. Or $NAME, for a variable \
        of the environment that holds it:
        """)
      guard let bytes = Secret.ask(question, longest: 2_048), !Interruption.isRequested
      else { throw Question.Stopped() }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.isEmpty { return false }
      if text.first == "$", text.dropFirst().allSatisfy(Self.isOfVariable), text.count > 1 {
        members[setting.name] = .object(["environment": .string(String(text.dropFirst()))])
        return true
      }
      guard bytes.count < 2_048, text.unicodeScalars.allSatisfy(Terminal.isHarmless),
        !text.allSatisfy(\.isWhitespace)
      else {
        StandardError.warn(Words("that is no key or token: it is to be one line of text"))
        continue
      }
      let file = Self.free("\(name)-\(setting.name)") { name in
        access("\(directory)/\(name)", F_OK) == 0
      }
      secrets.append(KeptSecret(file: file, text: bytes))
      members[setting.name] = .object(["file": .string(file)])
      return true
    }
  }

  private static func isOfVariable(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// A name, with a number where it is taken.
  private static func free(_ name: String, isTaken: (String) -> Bool) -> String {
    var free = name
    var count = 1
    while isTaken(free) {
      count += 1
      free = "\(name)-\(count)"
    }
    return free
  }

  private static func addresses(_ text: String) -> [String]? {
    let addresses = text.split { $0 == "," || $0 == " " }.map(String.init)
    return addresses.allSatisfy(MailChannel.isAddress) && !addresses.isEmpty ? addresses : nil
  }
}

extension ChannelSetting {
  /// Whether it is asked about; the rest can be written into the file.
  fileprivate func isAsked(of kind: ConfiguredChannel.Kind) -> Bool {
    switch (kind, name) {
    case (.ntfy, _), (.bark, _): true
    case (_, "server"): need == .required
    case (.mail, _): false
    default: true
    }
  }

  /// Whether it is typed without being shown. An address of a webhook has its key in it.
  fileprivate func isHidden(in kind: ConfiguredChannel.Kind) -> Bool {
    isSecret || (kind == .webhook && name == "url")
  }

  /// What Enter alone means. Whoever knows a topic of ntfy can read it: nobody can guess this one.
  fileprivate func proposal(for kind: ConfiguredChannel.Kind) -> String? {
    guard kind == .ntfy, name == "topic" else { return nil }
    return "cardinfo-\(UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(20))"
  }

  fileprivate func question(of kind: ConfiguredChannel.Kind) -> Words {
    let what: Words =
      switch name {
      case "topic": Words("Topic to subscribe to on the phone")
      case "server": Words("Address of the server")
      case "url": Words("Address, such as https://SERVER/PATH")
      case "urls": Words("Apprise addresses of the services, for /notify/")
      case "key": Words("Key of the device, robot or account")
      case "token": Words("Token", context: "of a service")
      case "secret": Words("Secret of the robot's signature")
      case "chat": Words("Chat's number or @NAME")
      case "command": Words("Command for a shell; it reads a notice as JSON")
      default: Words(verbatim: name)
      }
    return need == .optional ? Words("\(what) (Enter: none or the usual one)") : what
  }
}

extension ConfiguredChannel.Kind {
  /// What people know it as.
  var words: Words {
    switch self {
    case .stdout: Words("standard output")
    case .exec: Words("a command of yours")
    case .mail: Words("mail, by this machine's sendmail")
    case .webhook: Words("a webhook of any service")
    case .ntfy: Words(verbatim: "ntfy")
    case .bark: Words(verbatim: "Bark")
    case .serverChan: Words(verbatim: "ServerChan (Server酱)")
    case .telegram: Words("a Telegram bot")
    case .gotify: Words(verbatim: "Gotify")
    case .apprise: Words(verbatim: "Apprise API")
    case .dingTalk: Words("a DingTalk robot")
    case .weCom: Words("a WeCom robot")
    }
  }
}
