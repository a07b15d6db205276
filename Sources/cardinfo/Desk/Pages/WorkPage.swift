import Words

/// How far work with a card is, and what came of it.
struct WorkPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    guard let number = visit.request.argument("of").flatMap({ Int($0) }),
      let job = visit.service.work.job(number)
    else { return DeskPage.missing }
    var page = DeskPage(
      title: job.title,
      body: """
        <section id="work" data-from="/work?of=\(job.number)" data-on="work" aria-live="polite">\
        \(job.end.map { ended($0) } ?? goesOn(job))</section>
        """)
    page.isLoadedAgain = job.end == nil
    return page.answer(for: visit)
  }

  private func goesOn(_ job: DeskWork.Job) -> HTML {
    let bar: HTML? = job.loaded.map { loaded in
      """
      <progress max="\(loaded.total)" value="\(loaded.count)" \
      aria-label="\(Words("how much is loaded"))"></progress>
      """
    }
    return """
      <p>\(job.step ?? Words("begun"))</p>\(bar)\
      <p class="soft">\(Words("Leave the card in the reader."))</p>
      """
  }

  private func ended(_ end: DeskWork.End) -> HTML {
    let done = end.done.map { words -> HTML in "<p class=\"done\">\(words)</p>" }
    let problems = end.problems.map(DeskForm.problem)
    let facts = end.facts.map { label, value -> HTML in
      "<dt>\(label)</dt><dd><bdi>\(value)</bdi></dd>"
    }
    let what: HTML? = facts.isEmpty ? nil : "<dl>\(facts)</dl>"
    let notes = end.notes.map { words -> HTML in "<li>\(words)</li>" }
    let besides: HTML? = notes.isEmpty ? nil : "<ul>\(notes)</ul>"
    return """
      \(done)\(problems)\(what)\(besides)\(end.offer.map { form($0) })\
      \(way(from: end))
      """
  }

  private func way(from end: DeskWork.End) -> HTML {
    guard let line = end.line else { return "<p><a href=\"/cards\">\(Words("all cards"))</a></p>" }
    return """
      <p><a href="\(Address.page("/line", "of", line))">\(Words("everything about this line"))</a></p>
      """
  }

  private func form(_ offer: DeskWork.Offer) -> HTML {
    let code: HTML? =
      offer.needsConfirmationCode
      ? """
      <label><span>\(Words("the confirmation code, which came with the activation code"))</span>\
      <input type="password" name="confirmation" autocomplete="off" maxlength="64" required></label>
      """ : nil
    return DeskForm(
      visit: visit, action: .page("/download"), hidden: [("download", offer.mark.text)],
      fields: [code].compactMap { $0 }, buttons: [(Words("Download it"), nil)]
    ).html
  }
}
