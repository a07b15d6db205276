import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// A renewal of a line, as `cardinfo renew` has it: planned, paid or sent, and then found to have taken effect or
/// not.
struct RenewPage {
  let visit: Visit

  /// The steps, by the names of their buttons.
  private enum Step: String, CaseIterable {
    case start, submitted, verify, confirm, fail
  }

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let renewal = try OpenRenewal(ledger, try visit.line(in: ledger))
    guard visit.request.method == "POST" else { return try page(renewal) }
    do {
      guard let step = Step.allCases.first(where: { visit.request.field($0.rawValue) != nil })
      else { throw Problem(.usage, Words("the form says nothing that can be done")) }
      return try take(step, renewal)
    } catch {
      return try page(renewal, above: DeskForm.problem(Visit.problem(error)))
    }
  }

  private func take(_ step: Step, _ renewal: OpenRenewal) throws -> WebAnswer {
    let done: Words
    switch step {
    case .start:
      _ = try RenewStart.parse(arguments("by")).plan(renewal)
      done = Words("planned")
    case .submitted:
      _ = try RenewSubmitted.parse(arguments("by", "on")).record(renewal)
      done = Words("submitted")
    case .verify: return try verify(renewal)
    case .confirm:
      done = try RenewConfirm.parse(arguments("until", "as", "balance", isPaid: false))
        .record(renewal)
    case .fail:
      let reason = visit.request.field("reason") ?? ""
      let attempt = try RenewFail.parse(["--", "line", reason]).record(renewal)
      let next = FailureReason(rawValue: reason)?.next(clock: attempt.clock).map(\.sentence) ?? []
      done = Words.listed([Words("the renewal failed")] + next)
    }
    return try visit.back(to: renewal.line, in: renewal.ledger, saying: done)
  }

  /// As the command line would have it; the line itself is known.
  private func arguments(_ names: String..., isPaid: Bool = true) -> [String] {
    let options = names.compactMap { name in
      visit.request.field(name).map { "--\(name)=\($0)" }
    }
    let amount = isPaid ? visit.request.field("amount").map { [$0] } ?? [] : []
    return options + ["--", "line"] + amount
  }

  /// Reads the card if it is in a reader, and finds out whether the renewal took effect.
  private func verify(_ renewal: OpenRenewal) throws -> WebAnswer {
    let options = ["balance-before", "balance"].compactMap { name in
      visit.request.field(name).map { "--\(name)=\($0)" }
    }
    let command = try RenewVerify.parse(options + ["--no-input", "--", "line"])
    // What stands in the way is said before the card is read.
    if try LastPayment(of: renewal.line, in: renewal.ledger) == nil {
      _ = try renewal.submitted()
    }
    let service = visit.service
    let title = Words("Did the renewal take effect?")
    return try visit.work(title) { report in
      report(Words("reading the card"), nil)
      var end = DeskWork.End()
      let answer = try command.find(
        renewal, asks: false, reading: { service.read(cardOf: renewal.line) },
        note: { end.notes.append($0) })
      let outcome = answer.conclusion.map { [$0.outcome.sentence] } ?? []
      if case .tookEffect? = answer.conclusion?.outcome {
        end.done = outcome
      } else {
        end.notes = outcome + end.notes
      }
      end.notes += answer.besides
      end.line = try renewal.ledger.reference(of: renewal.line.id)
      return end
    }
  }

  // MARK: - Forms

  private func page(_ renewal: OpenRenewal, above: HTML? = nil) throws -> WebAnswer {
    let reference = try renewal.ledger.reference(of: renewal.line.id)
    let shown = visit.service.showsIdentifiers ? renewal.line : renewal.line.masked
    let hasPayment = try LastPayment(of: renewal.line, in: renewal.ledger) != nil
    let forms: HTML =
      if let attempt = renewal.attempt {
        "\(standing(attempt, renewal))\(open(attempt, reference))"
      } else {
        """
        <p>\(Words("No renewal is under way."))</p>\(payment(reference, [.start, .submitted]))\
        \(hasPayment ? verification(reference) : nil)
        """
      }
    return DeskPage(
      title: Words("\(Terminal.clean(shown.name)): renewal"),
      body: """
        <p><a href="\(Address.page("/line", "of", reference))">\(Words("everything about this line"))</a> \
        · <a href="\(Address.page("/guide", "of", reference))">\(Words("How to renew it"))</a></p>\
        \(above)\(forms)
        """
    ).answer(for: visit, status: above == nil ? 200 : 422)
  }

  private func standing(_ attempt: RenewalAttempt, _ renewal: OpenRenewal) -> HTML {
    let zone = renewal.ledger.judging.zone
    let phase = attempt.phase(at: Date(), zone: zone).words
    let last = (attempt.submittedAt ?? attempt.plannedAt).minuteText(in: zone)
    let paid: HTML? = attempt.amount.map { " · \($0.text)" }
    return "<p class=\"first\"><strong>\(phase)</strong> <time>\(last)</time>\(paid)</p>"
  }

  private func open(_ attempt: RenewalAttempt, _ reference: String) -> HTML {
    let paid: HTML? =
      attempt.phase == .planned
      ? "<h2>\(Words("It was paid or sent"))</h2>\(payment(reference, [.submitted]))" : nil
    let confirm = form(
      .confirm, reference,
      [
        DeskForm.text(
          visit, "until", Words("the new last day, as the carrier gave it"), type: "date"),
        DeskForm.choice(
          visit, "as", Words("what was bought"),
          among: [("topup", Words("a top-up")), ("pack", Words("a pack"))]),
        DeskForm.text(visit, "balance", Words("the balance now")),
      ])
    let fail = form(
      .fail, reference,
      [
        DeskForm.choice(
          visit, "reason", Words("why"),
          among: FailureReason.allCases.map { ($0.rawValue, $0.words) })
      ])
    return """
      \(paid)\(verification(reference))\
      <h2>\(Words("You know that it took effect"))</h2>\(confirm)\
      <h2>\(Words("It failed"))</h2>\(fail)
      """
  }

  private func verification(_ reference: String) -> HTML {
    let form = form(
      .verify, reference,
      [
        DeskForm.text(visit, "balance-before", Words("the balance before, such as 2.50 GBP")),
        DeskForm.text(visit, "balance", Words("the balance now")),
      ])
    return """
      <h2>\(Words("Find out whether it took effect"))</h2>\
      <p class="soft">\(Words("Its card is read if it is in a reader. What the carrier wrote is pasted elsewhere:")) \
      <a href="\(Address.page("/reply", "of", reference))">\(Words("Paste what the carrier wrote"))</a></p>\(form)
      """
  }

  private func payment(_ reference: String, _ steps: [Step]) -> HTML {
    let ways: [RenewalAttempt.Channel] = [
      .weChatPay, .alipay, .bankCard, .shop, .kiosk, .carrierApp,
    ]
    var fields = [
      DeskForm.text(visit, "amount", Words("what is paid, such as 12.50 GBP")),
      DeskForm.choice(
        visit, "by", Words("how"),
        among: [("", Words("not said"))] + ways.map { ($0.rawValue, $0.words) }),
    ]
    if steps.contains(.submitted) {
      fields.append(
        DeskForm.text(visit, "on", Words("when it was paid or sent (nothing: now)"), type: "date"))
    }
    return DeskForm(
      visit: visit, action: .page("/renew"), hidden: [("of", reference)], fields: fields,
      buttons: steps.map { (button($0), $0.rawValue) }
    ).html
  }

  private func form(_ step: Step, _ reference: String, _ fields: [HTML]) -> HTML {
    DeskForm(
      visit: visit, action: .page("/renew"), hidden: [("of", reference)], fields: fields,
      buttons: [(button(step), step.rawValue)]
    ).html
  }

  private func button(_ step: Step) -> Words {
    switch step {
    case .start: Words("Plan it")
    case .submitted: Words("It was paid or sent")
    case .verify: Words("Find out")
    case .confirm: Words("It took effect")
    case .fail: Words("It failed")
    }
  }
}
