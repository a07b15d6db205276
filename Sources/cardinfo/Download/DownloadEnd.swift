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
  private let options: DownloadOptions
  private let consent: DownloadConsent
  private let server: ServerAddress
  private let note: (Words) -> Void

  private var change: ChangeOptions { options.change }

  init(
    _ run: ChangeRun, _ target: ChangeRun.Target, _ options: DownloadOptions,
    _ consent: DownloadConsent, server: ServerAddress, note: @escaping (Words) -> Void
  ) {
    self.note = note
    self.run = run
    self.target = target
    self.options = options
    self.consent = consent
    self.server = server
  }

  func finish(_ outcome: DownloadOutcome, of download: DownloadRun) -> FinishedDownload {
    var outcome = outcome
    var document = run.judge(&outcome, on: target)
    download.close(outcome)
    if outcome.isInstalled, options.enable { enable(outcome.iccid, &document) }
    let line = join(outcome, document.cards.first?.card, &document)
    if outcome.step == .finished || outcome.step == .loading && outcome.isOnCard == .yes {
      NotificationOffer(wanted: change.send, isAsked: !change.yes, servers: change.servers)
        .follow(target, run, &document, note: note)
      OwnChanges(options: change.ledger).keep(&document)
    }
    if outcome.isInstalled, document.cards.isEmpty { document.errors.append(.notReadBack) }
    let problems = [outcome.problem ?? consent.refusal].compactMap { $0 } + document.errors
    var answer = answer(outcome, in: document, as: line.joined)
    answer.take(line.joined)
    answer.take(line.failed)
    return FinishedDownload(
      answer: change.cards.redact ? answer.redacted : answer, problems: problems)
  }

  /// What the ledger makes of it. What goes wrong there takes nothing back.
  private func join(
    _ outcome: DownloadOutcome, _ card: CardSnapshot?, _ document: inout ReadDocument
  ) -> (joined: InstalledLine.Joined?, failed: FailedRenewal?) {
    do {
      if outcome.isOnCard == .yes {
        // One that was there before is nothing that was gained.
        guard outcome.wasThere != true, let iccid = outcome.iccid, let card else {
          return (nil, nil)
        }
        return (try options.line.join(iccid, on: card, change, note: note), nil)
      }
      if case .declined = outcome.end { return (nil, nil) }
      guard let ledger = try change.ledger.openIfThere() else { return (nil, nil) }
      let line =
        try options.line.place.replacement(in: ledger)?.former
        ?? outcome.iccid.flatMap { try ledger.lines(onCard: $0).first }
      return (nil, try FailedRenewal(outcome, of: line, in: ledger))
    } catch {
      document.errors.append(Problem(ofLedger: error))
    }
    return (nil, nil)
  }

  private func answer(
    _ outcome: DownloadOutcome, in document: ReadDocument, as joined: InstalledLine.Joined?
  ) -> DownloadAnswer {
    let profile = document.cards.flatMap(\.card.euiccs).first { $0.eid == target.euicc.eid }?
      .profiles?.first { $0.iccid != nil && $0.iccid == outcome.iccid }
    let reference =
      joined.map { ShellWord.quoted($0.line.name) } ?? (change.cards.redact ? nil : outcome.iccid)
    return DownloadAnswer(
      DownloadAnswer.Download(
        server: "\(server)", profile: consent.offer, step: outcome.step,
        isOnCard: outcome.isOnCard, isCodeUsed: outcome.isCodeUsed, state: profile?.state,
        sentences: outcome.sentences(
          after: consent.refusal, state: profile?.state, enabling: reference)))
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
    outcome.judge(from: target.euicc)
    guard outcome.step >= .loading, let card = readAgain(target, asking: Target.afterDownload)
    else {
      return ReadDocument(cards: [], errors: [])
    }
    if let euicc = card.euiccs.first(where: { $0.eid == target.euicc.eid }) {
      outcome.judge(by: euicc)
    }
    return ReadDocument(cards: [report(card)], errors: [])
  }
}

extension DownloadOutcome {
  /// The three sentences.
  ///
  /// - Parameters:
  ///   - refusal: Why what the server had was not fetched.
  ///   - state: The profile's, where the card lists it.
  ///   - reference: What `cardinfo profiles enable` knows the profile by.
  func sentences(
    after refusal: Problem?, state: Profile.State? = nil, enabling reference: String?
  ) -> [Words] {
    let next =
      if case .declined = end, let step = refusal?.nextStep {
        Words("Next: \(step).")
      } else if state
        == .enabled
      { Words("It is enabled: the card can go into a phone.") } else {
        nextWords(enabling: reference)
      }
    return [profileWords, codeWords, next]
  }

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

extension Problem {
  /// A card that signed its success and was not seen again.
  fileprivate static let notReadBack = Problem(
    .downloadUnread,
    Words("the card signed that the profile is installed, and could not be read again"),
    nextStep: Words("insert the card again and run cardinfo profiles"))

  /// What stood in the way of writing down what is so.
  init(ofLedger error: any Error) {
    self =
      (error as? any Explained)?.problem
      ?? Problem(.fileUnwritable, Words("the line could not be recorded"))
  }
}

extension DownloadFailure: Explained {
  var problem: Problem {
    if isInterruption { return Problem(.interrupted, Words("interrupted")) }
    switch self {
    case .server(let error): return error.problem
    case .opening(let error), .card(_, .channel(let error)): return error.problem
    case .installation: return Problem(.notInstalled, message)
    case .nothingWaits: return Problem(.serverRefused, message)
    case .card, .otherServer, .otherChallenge, .otherIdentifier, .malformedMetadata,
      .malformedPackage, .otherPackage, .otherProfile:
      return Problem(.downloadFailed, message)
    }
  }
}
