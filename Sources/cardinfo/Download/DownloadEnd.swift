import Card
import CardState
import FoundationEssentials
import HTTPS
import Ledger
import Provisioning
import Renewal
import Words

/// What follows a download: the card is read, the profile enabled, the line tracked, the server told; and
/// the answer says what is so.
struct DownloadEnd {
  private let run: ChangeRun
  private let target: ChangeRun.Target
  private let change: ChangeOptions
  private let consent: DownloadConsent
  private let server: ServerAddress

  init(
    _ run: ChangeRun, _ target: ChangeRun.Target, _ change: ChangeOptions,
    _ consent: DownloadConsent, server: ServerAddress
  ) {
    self.run = run
    self.target = target
    self.change = change
    self.consent = consent
    self.server = server
  }

  func report(
    _ outcome: DownloadOutcome, of download: DownloadRun, enabling: Bool, naming name: String?
  ) throws {
    var outcome = outcome
    var problems = problem(of: outcome).map { [$0] } ?? []
    var document = ReadDocument(cards: [], errors: [])
    if outcome.step >= .loading, let card = run.readAgain(target) {
      document.cards = [run.report(card)]
      if let euicc = card.euiccs.first(where: { $0.eid == target.euicc.eid }) {
        outcome.judge(by: euicc, wasThere: wasThere(outcome.iccid))
      }
    }
    download.close(outcome)
    var line: String?
    if outcome.isInstalled {
      if enabling { enable(outcome.iccid, &document) }
      line = track(outcome.iccid, naming: name, &document)
    }
    if outcome.step == .finished {
      NotificationOffer(wanted: change.send, isAsked: !change.yes, servers: change.servers)
        .follow(target, run, &document)
    }
    if case .installed = outcome.end, !outcome.isInstalled { problems.append(.unlisted) }
    problems += document.errors
    let answer = answer(outcome, in: document, line: line)
    try (change.cards.redact ? answer.redacted : answer).report(
      asJSON: change.json, problems: problems)
  }

  private func answer(
    _ outcome: DownloadOutcome, in document: ReadDocument, line: String?
  ) -> DownloadAnswer {
    let profile = document.cards.flatMap(\.card.euiccs).first { $0.eid == target.euicc.eid }?
      .profiles?.first { $0.iccid != nil && $0.iccid == outcome.iccid }
    return DownloadAnswer(
      download: DownloadAnswer.Download(
        server: "\(server)", profile: consent.offer, step: outcome.step,
        isOnCard: outcome.isOnCard, isCodeUsed: outcome.isCodeUsed, state: profile?.state,
        line: line,
        sentences: [outcome.profileWords, outcome.codeWords, outcome.nextWords]))
  }

  /// Nil where the card's list was not read, or not all of it.
  private func wasThere(_ iccid: String?) -> Bool? {
    if target.euicc.profiles?.contains(where: { $0.iccid != nil && $0.iccid == iccid }) == true {
      return true
    }
    return target.euicc.listsAllProfiles ? false : nil
  }

  private func problem(of outcome: DownloadOutcome) -> Problem? {
    switch outcome.end {
    case .installed: nil
    case .declined: consent.refusal
    case .failed(let failure): failure.problem
    case .notInstalled(let result):
      if case .failed(let command, let code) = result.outcome {
        DownloadFailure.installation(command, code).problem
      } else {
        nil
      }
    }
  }

  private func enable(_ iccid: String?, _ document: inout ReadDocument) {
    guard let card = document.cards.first?.card,
      let euicc = card.euiccs.first(where: { $0.eid == target.euicc.eid }),
      let profile = euicc.profiles?.first(where: { $0.iccid == iccid })
    else { return }
    let now = ChangeRun.Target(access: target.access, card: card, euicc: euicc)
    let enabled = run.perform(
      ChangeRun.Plan(target: now, change: .enable(ProfileReference(profile))))
    if enabled.cards.isEmpty {
      document.errors += enabled.errors
    } else {
      document = enabled
    }
  }

  /// Puts the profile's line into the ledger, if there is one.
  private func track(
    _ iccid: String?, naming name: String?, _ document: inout ReadDocument
  ) -> String? {
    guard let iccid, let card = document.cards.first?.card else { return nil }
    do throws(LedgerError) {
      guard let ledger = try name == nil ? change.ledger.openIfThere() : change.ledger.openOrMake()
      else { return nil }
      var installed = Event.now(.profileInstalled)
      installed.origin = .change
      if let known = try ledger.line(iccid: iccid) {
        try ledger.append(installed, to: known.id)
        return known.name
      }
      let offers = TrackingOffer.all(for: [LineOnCard(iccid: iccid)], on: card)
      guard let offer = offers.first else {
        if name != nil {
          StandardError.note(Words("the profile is not one for a line, so none was added"))
        }
        return nil
      }
      var line = try Line(offer, in: ledger)
      if let name { line.name = name }
      try ledger.add(line, with: [installed], at: Date())
      try ledger.save(card)
      return line.name
    } catch {
      document.errors.append(error.problem)
      return nil
    }
  }
}

extension Problem {
  fileprivate static let unlisted = Problem(
    .downloadUnknown,
    Words("the card said that the profile is installed, and does not list it"),
    nextStep: Words("insert the card again and run cardinfo profiles"))
}

extension DownloadFailure: Explained {
  var problem: Problem {
    if isInterruption { return Problem(.interrupted, Words("interrupted")) }
    switch self {
    case .server(let error): return error.problem
    case .card(_, .channel(let error)): return error.problem
    case .installation: return Problem(.notInstalled, message)
    case .card, .otherServer, .otherChallenge, .otherIdentifier, .malformedMetadata,
      .malformedPackage, .otherPackage:
      return Problem(.downloadFailed, message)
    }
  }
}
