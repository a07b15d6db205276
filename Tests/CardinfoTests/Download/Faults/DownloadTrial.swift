import ArgumentParser
import Card
import CardState
import Foundation
import HTTPS
import Provisioning
import Testing

@testable import cardinfo

/// One download on which something happens, held against what is on the card and at the server
/// afterwards: neither is asked by what is tried.
struct DownloadTrial {
  /// What is tried.
  var cardFault: (at: Int, what: CardFault)?
  var serverFault: (function: String, what: ServerFault)?
  /// Whether the person only looks.
  var isPreview = false

  /// What became of it, and where it happened.
  struct Report {
    /// What was said, at the time and, where that was advised, after `--resume`.
    var said: [Said] = []
    /// Where it happened; nil where it never came to that.
    var place: String?
    var truth = Truth()
    /// What the card was asked at each exchange.
    var steps: [String] = []

    /// In a few words.
    var words: String {
      said.map { "\($0.isOnCard) / \($0.isCodeUsed)" }.joined(separator: ", then ")
        + " — \(truth.order)" + (truth.isOnCard ? ", on the card" : "")
        + (said.last.map { " — \($0.next)" } ?? "")
    }
  }

  /// Three sentences.
  struct Said {
    var isOnCard: Certainty
    var isCodeUsed: Certainty
    var next: String
  }

  /// What is so.
  struct Truth: Sendable {
    var isOnCard = false
    var order = ""
    /// What the server was asked, as far as anything arrived there.
    var asked: [String] = []
  }

  private struct Order: Decodable {
    var state: String
  }

  private struct Entry: Decodable {
    var function: String?
  }

  private struct Session: Decodable {
    var transaction: String
    var eid: String?
  }

  /// Tries it, and records what was said and is not so.
  func run(on servers: TestServers) throws -> Report {
    let name =
      "\(cardFault.map { "\($0.what) \($0.at)" } ?? "") \(serverFault.map { "\($0)" } ?? "")"
    try Self.forget(servers)
    let scratch = try Scratch()
    let person = Person()
    let transport = try FaultyTransport(servers, person)
    let card = try FaultyCard("blank-euicc")
    let (snapshot, before) = try card.euicc()
    let target = ChangeRun.Target(access: card, card: snapshot, euicc: before)
    card.fault = cardFault
    card.whenItHappens = {
      if cardFault?.what == .interrupted { person.interrupt() }
      if cardFault?.what == .powerCut { transport.isCut = true }
    }
    card.whenDone = { card in
      for session in try Self.sessions(of: servers) {
        let transaction = try #require([UInt8](hex: session.transaction))
        #expect(
          try !card.signsCancellation(of: transaction), "\(name): a session was left open")
      }
    }
    transport.fault = serverFault
    let desk = try InProcess(scratch, isPreview: isPreview)

    // What the command does.
    let download = DownloadRun(
      try ActivationCode(servers.activationCode), for: .reader, on: target, through: transport,
      block: StoreData.longestBlock, trace: nil, journals: desk.journals,
      isCancelled: person.wantsItToEnd)
    let consent = DownloadConsent(desk.command.options, target, isPreview: desk.command.preview)
    var outcome = download.perform(decide: consent.decide, accepts: consent.accepts)
    var report = Report()
    if cardFault?.what == .powerCut, card.hasHappened {
      // Nobody is left to say anything.
    } else {
      _ = desk.run.judge(&outcome, on: target)
      download.close(outcome)
      report.said.append(Said(outcome))
      if isPreview == false, (outcome.problem ?? consent.refusal) == nil {
        #expect(outcome.isInstalled, "\(name): no problem, and not installed")
      }
    }
    report.steps = card.steps
    guard card.hasHappened || transport.hasHappened else {
      report.truth = try truth(card, servers)
      return report
    }
    report.place = serverFault?.function ?? cardFault.flatMap { card.steps[safe: $0.at - 1] }

    // Whatever it was is over.
    card.insert()
    person.forget()
    transport.fault = nil
    transport.isCut = false
    try Self.calm(servers)
    report.truth = try truth(card, servers)
    if let fault = serverFault, fault.what.isUntrusted {
      #expect(!report.truth.asked.contains(fault.function), "\(name): it was told something")
    }
    if let said = report.said.last { hold(said, against: report.truth, name) }
    try resume(card, servers, transport, desk, &report, name)
    #expect(report.said.last?.isOnCard != .unknown, "\(name): never settled")
    #expect(try desk.journals.all().isEmpty, "\(name): a journal is left")
    try followAdvice(report, card, servers, desk, name)
    return report
  }

  /// `--resume`, where it was advised, or where a power cut left nothing but the journal.
  private func resume(
    _ card: FaultyCard, _ servers: TestServers, _ transport: FaultyTransport, _ desk: InProcess,
    _ report: inout Report, _ name: String
  ) throws {
    let hasJournal = try !desk.journals.all().isEmpty
    let isAdvised = report.said.last?.next.contains("--resume") ?? hasJournal
    #expect(isAdvised == hasJournal, "\(name): advised \(isAdvised), journal \(hasJournal)")
    guard hasJournal else { return }
    let (snapshot, euicc) = try card.euicc()
    let target = ChangeRun.Target(access: card, card: snapshot, euicc: euicc)
    let (answer, problems) = try ResumedDownload(desk.run, journals: desk.journals)
      .resume({ [target] }, through: { transport })
    #expect(problems.isEmpty, "\(name): \(problems)")
    report.truth = try truth(card, servers)
    let said = Said(
      isOnCard: answer.download.isOnCard, isCodeUsed: answer.download.isCodeUsed,
      next: answer.download.sentences.last?.text ?? "")
    report.said.append(said)
    hold(said, against: report.truth, name)
  }

  /// Nothing that was said may be otherwise.
  private func hold(_ said: Said, against truth: Truth, _ name: String) {
    switch said.isOnCard {
    case .yes: #expect(truth.isOnCard, "\(name): not on the card")
    case .no: #expect(!truth.isOnCard, "\(name): on the card")
    case .unknown:
      // Only where the card could not be read.
      #expect(
        [.pulled, .pulledBehind].contains(cardFault?.what), "\(name): it could be known")
    }
    let isDead = truth.isOnCard || ["error", "installed", "expired"].contains(truth.order)
    switch said.isCodeUsed {
    // A server that says so is believed.
    case .yes: #expect(isDead || serverFault?.what.isRefusal == true, "\(name): the code is good")
    case .no: #expect(!isDead, "\(name): the code is used up")
    case .unknown: break
    }
  }

  /// Does what was advised last.
  private func followAdvice(
    _ report: Report, _ card: FaultyCard, _ servers: TestServers, _ desk: InProcess,
    _ name: String
  ) throws {
    guard let said = report.said.last else { return }
    let next = said.next.lowercased()
    if report.truth.isOnCard {
      #expect(next.contains("enable"), "\(name): \(said.next)")
    } else if said.isCodeUsed == .no {
      // It was said to be good: the same again, from the start, does it.
      try Self.download(card, servers, InProcess(desk.scratch, isPreview: false))
      #expect(
        try truth(card, servers).isOnCard, "\(name): said to be good, and is not")
    } else if next.contains("run the"), ["error", "expired"].contains(report.truth.order) {
      #expect(
        next.contains("if the server") || next.contains("new"),
        "\(name): nothing says what to do when the code is refused: \(said.next)")
    }
  }
}

// The other side.
extension DownloadTrial {
  /// A card that has just taken the profile, whose server does not know yet.
  static func downloaded(from servers: TestServers) throws -> FaultyCard {
    try forget(servers)
    let card = try FaultyCard("blank-euicc")
    try download(card, servers, InProcess(Scratch(), isPreview: false))
    return card
  }

  /// A download on which nothing happens.
  private static func download(
    _ card: FaultyCard, _ servers: TestServers, _ desk: InProcess
  ) throws {
    let (snapshot, euicc) = try card.euicc()
    let target = ChangeRun.Target(access: card, card: snapshot, euicc: euicc)
    let download = DownloadRun(
      try ActivationCode(servers.activationCode), for: .reader, on: target,
      through: try FaultyTransport(servers, Person()), block: StoreData.longestBlock, trace: nil,
      journals: desk.journals)
    let consent = DownloadConsent(desk.command.options, target, isPreview: desk.command.preview)
    let outcome = download.perform(decide: consent.decide, accepts: consent.accepts)
    download.close(outcome)
  }

  private static func forget(_ servers: TestServers) throws {
    try servers.control.clear("/notifications")
    try servers.control.clear("/sessions")
    try servers.control.clear("/log")
    try servers.control.add(servers.order, to: "/orders")
  }

  static func calm(_ servers: TestServers) throws {
    try servers.control.clear("/faults")
    try servers.control.add(["server": "dp", "certificate": "dp-tls"], to: "/certificates")
  }

  private func truth(_ card: FaultyCard, _ servers: TestServers) throws -> Truth {
    let profiles = try #require(try card.euicc().1.profiles)
    let order = try #require(try servers.control.value([Order].self, at: "/orders").first)
    return Truth(
      isOnCard: profiles.contains { $0.iccid == TestServers.iccid }, order: order.state,
      asked: try servers.control.value([Entry].self, at: "/log").compactMap(\.function))
  }

  /// Sessions in which the server knows the eUICC: those that can be cancelled.
  private static func sessions(of servers: TestServers) throws -> [Session] {
    try servers.control.value([Session].self, at: "/sessions").filter { $0.eid != nil }
  }
}

extension DownloadTrial.Said {
  fileprivate init(_ outcome: DownloadOutcome) {
    self.init(
      isOnCard: outcome.isOnCard, isCodeUsed: outcome.isCodeUsed,
      next: outcome.nextWords(enabling: nil).text)
  }
}

/// The command in this process, with a journal of its own and no ledger.
private struct InProcess {
  let scratch: Scratch
  let command: DownloadProfile
  let run: ChangeRun
  let journals: DownloadJournals

  init(_ scratch: Scratch, isPreview: Bool) throws {
    self.scratch = scratch
    let parsed = try DownloadProfile.parseAsRoot(
      ["--ledger", scratch.path("ledger"), isPreview ? "--preview" : "--yes"])
    command = try #require(parsed as? DownloadProfile)
    run = try ChangeRun(command.options.change.cards, eid: nil)
    journals = DownloadJournals(in: scratch.path("data"))
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
