import CardState
import Words

/// Where notices go: what is configured stays, and one channel more is added.
struct ChannelSetup: SetupPart {
  private let options: NotifyOptions
  private let isSilent: Bool
  private var configuration: NotifyConfiguration?
  private var new: NewChannel?
  private var added: ConfiguredChannel?
  var problem: Problem?

  init(_ options: NotifyOptions, isSilent: Bool) {
    self.options = options
    self.isSilent = isSilent
    do {
      configuration = try NotifyConfiguration.read(options.path)
    } catch let error as any Explained {
      problem = error.problem
    } catch {
      problem = SystemFailure.unreadable(options.path).problem
    }
  }

  mutating func ask() throws {
    // What can't be read is not written over.
    if let problem {
      return SetupText.say(Words("Notices: left as they are, since \(problem.sentence)"))
    }
    if let configuration {
      SetupText.say(Words("Notices: \(options.path) sends them to \(Self.names(configuration))"))
      guard try Question.agree(to: Words("Add a channel?"), usual: false) else { return }
    } else {
      SetupText.say(Words("Notices: nothing says yet where they go"))
    }
    let kinds = ConfiguredChannel.Kind.allCases.filter { configuration == nil || $0 != .stdout }
    let choices = kinds.map { ($0.words, Optional($0)) }
    let kind = try Question.pick(
      Words("Where do you want to be told what has come due?"), among: choices, usual: nil,
      by: Words("nowhere yet"))
    guard let kind else { return }
    new = try NewChannel(kind, besides: configuration, in: options.directory)
    if new == nil { StandardError.warn(Words("no channel is added without that")) }
  }

  var plan: [Words] {
    guard let new else { return [] }
    return [Words("send notices to \(new.name), by \(options.path)")]
      + new.secrets.map { Words("keep a secret of its own in \(options.directory)/\($0.file)") }
  }

  mutating func perform() throws {
    guard let new else { return }
    try PrivateDirectory.make(options.directory)
    let file = try NotifyConfigurationFile(options.path)
    let (bytes, configuration) = try file.adding(new.members)
    // Secrets first: the file that names them is whole once it is there.
    for secret in new.secrets {
      try PrivateFile.replace("\(options.directory)/\(secret.file)", with: secret.text + [0x0A])
    }
    try PrivateFile.replace(options.path, with: bytes)
    self.configuration = configuration
    added = configuration.channels.last
  }

  mutating func prove() throws {
    guard let added else { return }
    guard try Question.agree(to: Words("Send a test notice to \(added.name)?"), usual: true) else {
      return
    }
    let (report, problem) = try NoticeTest.send(to: added, options, isSilent: isSilent)
    self.problem = problem
    guard report.sent, added.kind != .stdout else { return }
    SetupText.say(Words("\(added.name): it took the test message"))
  }

  /// Writes a configuration by hand.
  private var example: String {
    let path = ShellWord.quoted(options.path)
    return """
      (umask 077; mkdir -p \(ShellWord.quoted(options.directory)); \
      echo '{"channels": [{"name": "phone", "kind": "ntfy", "topic": "TOPIC"}]}' > \(path))
      """
  }

  private static func names(_ configuration: NotifyConfiguration) -> Words {
    .listed(configuration.channels.map { Words(verbatim: "\($0.name) (\($0.kind.rawValue))") })
  }

  var row: SetupAnswer.Row {
    guard let configuration else {
      return SetupAnswer.Row(
        part: .channel, state: problem == nil ? .open : .failed,
        finding: problem == nil
          ? Words("nothing says where they go; they would go to standard output")
          : Words("\(options.path) was left as it is"),
        commands: problem == nil ? [example, "cardinfo notify test"] : [])
    }
    return SetupAnswer.Row(
      part: .channel, state: problem != nil ? .failed : added == nil ? .kept : .done,
      finding: Words("\(options.path) sends them to \(Self.names(configuration))"),
      commands: problem == nil ? [] : ["cardinfo notify test"])
  }
}
