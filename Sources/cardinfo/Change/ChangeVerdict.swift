import Card
import CardState
import Words

/// What can be said of a change: by the state that was read afterwards, never by the card's answer
/// alone.
struct ChangeVerdict {
  var change: EUICCChange
  var progress: EUICCChanger.Progress
  /// What ended the exchange, if something did.
  var error: ChannelError?
  /// The eUICC as it was read afterwards.
  var after: EUICC?

  /// What to report. Nil when the card shows that the change was made.
  var problem: Problem? {
    if progress == .notSent { return notSent }
    switch after.flatMap(change.goal.isMet) {
    case true?: return nil
    case false?: return notMade
    case nil: return unknown
    }
  }

  private var notSent: Problem {
    var problem =
      (error ?? ChannelError(.badAnswer, Words("the card did not take the change"))).problem
    problem.sentence = Words("\(problem.sentence); nothing was changed")
    return problem
  }

  private var notMade: Problem {
    switch progress {
    case .answered(let result) where !result.isSuccess:
      return Problem(
        .changeRefused, Words("\(change.function): \(result.meaning.words)"),
        nextStep: result.meaning.hint)
    case .refused(let status):
      return Problem(
        .changeRefused, Words("\(change.function): \(status.storeDataRefusal.words)"),
        nextStep: status.storeDataRefusal.hint)
    default:
      return Problem(
        .changeNotMade, Words("the card was read again and shows that the change was not made"),
        nextStep: Words("run the command again; if that does not help, report it with --trace"))
    }
  }

  private var unknown: Problem {
    let answer =
      switch progress {
      case .answered(let result) where result.isSuccess: Words("the card said that it was done")
      case .answered(let result): Words("the card said: \(result.meaning.words)")
      case .refused(let status): Words("the card said: \(status.storeDataRefusal.words)")
      default: Words("the card gave no answer to it")
      }
    let message =
      error.map {
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
    return Problem(
      .changeUnknown, message,
      nextStep: Words(
        "insert the card again and run cardinfo profiles: it shows what is on the card now"))
  }
}
