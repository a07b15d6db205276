import ArgumentParser
import Card
import CardState
import HTTPS
import Provisioning
import Words

/// `cardinfo profiles discover`.
struct DiscoverProfiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: Words("Ask the card's discovery server (SM-DS) which profiles wait for it."),
    discussion: Words(
      """
      A carrier that knows the card's EID can leave a profile for it. The server learns the EID and this \
      network's address. What waits is downloaded with: cardinfo profiles download --smdp ADDRESS \
      --matching-id ID
      """))

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      Words("Another discovery server than the card's; may be repeated."), valueName: "address"))
  var smds: [String] = []

  @Option(help: ArgumentHelp(Words("The eUICC, by its EID or the end of it."), valueName: "digits"))
  var eid: String?

  @OptionGroup var cards: CardOptions

  @OptionGroup var servers: ServerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let transport = try servers.transport()
    let run = try ChangeRun(cards, eid: eid)
    let target = try run.onlyTarget()
    var found: [DiscoveredProfiles.Waiting] = []
    var problems: [Problem] = []
    for address in try addresses(of: target) where !Interruption.isRequested {
      do {
        let events = try target.events(at: address, through: transport, run.trace)
        found += events.map {
          DiscoveredProfiles.Waiting(
            discoveredAt: "\(address)", server: "\($0.server)", matchingID: $0.matchingID)
        }
      } catch {
        var problem = error
        problem.sentence = Words("\(address): \(error.sentence)")
        problems.append(problem)
      }
    }
    if Interruption.isRequested { problems.append(ChannelError.interrupted.problem) }
    try DiscoveredProfiles(waiting: found, isComplete: problems.isEmpty)
      .report(asJSON: answer.json, problems: problems)
  }

  /// Those that were named, else the card's own.
  private func addresses(of target: ChangeRun.Target) throws -> [ServerAddress] {
    let texts = smds.isEmpty ? [try target.addresses().rootSMDS].compactMap { $0 } : smds
    guard !texts.isEmpty else {
      throw Problem(
        .codeMissing, Words("the card names no discovery server"),
        nextStep: Words("name one with --smds"))
    }
    return try texts.map { text in
      guard let address = ServerAddress(text) else {
        throw Problem(.codeMalformed, Words("'\(text)' is no server's address"))
      }
      return address
    }
  }
}

/// The profiles that wait.
private struct DiscoveredProfiles: TextualAnswer {
  let waiting: [Waiting]
  private let isComplete: Bool

  struct Waiting: Encodable {
    let discoveredAt: String
    let server: String
    let matchingID: String
  }

  private enum CodingKeys: CodingKey { case waiting }

  init(waiting: [Waiting], isComplete: Bool) {
    self.waiting = waiting
    self.isComplete = isComplete
  }

  func lines(colour: Bool) -> [String] {
    if waiting.isEmpty { return isComplete ? [Words("no profile waits for this card").text] : [] }
    return waiting.map {
      "cardinfo profiles download --smdp \(Terminal.clean($0.server)) --matching-id "
        + ShellWord.quoted(Terminal.clean($0.matchingID))
    }
  }
}
