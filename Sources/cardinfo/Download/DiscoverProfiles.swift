import ArgumentParser
import Card
import CardState
import Glibc
import HTTPS
import Provisioning
import Words

/// `cardinfo profiles discover`.
struct DiscoverProfiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: Words("Ask the card's discovery servers (SM-DS) which profiles wait for it."),
    discussion: Words(
      """
      A carrier that knows the card's EID can leave a profile for it. Each server learns the EID and this \
      network's address. On a terminal you are asked what to download; else --download says it.
      """))

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      Words("Another discovery server than the card's; may be repeated."), valueName: "address"))
  var smds: [String] = []

  @Option(
    help: ArgumentHelp(
      Words("Download what waits: its number in the list, its matching identifier, or all."),
      valueName: "which"))
  var download: String?

  @OptionGroup var options: DownloadOptions

  func run() throws {
    try options.line.check(options.change.ledger)
    let transport = try options.change.servers.transport()
    let run = try options.run()
    let target = try run.onlyTarget(asking: smds.isEmpty ? [.addresses] : [])
    var found: [Found] = []
    var problems: [Problem] = []
    for address in try addresses(of: target) where !Interruption.isRequested {
      do {
        let events = try ProgressLine.during(Words("asking \("\(address)")")) {
          () throws(Problem) in
          try target.events(at: address, through: transport, run.trace)
        }
        for event in events
        where !found.contains(where: { $0.event == event }) {
          found.append(Found(address: address, event: event))
        }
      } catch {
        var problem = error
        problem.sentence = Words("\("\(address)"): \(error.sentence)")
        problems.append(problem)
      }
    }
    if Interruption.isRequested { problems.append(ChannelError.interrupted.problem) }
    var answer = DiscoveredProfiles(found, isComplete: problems.isEmpty, for: options.change)
    do {
      for event in try chosen(among: found) where !Interruption.isRequested {
        // Each finds the card as the one before left it.
        let target = try run.now(target, asking: ChangeRun.Target.beforeDownload)
        try target.requireDownloads()
        let code = ActivationCode(server: event.server, matchingID: event.matchingID)
        let finished = try options.download(code, to: target, run, through: transport)
        answer.take(finished.answer)
        problems += finished.problems
      }
    } catch let error as any Explained {
      problems.append(error.problem)
    }
    try answer.report(asJSON: options.change.json, problems: problems)
  }

  /// A profile that waits, and who knows of it.
  fileprivate struct Found {
    var address: ServerAddress
    var event: RSPServer.Event
  }

  /// Those to download: that were named, or are chosen on a terminal.
  private func chosen(among found: [Found]) throws -> [RSPServer.Event] {
    let events = found.map(\.event)
    let chosen: [RSPServer.Event]
    if let download {
      guard !found.isEmpty else { return [] }
      chosen = named(download, among: events)
      guard !chosen.isEmpty else {
        throw Problem(
          .codeMissing, Words("nothing that waits has this number or matching identifier"),
          nextStep: Words("cardinfo profiles discover lists what waits"))
      }
    } else {
      chosen = ask(events)
    }
    guard chosen.count <= 1 || options.line.isOfAny else {
      throw Problem(.usage, Words("--name and --replaces are of one line, and several wait"))
    }
    return chosen
  }

  private func named(_ name: String, among events: [RSPServer.Event]) -> [RSPServer.Event] {
    if name.lowercased() == "all" { return events }
    let identified = events.filter { $0.matchingID == name }
    if !identified.isEmpty { return identified }
    return events.indices.filter { Int(name) == $0 + 1 }.map { events[$0] }
  }

  private func ask(_ events: [RSPServer.Event]) -> [RSPServer.Event] {
    guard !events.isEmpty, !options.change.json, !options.change.yes,
      isatty(STDOUT_FILENO) == 1, Question.canBeAsked
    else { return [] }
    var choices = events.map { event in
      (Words(verbatim: "\(event.matchingID) (\(event.server))"), [event])
    }
    if events.count > 1 { choices.append((Words("all of them"), events)) }
    return Question.choose(Words("Which is to be downloaded?"), among: choices) ?? []
  }

  /// Those that were named, else the card's own.
  private func addresses(of target: ChangeRun.Target) throws -> [ServerAddress] {
    let texts = smds.isEmpty ? try target.addresses().allSMDS : smds
    guard !texts.isEmpty else {
      throw Problem(
        .codeMissing, Words("the card names no discovery server"),
        nextStep: Words("name one with --smds"))
    }
    return try texts.map { text in
      guard let address = ServerAddress(text) else {
        throw Problem(.codeMalformed, Words("what was given is no server's address"))
      }
      return address
    }
  }
}

/// The profiles that wait, and what became of those that were downloaded.
private struct DiscoveredProfiles: TextualAnswer {
  private let waiting: [Waiting]
  private let isComplete: Bool
  /// The options that say which card it is for.
  private let place: String
  private var downloads: [DownloadAnswer] = []

  struct Waiting: Encodable {
    let discoveredAt: String
    let server: String
    let matchingID: String
  }

  private enum CodingKeys: CodingKey { case waiting, downloads }

  init(_ found: [DiscoverProfiles.Found], isComplete: Bool, for change: ChangeOptions) {
    place =
      change.cards.reader.map { " -r \(ShellWord.quoted($0))" }.joined()
      + (change.eid.map { " --eid \($0)" } ?? "")
    waiting = found.map {
      Waiting(
        discoveredAt: "\($0.address)", server: "\($0.event.server)",
        matchingID: $0.event.matchingID)
    }
    self.isComplete = isComplete
  }

  mutating func take(_ download: DownloadAnswer) { downloads.append(download) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(waiting, forKey: .waiting)
    if !downloads.isEmpty {
      try container.encode(downloads.map(\.download), forKey: .downloads)
    }
  }

  func lines(colour: Bool) -> [String] {
    if !downloads.isEmpty {
      return Array(downloads.map { $0.lines(colour: colour) }.joined(separator: [""]))
    }
    if waiting.isEmpty { return isComplete ? [Words("no profile waits for this card").text] : [] }
    return waiting.map {
      "cardinfo profiles download --smdp \(Terminal.clean($0.server)) --matching-id "
        + ShellWord.quoted(Terminal.clean($0.matchingID)) + place
    }
  }
}

extension ConfiguredAddresses {
  /// The discovery servers, the root first.
  fileprivate var allSMDS: [String] {
    ([rootSMDS].compactMap { $0 } + (additionalSMDS ?? [])).filter { !$0.isEmpty }
  }
}
