import Card
import CardState
import Words

/// What can be said of a change: by the state that was read afterwards, never by the card's answer
/// alone.
struct ChangeVerdict {
  var change: EUICCChange
  var progress: EUICCChanger.Progress
  /// What ended the exchange, if something did.
  var problem: ChannelError?
  /// The eUICC as it was read afterwards.
  var after: EUICC?

  /// What to report. Nil when the card shows that the change was made.
  var failure: ReadFailure? {
    if progress == .notSent { return notSent }
    switch after.flatMap(change.goal.isMet) {
    case true?: return nil
    case false?: return notMade
    case nil: return unknown
    }
  }

  private var notSent: ReadFailure {
    let problem = problem ?? ChannelError(.badAnswer, Words("the card did not take the change"))
    return ReadFailure(
      code: problem.code.rawValue, message: Words("\(problem.message); nothing was changed"),
      hint: problem.hint)
  }

  private var notMade: ReadFailure {
    switch progress {
    case .answered(let result) where !result.isSuccess:
      return ReadFailure(
        code: "change.refused", message: Words("\(change.function): \(result.meaning.words)"),
        hint: result.meaning.hint)
    case .refused(let status):
      return ReadFailure(
        code: "change.refused",
        message: Words("\(change.function): \(status.storeDataRefusal.words)"),
        hint: status.storeDataRefusal.hint)
    default:
      return ReadFailure(
        code: "change.notMade",
        message: Words("the card was read again and shows that the change was not made"),
        hint: Words("run the command again; if it stays so, report it with --trace"))
    }
  }

  private var unknown: ReadFailure {
    let answer =
      switch progress {
      case .answered(let result) where result.isSuccess: Words("the card said that it was done")
      case .answered(let result): Words("the card said: \(result.meaning.words)")
      case .refused(let status): Words("the card said: \(status.storeDataRefusal.words)")
      default: Words("the card gave no answer to it")
      }
    let message =
      problem.map {
        Words(
          """
          the change was sent, \(answer), and the card could not be read afterwards: \
          \($0.message); whether it was made is not known
          """)
      }
      ?? Words(
        """
        the change was sent, \(answer), and the card could not be read afterwards; whether it was \
        made is not known
        """)
    return ReadFailure(
      code: "change.unknown",
      message: message,
      hint: Words("insert the card again and run cardinfo profiles: what it shows is what is so"))
  }
}
