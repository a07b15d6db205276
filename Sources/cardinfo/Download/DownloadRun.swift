import Card
import CardState
import FoundationEssentials
import Provisioning
import Words

/// One download to one eUICC, with its journal: nothing is sent before it is noted.
final class DownloadRun {
  private let target: ChangeRun.Target
  private let code: ActivationCode
  private let device: DeviceInformation
  private let transport: any RSPTransport
  private let trace: TraceFile?
  private let block: Int
  private let bar = ProgressBar()
  private let report: ((DownloadSession.Progress) -> Void)?
  private let journals: DownloadJournals
  private let isCancelled: () -> Bool
  private var journal: DownloadJournal

  /// - Parameter report: Told how far it is; without it, a bar shows it.
  init(
    _ code: ActivationCode, for device: DeviceInformation, on target: ChangeRun.Target,
    through transport: any RSPTransport, block: Int, trace: TraceFile?,
    journals: DownloadJournals = DownloadJournals(),
    isCancelled: @escaping () -> Bool = { Interruption.isRequested },
    report: ((DownloadSession.Progress) -> Void)? = nil
  ) {
    self.report = report
    self.target = target
    self.code = code
    self.device = device
    self.transport = transport
    self.block = block
    self.trace = trace
    self.journals = journals
    self.isCancelled = isCancelled
    journal = DownloadJournal(
      server: "\(code.server)", hasCode: !code.matchingID.isEmpty, eid: target.euicc.eid, at: Date()
    )
  }

  /// Downloads and installs, if `decide` says so.
  func perform(
    decide: (DownloadSession.Offer) -> DownloadSession.Decision, accepts: (Int) -> Bool
  ) -> DownloadOutcome {
    defer { bar.clear() }
    do throws(ChannelError) {
      return try target.access.withCard { channel throws(ChannelError) in
        trace?.begin(reader: target.access.reader, channel)
        return try EUICCProvisioner(
          channel, block: block, isCancelled: isCancelled, observer: trace?.record
        ).perform(on: target.euicc.eid) { euicc in
          let session = DownloadSession(
            code, for: device, on: euicc, through: transport, note: note, report: show)
          return session.run(
            decide: { offer in
              self.journal.note(iccid: offer.profile.iccid)
              self.bar.clear()
              return decide(offer)
            },
            accepts: { size in
              self.bar.clear()
              return accepts(size)
            })
        }
      }
    } catch {
      return DownloadOutcome(unopened: error, for: code)
    }
  }

  /// Notes how it ended; takes the journal away where there is nothing left to find out or to say.
  func close(_ outcome: DownloadOutcome) {
    if case .serverNotTold(let answer, let id, let keepsOrder) = outcome.session {
      journal.cancellation = DownloadJournal.Cancellation(
        session: id, answer: answer, keepsOrder: keepsOrder)
    }
    if outcome.isOnCard == .unknown || journal.cancellation != nil {
      write()
    } else {
      journals.remove(journal)
    }
  }

  private func note(_ step: DownloadStep, _ transaction: [UInt8]?) {
    journal.step = step
    journal.transaction = transaction?.hex
    write()
  }

  private var isSaid = false

  private func write() {
    do {
      try journals.write(journal)
    } catch {
      guard !isSaid else { return }
      isSaid = true
      StandardError.warn(
        Words("the download can't be noted, so --resume will not know of it"))
    }
  }

  private func show(_ progress: DownloadSession.Progress) {
    if let report { return report(progress) }
    switch progress {
    case .calling: break
    case .step(let step): bar.show(step.words)
    case .loaded(let count, let total): bar.show(DownloadStep.loading.words, count, of: total)
    }
  }
}

extension DownloadStep {
  /// What is being done.
  var words: Words {
    switch self {
    case .begun: Words("asking the server")
    case .asking: Words("asking for the profile")
    case .offered: Words("the server has a profile")
    case .fetching: Words("fetching the profile")
    case .loading: Words("loading the profile onto the card")
    case .finished: Words("done")
    }
  }
}
