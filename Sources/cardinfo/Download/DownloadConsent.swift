import Card
import CardState
import Ledger
import Provisioning
import Renewal
import Words

/// How a person is asked and told on the way, where that is not on the terminal.
struct DownloadDialogue {
  /// Why what the server has is not to be fetched; nil where it is wanted.
  var objection: (DownloadAnswer.OfferedProfile) -> Problem? = { _ in nil }
  /// The confirmation code, where one was given.
  var confirmationCode: [UInt8]?
  /// Told how far it is.
  var progress: (DownloadSession.Progress) -> Void
  /// Told what is neither a result nor a mistake.
  var note: (Words) -> Void
}

/// What is asked of the person on the way, and what was answered.
final class DownloadConsent {
  /// What the server has.
  private(set) var offer: DownloadAnswer.OfferedProfile?
  /// Why it was not fetched, where that is no choice of the person.
  private(set) var refusal: Problem?

  private let options: DownloadOptions
  private let target: ChangeRun.Target
  private let isPreview: Bool
  private let dialogue: DownloadDialogue?

  init(
    _ options: DownloadOptions, _ target: ChangeRun.Target, isPreview: Bool,
    _ dialogue: DownloadDialogue? = nil
  ) {
    self.dialogue = dialogue
    self.options = options
    self.target = target
    self.isPreview = isPreview
  }

  /// Shows what the server has, and asks.
  func decide(_ offer: DownloadSession.Offer) -> DownloadSession.Decision {
    let shown = DownloadAnswer.OfferedProfile(offer, knownLine: knownLine(offer.profile.iccid))
    self.offer = shown
    if let objection = dialogue?.objection(shown) {
      refusal = objection
      return .decline(.postponed)
    }
    if isPreview { return .decline(.postponed) }
    if let obstacle = target.obstacle(to: offer.profile) {
      refusal = obstacle.problem
      return .decline(obstacle.reason)
    }
    if dialogue == nil, !options.change.yes, !isWanted(shown) { return .decline(.postponed) }
    guard offer.needsConfirmationCode else { return .install(confirmationCode: nil) }
    guard let code = confirmationCode(), !code.isEmpty else {
      refusal =
        Interruption.isRequested
        ? ChangeRefusal.interrupted.problem
        : Problem(
          .confirmationCodeMissing,
          options.confirmationCodeFd == nil
            ? Words("the server wants a confirmation code")
            : Words("the server wants a confirmation code, and none came from the descriptor"),
          nextStep: Words("the carrier gave it with the activation code; --confirmation-code-fd"))
      return .decline(.postponed)
    }
    return .install(confirmationCode: code)
  }

  /// Whether a package that needs so many bytes is to be loaded.
  func accepts(_ size: Int) -> Bool {
    guard let obstacle = target.obstacle(toBytes: size) else { return true }
    refusal = obstacle
    return false
  }

  private func isWanted(_ offer: DownloadAnswer.OfferedProfile) -> Bool {
    // What nobody can be asked about is not shown: it names the profile.
    if Question.canBeAsked {
      for line in offer.lines(from: "", colour: Terminal.takesColour(2)) {
        StandardError.write(line)
      }
    }
    do throws(ChangeRefusal) {
      try options.change.confirm(question(offer))
      return true
    } catch .notAsked {
      refusal = Problem(
        .unconfirmed, Words("there is no terminal to ask on, so nothing was fetched"),
        nextStep: Words("--yes fetches it without asking, --preview shows what would come"))
      return false
    } catch {
      refusal = error.problem
      return false
    }
  }

  private func question(_ offer: DownloadAnswer.OfferedProfile) -> Words {
    guard let free = target.euicc.info?.memory?.freeNonVolatile else {
      return Words("Download it?")
    }
    return Words("Download it? \(free / 1024) KB are free on the card.")
  }

  private func confirmationCode() -> [UInt8]? {
    if let dialogue { return dialogue.confirmationCode }
    if let descriptor = options.confirmationCodeFd { return Secret.line(from: descriptor) }
    return Secret.ask(Words("Confirmation code:"))
  }

  private func knownLine(_ iccid: String?) -> String? {
    guard let iccid else { return nil }
    do throws(LedgerError) {
      return try options.change.ledger.openIfThere()?.line(iccid: iccid)?.name
    } catch {
      Problem.note(error.problem)
      return nil
    }
  }
}
