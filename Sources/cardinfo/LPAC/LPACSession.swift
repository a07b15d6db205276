import Card
import CardState
import PCSC
import Words

/// One run in lpac's grammar: the card that lpac would take, and what it is asked.
final class LPACSession {
  let servers: ServerOptions
  let ledger: LedgerOptions
  let environment = LPACEnvironment()
  private let cards: CardOptions
  private var changeRun: ChangeRun?

  init(_ cards: CardOptions, _ servers: ServerOptions, _ ledger: LedgerOptions) throws {
    self.cards = cards
    self.servers = servers
    self.ledger = ledger
  }

  func perform(_ request: LPACRequest) throws {
    switch request {
    case .version: try succeed(.string("\(Self.spoken)+cardinfo.\(Version.current)"))
    case .drivers:
      try LPACLine.write(
        LPACLine.driver([
          "LPAC_APDU": .array([.string("pcsc")]), "LPAC_HTTP": .array([.string("curl")]),
        ]))
    case .httpDrivers: break
    case .readers: try listReaders()
    case .chip:
      try show(
        "es10c_ex_get_euiccinfo2", .information, asking: [.information, .addresses, .rules],
        LPACChipInformation.data)
    case .profiles:
      try show(
        "es10c_get_profiles_info", .profiles, asking: [.profiles, .icons], LPACLine.profiles)
    case .notifications:
      try show(
        "es10b_list_notification", .notifications, asking: [.notifications],
        LPACLine.notifications)
    case .defaultServer(let address): try setDefaultServer(address)
    case .purge: try purge()
    case .enable(let profile, let refresh): try enable(profile, refresh)
    case .disable(let profile, let refresh): try disable(profile, refresh)
    case .rename(let profile, let name): try rename(profile, to: name)
    case .delete(let profile): try delete(profile)
    case .download(let options): try download(options)
    case .discovery(let server, let imei): try discover(server, imei)
    case .process(let numbers, let removes): try process(numbers, removing: removes)
    case .remove(let numbers): try remove(numbers)
    case .dump(let numbers): try dump(numbers)
    }
  }

  /// The version of lpac whose grammar and answers these are.
  private static let spoken = "2.3.0"

  /// The way to the cards of the one reader that is meant.
  func run() throws -> ChangeRun {
    if let changeRun { return changeRun }
    let run = try LPACFailure.naming("euicc_init") {
      try environment.requirePCSC()
      var chosen = cards
      if cards.virtual.isEmpty, cards.reader.isEmpty {
        let states = try PCSCContext(Patience(seconds: cards.wait)).readerStates()
        chosen.reader = ["\(try environment.reader(among: states))"]
      }
      if environment.isTraced, cards.trace == nil { chosen.trace = "-" }
      return try ChangeRun(
        chosen, eid: nil, block: try environment.block() ?? StoreData.usualBlock)
    }
    changeRun = run
    return run
  }

  /// The one eUICC that is meant, with the answers to `questions`.
  func target(asking questions: Set<EUICCQuestion>) throws -> ChangeRun.Target {
    let run = try run()
    return try LPACFailure.naming("euicc_init") {
      try environment.choose(from: try run.targets(asking: questions))
    }
  }

  /// Says that it is done.
  func succeed(_ data: JSONValue = .null) throws { try LPACLine.write(LPACLine.success(data)) }

  /// Says what is about to be done.
  func progress(_ function: String, _ data: JSONValue = .null) throws {
    try LPACLine.write(LPACLine.progress(function, data))
  }

  /// Prints what the eUICC says. What there is to know beside it goes to standard error.
  private func show(
    _ function: String, _ part: UnreadAnswer.Function, asking questions: Set<EUICCQuestion>,
    _ data: (EUICC) -> JSONValue?
  ) throws {
    let target = try target(asking: questions)
    WarningsText.lines(of: target.card, colour: false).forEach(StandardError.write)
    guard let data = data(target.euicc) else {
      throw LPACFailure(function, target.unread(part) ?? .withoutAnswer)
    }
    try succeed(data)
  }

  private func listReaders() throws {
    let names: [String] = try LPACFailure.naming("euicc_init") {
      try environment.requirePCSC()
      return cards.virtual.isEmpty
        ? try PCSCContext(Patience(seconds: cards.wait)).readerStates().map(\.name)
        : try cards.accesses().cards.map(\.reader.name)
    }
    try LPACLine.write(
      LPACLine.driver([
        "env": .string("LPAC_APDU_PCSC_DRV_IFID"),
        "data": .array(
          names.enumerated().map {
            .object(["env": .string("\($0.offset)"), "name": .string($0.element)])
          }),
      ]))
  }
}
