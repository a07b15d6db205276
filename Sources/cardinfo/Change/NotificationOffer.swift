import Card
import CardState
import Provisioning
import Words

/// After a change: tells the servers of it, if the person wants that.
struct NotificationOffer {
  /// What the person said; nil where nothing was said.
  let wanted: Bool?
  /// Whether to ask where nothing was said.
  let isAsked: Bool
  let servers: ServerOptions

  /// Sends what waits on the eUICC that was changed, or says that it waits. What goes wrong stands beside
  /// what was read: the change was made.
  ///
  /// - Parameter note: Told what is neither a result nor a mistake.
  func follow(
    _ target: ChangeRun.Target, _ run: ChangeRun, _ document: inout ReadDocument,
    note: (Words) -> Void = StandardError.note
  ) {
    let euicc = document.cards.flatMap(\.card.euiccs).first { $0.eid == target.euicc.eid }
    guard let count = euicc?.notifications?.count else {
      // Whoever wants them sent learns from the card whether there are some.
      if wanted == true { return send(target, run, &document, note) }
      return note(
        Words("which notifications wait was not read; to send them: cardinfo notifications send"))
    }
    guard count > 0 else { return }
    guard isWanted(count) else {
      return note(
        Words(
          count, one: "\(count) notification waits to be sent: cardinfo notifications send",
          other: "\(count) notifications wait to be sent: cardinfo notifications send"))
    }
    send(target, run, &document, note)
  }

  private func send(
    _ target: ChangeRun.Target, _ run: ChangeRun, _ document: inout ReadDocument,
    _ note: (Words) -> Void
  ) {
    do throws(Problem) {
      let reports = try run.sendNotifications(of: target, servers)
      for report in reports { note(report.line) }
      document.errors += reports.compactMap(\.problem)
      // What the card lists now.
      if reports.contains(where: \.outcome.isSent),
        let card = run.readAgain(target, asking: [.profiles, .notifications])
      {
        document.cards = [run.report(card)]
      }
    } catch {
      document.errors.append(error)
    }
  }

  private func isWanted(_ count: Int) -> Bool {
    if let wanted { return wanted }
    guard isAsked else { return false }
    let question = Words(
      count, one: "Send \(count) notification to its server now? [y/N]",
      other: "Send \(count) notifications to their servers now? [y/N]")
    return Question.consent(to: question) == .given
  }
}
