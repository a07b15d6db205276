import Card
import CardState
import HTTPS
import Provisioning
import Words

/// `cardinfo profiles download --resume`: what became of a download that was not carried through.
struct ResumedDownload {
  private let run: ChangeRun
  private let journals: DownloadJournals

  init(_ run: ChangeRun, journals: DownloadJournals = DownloadJournals()) {
    self.run = run
    self.journals = journals
  }

  /// Says it.
  func report(_ options: DownloadOptions) throws {
    let (answer, problems) = try resume(
      { try run.targets(asking: [.profiles]) }, through: options.change.servers.transport
    ) { iccid, card in
      try options.line.join(iccid, on: card, options.change)
    }
    try answer.report(asJSON: options.change.json, problems: problems)
  }

  /// Finds it out, from one of the cards that are there, and tells the server what it does not know yet.
  ///
  /// - Parameter keep: What makes a line of a profile that is on the card after all.
  func resume(
    _ targets: () throws -> [ChangeRun.Target],
    through transport: () throws(Problem) -> any RSPTransport,
    keep: (_ iccid: String, _ card: CardSnapshot) throws -> InstalledLine.Joined? = { _, _ in nil }
  ) throws -> (DownloadAnswer, [Problem]) {
    let waiting = try journals.all()
    guard !waiting.isEmpty else {
      throw Problem(
        .noDownload, Words("no download was interrupted, or what became of it is known"))
    }
    let cards = try targets()
    let found = waiting.lazy.compactMap { journal in
      cards.first { journal.isFor(eid: $0.euicc.eid) }.map { (journal, $0) }
    }.first
    guard let (journal, target) = found else {
      throw Problem(
        .otherCard, Words("the download that was interrupted was for another card"),
        nextStep: Words("insert that card and run the command again"))
    }
    var state = try state(of: journal, on: target)
    var problems: [Problem] = []
    if let cancellation = journal.cancellation, state.isOnCard != .yes {
      do {
        state.isTold = try tell(cancellation, of: journal, through: transport)
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
      do { answer.take(try keep(iccid, target.card)) } catch {
        problems.append(Problem(ofLedger: error))
      }
    }
    return (answer, problems)
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

  /// Whether the server has taken it; false where it refuses: asking again would change nothing.
  private func tell(
    _ cancellation: DownloadJournal.Cancellation, of journal: DownloadJournal,
    through transport: () throws(Problem) -> any RSPTransport
  ) throws(Problem) -> Bool {
    guard let address = ServerAddress(journal.server) else {
      throw Problem(.codeMalformed, Words("the journal has no server's address"))
    }
    let transport = try transport()
    do throws(RSPError) {
      try RSPServer(address, through: transport).cancelSession(
        id: cancellation.session, answer: cancellation.answer)
      StandardError.note(Words("the server knows now that the download was stopped"))
      return true
    } catch {
      guard case .refused(let status) = error else { throw error.problem }
      StandardError.note(
        status == .sessionGone
          ? Words("the server has no such session any more") : status.meaning.words)
      return false
    }
  }
}

/// What can be said of a download afterwards.
private struct ResumedState {
  let isOnCard: Certainty
  let profile: Profile?
  /// Whether the card's list shows that it is not there: it is known which one it would be.
  private let isMissing: Bool
  /// Whether the server has been told that the session is cancelled.
  var isTold = false
  private let journal: DownloadJournal
  private let result: ProfileInstallationResult?

  init(
    journal: DownloadJournal, profile: Profile?, result: ProfileInstallationResult?,
    isListed: Bool
  ) {
    self.journal = journal
    self.profile = profile
    self.result = result
    isMissing = isListed && journal.profile != nil && profile == nil
    isOnCard =
      if profile != nil { .yes } else if journal.step < .loading { .no } else {
        isMissing ? .no : .unknown
      }
  }

  var isCodeUsed: Certainty {
    if case .installed? = result?.outcome { return .yes }
    // One that is there though nothing was loaded was there before.
    if profile != nil, journal.step >= .loading { return .yes }
    let isKept = isTold && journal.cancellation?.keepsOrder == true
    return journal.step < .asking || isKept ? .no : .unknown
  }

  var profileWords: Words {
    switch isOnCard {
    case .yes: Words("The profile is on the card.")
    case .no: isMissing ? Words("The profile is not on the card.") : .noneWasLoaded
    case .unknown: Words("Whether the profile is on the card is not known.")
    }
  }

  var codeWords: Words { isCodeUsed.words(hasCode: journal.hasCode ?? true) }

  var nextWords: Words {
    if isOnCard == .yes {
      return Words(
        "Tell the server if it does not know yet: cardinfo notifications send. Then enable the profile."
      )
    }
    if isCodeUsed == .yes { return Words("Ask the carrier for a new activation code.") }
    if let result { return result.nextWords }
    return Words(
      "Run the download again; if the server refuses, ask for a new activation code.")
  }
}
