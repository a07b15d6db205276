import Card
import CardState
import Provisioning
import Words

/// Sends what waits on an eUICC to the servers that it is for.
struct NotificationRun {
  let access: any CardAccess
  let eid: String
  let transport: HTTPSTransport
  let trace: TraceFile?
  /// Told of each step before it is taken.
  var report: (PendingNotification, NotificationSender.Step) -> Void = { _, _ in }

  /// Sends those with the numbers given, or all, and has the card keep them where that is asked for.
  ///
  /// - Throws: A ``Problem`` where the card does not give them.
  func send(
    _ numbers: Set<Int>? = nil, keeping: Bool = false
  ) throws(Problem) -> [NotificationSender.Report] {
    let result: Result<[NotificationSender.Report], ISDRError>
    do throws(ChannelError) {
      result = try access.withCard { channel throws(ChannelError) in
        trace?.begin(reader: access.reader, channel)
        return try EUICCProvisioner(
          channel, isCancelled: { Interruption.isRequested }, observer: trace?.record
        ).perform(on: eid) { euicc in
          Result { () throws(ISDRError) in
            try NotificationSender(
              euicc, through: transport, keeping: keeping, report: report
            ).send(numbers)
          }
        }
      }
    } catch {
      throw error.problem.inReader(access.reader.name)
    }
    do { return try result.get() } catch { throw error.notifications.inReader(access.reader.name) }
  }
}

extension ISDRError {
  fileprivate var notifications: Problem {
    switch self {
    case .channel(let error): error.problem
    case .refused(let status): Self.refused(status.storeDataRefusal)
    case .failed(let result): Self.refused(result.meaning)
    case .malformed(let error, _):
      Problem(
        .notificationsMalformed,
        Words("the eUICC gives its signed notifications in no usable form: \(error.message)"),
        nextStep: Words("--trace shows each exchange"))
    }
  }

  private static func refused(_ meaning: ES10Result.Meaning) -> Problem {
    Problem(
      .notificationsRefused,
      Words("the eUICC does not give its signed notifications: \(meaning.words)"),
      nextStep: meaning.hint)
  }
}

extension NotificationSender.Report {
  /// What is wrong, where the server does not have it or the card still has it.
  var problem: Problem? {
    let number = notification.sequenceNumber
    switch outcome {
    case .sent, .sentAndKept: return nil
    case .failed(let error):
      var problem = error.problem
      problem.sentence = Words("#\(number) was not sent: \(error.message)")
      return problem
    case .heldBack, .noServer, .sentNotRemoved:
      return Problem(
        .notificationUnsent, Words("#\(number): \(outcome.words)"),
        nextStep: Words("cardinfo notifications lists what waits"))
    }
  }

  /// The notification and what became of it, in one line.
  var line: Words {
    let address = notification.address.map { Words(verbatim: $0) } ?? Words("no server")
    return Words(
      "#\(notification.sequenceNumber) \(notification.operationWords) → \(address): \(outcome.words)"
    )
  }
}
