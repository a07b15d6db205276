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
    var document = run.judge(&outcome, on: target)
    download.close(outcome)
    var line: String?
    if outcome.isInstalled {
      if enabling { enable(outcome.iccid, &document) }
      line = change.ledger.track(outcome.iccid, naming: name, in: &document)
    }
    if outcome.step == .finished {
      NotificationOffer(wanted: change.send, isAsked: !change.yes, servers: change.servers)
        .follow(target, run, &document)
    }
    let problems = [outcome.problem ?? consent.refusal].compactMap { $0 } + document.errors
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
}

extension ChangeRun {
  /// Reads the card after a download, and has it say what became of the profile.
  func judge(_ outcome: inout DownloadOutcome, on target: Target) -> ReadDocument {
    guard outcome.step >= .loading, let card = readAgain(target) else {
      return ReadDocument(cards: [], errors: [])
    }
    if let euicc = card.euiccs.first(where: { $0.eid == target.euicc.eid }) {
      outcome.judge(by: euicc, wasThere: target.hadProfile(outcome.iccid))
    }
    return ReadDocument(cards: [report(card)], errors: [])
  }
}

extension LedgerOptions {
  /// Puts the line of a profile that was installed into the ledger, if there is one.
  ///
  /// - Parameter name: What it is called; a ledger is made for it.
  func track(
    _ iccid: String?, naming name: String? = nil, in document: inout ReadDocument
  ) -> String? {
    guard let iccid, let card = document.cards.first?.card else { return nil }
    do throws(LedgerError) {
      guard let ledger = try name == nil ? openIfThere() : openOrMake() else { return nil }
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

extension DownloadOutcome {
  /// What went wrong; nil where the person did not want it, too.
  var problem: Problem? {
    switch end {
    case .installed:
      isInstalled
        ? nil
        : Problem(
          .downloadUnknown,
          Words("the card said that the profile is installed, and does not list it"),
          nextStep: Words("insert the card again and run cardinfo profiles"))
    case .declined: nil
    case .failed(let failure): failure.problem
    case .notInstalled(let result):
      if case .failed(let command, let code) = result.outcome {
        DownloadFailure.installation(command, code).problem
      } else {
        nil
      }
    }
  }
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
