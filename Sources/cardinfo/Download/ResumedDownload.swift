import Card
import CardState
import HTTPS
import Provisioning
import Words

/// `cardinfo profiles download --resume`: what became of a download that was not carried through.
struct ResumedDownload {
  let run: ChangeRun
  let options: DownloadOptions

  private var change: ChangeOptions { options.change }

  func report() throws {
    let journals = DownloadJournals()
    let waiting = try journals.all()
    guard !waiting.isEmpty else {
      throw Problem(
        .noDownload, Words("no download was interrupted, or what became of it is known"))
    }
    let targets = try run.targets()
    let found = waiting.lazy.compactMap { journal in
      targets.first { journal.isFor(eid: $0.euicc.eid) }.map { (journal, $0) }
    }.first
    guard let (journal, target) = found else {
      throw Problem(
        .otherCard, Words("the download that was interrupted was for another card"),
        nextStep: Words("insert that card and run the command again"))
    }
    let state = try state(of: journal, on: target)
    var problems: [Problem] = []
    if let cancellation = journal.cancellation, state.isOnCard != .yes {
      do {
        try tell(cancellation, of: journal)
      } catch {
        problems.append(error)
      }
    }
    if problems.isEmpty, state.isOnCard != .unknown { journals.remove(journal) }
    var answer = DownloadAnswer(
      DownloadAnswer.Download(
        server: journal.server, profile: nil, step: journal.step, isOnCard: state.isOnCard,
        isCodeUsed: state.isCodeUsed, state: state.profile?.state,
        sentences: [state.profileWords, state.codeWords, state.nextWords]))
    if let iccid = state.profile?.iccid {
      do {
        answer.take(try options.line.join(iccid, on: target.card, change))
      } catch {
        problems.append(Problem(ofLedger: error))
      }
    }
    try answer.report(asJSON: change.json, problems: problems)
  }

  /// What the card shows: the result that it signed, if it still has it, and its list.
  private func state(
    of journal: DownloadJournal, on target: ChangeRun.Target
  ) throws -> ResumedState {
    let profile = target.euicc.profiles?.first {
      $0.iccid.flatMap { journal.isFor(iccid: $0) } == true
    }
    let result = try run.signedNotifications(nil, of: target).lazy.compactMap {
      try? ProfileInstallationResult($0.bytes)
    }.first { $0.transaction.hex == journal.transaction }
    return ResumedState(
      journal: journal, profile: profile, result: result, isListed: target.euicc.listsAllProfiles)
  }

  private func tell(
    _ cancellation: DownloadJournal.Cancellation, of journal: DownloadJournal
  ) throws(Problem) {
    guard let address = ServerAddress(journal.server) else {
      throw Problem(.codeMalformed, Words("'\(journal.server)' is no server's address"))
    }
    let transport = try change.servers.transport()
    do throws(RSPError) {
      try RSPServer(address, through: transport).cancelSession(
        id: cancellation.session, answer: cancellation.answer)
      StandardError.note(Words("the server knows now that the download was stopped"))
    } catch {
      guard case .refused(let status) = error, status == .sessionGone else { throw error.problem }
      StandardError.note(Words("the server has no such session any more"))
    }
  }
}

/// What can be said of a download afterwards.
private struct ResumedState {
  let isOnCard: Certainty
  let isCodeUsed: Certainty
  let profile: Profile?
  private let result: ProfileInstallationResult?

  init(
    journal: DownloadJournal, profile: Profile?, result: ProfileInstallationResult?,
    isListed: Bool
  ) {
    self.profile = profile
    self.result = result
    let isInstalled = if case .installed? = result?.outcome { true } else { false }
    isOnCard =
      if profile != nil { .yes } else if journal.step < .loading { .no } else {
        // A list shows that one is missing where it is known which one.
        isListed && journal.profile != nil ? .no : .unknown
      }
    isCodeUsed =
      if isInstalled || profile != nil { .yes } else if journal.step < .asking { .no } else {
        .unknown
      }
  }

  var profileWords: Words {
    switch isOnCard {
    case .yes: Words("The profile is on the card.")
    case .no: Words("The profile is not on the card.")
    case .unknown: Words("Whether the profile is on the card is not known.")
    }
  }

  var codeWords: Words {
    switch isCodeUsed {
    case .yes: Words("The activation code is used up.")
    case .no: Words("The activation code is not used up.")
    case .unknown:
      Words("Whether the activation code is used up is not known: the server alone can tell.")
    }
  }

  var nextWords: Words {
    if isOnCard == .yes {
      return Words(
        "Tell the server if it does not know yet: cardinfo notifications send. Then enable the profile."
      )
    }
    if case .failed(_, let code)? = result?.outcome {
      return code.meaning.hint.map { Words("Next: \($0).") } ?? Words("Run the command again.")
    }
    return Words(
      "Run the download again with the same code; if the server refuses, ask for a new one.")
  }
}
