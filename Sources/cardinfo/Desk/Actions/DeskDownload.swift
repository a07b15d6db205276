import Card
import Provisioning
import Words

/// A download to an eUICC in a reader, as a form wants it.
struct DeskDownload {
  let service: DeskService
  let options: DownloadOptions
  let reader: String

  init(_ service: DeskService, _ options: DownloadOptions, reader: String) {
    self.service = service
    self.options = options
    self.reader = reader
  }

  /// The eUICC as it is now, and what stands in the way said before a server is asked.
  func begin(
    _ code: ActivationCode?
  ) throws -> (ChangeRun.Target, ChangeRun, ActivationCode) {
    let run = try service.run(options.change, in: reader)
    let questions = ChangeRun.Target.beforeDownload
    let target = try run.onlyTarget(
      asking: code == nil ? questions.union([.addresses]) : questions)
    try target.requireDownloads()
    return (target, run, try code ?? ActivationCode(server: target.defaultServer()))
  }
}

/// A download as it was shown to somebody who may agree to it. The code is nowhere else.
struct ShownDownload {
  let download: DeskDownload
  let code: ActivationCode
  let offer: DownloadAnswer.OfferedProfile

  /// Fetches the profile if it is the one that was shown; the card is shown anew then, whatever came of it.
  func fetch(_ confirmation: [UInt8]?, _ report: @escaping DeskWork.Report) throws -> DeskWork.End {
    report(Words("reading the card"), nil)
    let options = download.options
    let (target, run, code) = try download.begin(code)
    let notes = DownloadNotes()
    let dialogue = DownloadDialogue(
      objection: { $0 == offer ? nil : .otherOffer }, confirmationCode: confirmation,
      progress: notes.progress(report), note: notes.add)
    let finished = try options.download(
      code, to: target, run, through: try options.change.servers.transport(), dialogue)
    let isOnCard = finished.answer.download.isOnCard == .yes
    let said = finished.answer.allSentences
    var end = DeskWork.End(
      done: isOnCard ? said : [], problems: finished.problems,
      notes: (isOnCard ? [] : said) + notes.words)
    do throws(Problem) {
      try download.service.readAgain(download.reader)
    } catch {
      end.problems.append(error)
    }
    return end
  }
}

/// What is said on the way of a download.
final class DownloadNotes {
  private(set) var words: [Words] = []

  func add(_ note: Words) { words.append(note) }

  /// Says how far a download is.
  func progress(_ report: @escaping DeskWork.Report) -> (DownloadSession.Progress) -> Void {
    { progress in
      switch progress {
      case .calling: break
      case .step(let step): report(step.words, nil)
      case .loaded(let count, let total): report(DownloadStep.loading.words, (count, total))
      }
    }
  }
}

extension Problem {
  fileprivate static let otherOffer = Problem(
    .declined, Words("the server has something else now than was shown, so nothing was fetched"),
    nextStep: Words("give the code again, and look at what it has"))
}
