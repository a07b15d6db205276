import ArgumentParser
import Card
import CardState
import Words

/// A profile of an eUICC in a reader, and the changes of it that the commands make: what is lost is shown and
/// agreed to before, and what the card shows afterwards is the answer.
struct ProfilePage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    if let mark = visit.request.field("change") { return try make(mark) }
    let isForm = visit.request.method == "POST"
    let place = try CardPlace(
      isForm ? visit.request.field("of") : visit.request.argument("of"),
      in: visit.service.cards)
    guard isForm else { return try page(of: place) }
    do {
      return try show(try WantedChange(visit, place), 200)
    } catch {
      return try page(of: place, above: DeskForm.problem(Visit.problem(error)))
    }
  }

  // MARK: - The profile

  private func page(of place: CardPlace, above: HTML? = nil) throws -> WebAnswer {
    let (_, profile) = try place.profile()
    let number = CardPlace.text(place.reader, place.index)
    let isShown = visit.service.showsIdentifiers
    let facts: [(Words, String?)] = [
      (Words("state"), profile.state?.words.text), (Words("provider"), profile.serviceProvider),
      (Words("plan"), profile.name), (Words("nickname"), profile.nickname),
      (
        Words(verbatim: "ICCID"),
        isShown ? profile.iccid : profile.iccid.map { Masking.identifier($0, keeping: 6) }
      ), (Words("class"), profile.class.words.text), (Words("reader"), place.reader.name),
    ]
    let rows = facts.compactMap { label, value -> HTML? in
      guard let value, !value.isEmpty else { return nil }
      let text = isShown ? value : Masking.numbers(in: value)
      return "<dt>\(label)</dt><dd><bdi>\(text)</bdi></dd>"
    }
    func form(_ words: Words, _ name: String, _ fields: [HTML] = []) -> HTML {
      DeskForm(
        visit: visit, action: .page("/profile"), hidden: [("of", number)], fields: fields,
        buttons: [(words, name)]
      ).html
    }
    // A masked name is no name to begin from.
    let known = isShown ? profile.nickname ?? "" : ""
    let nickname: HTML = """
      <label><span>\(Words("nickname; nothing takes it away"))</span><input type="text" name="nickname" \
      maxlength="64" autocomplete="off" value="\(visit.request.field("nickname") ?? known)">\
      </label>
      """
    let state =
      profile.state == .enabled
      ? form(Words("Disable it"), "disable") : form(Words("Enable it"), "enable")
    let end: HTML =
      profile.state == .enabled
      ? "<p class=\"soft\">\(Words("To delete it, enable another profile or disable this one first."))</p>"
      : form(Words("Delete it"), "delete")
    return DeskPage(
      title: Words(
        verbatim: visit.shown(profile.calledName ?? Words("a profile without a name").text)),
      body: """
        <p><a href="/cards">\(Words("all cards"))</a></p>\(above)<dl>\(rows)</dl>\
        <h2>\(Words("Change it"))</h2>\
        <p class="soft">\(Words("What it does is shown before it is done."))</p>\
        \(state)\(form(Words("Rename it"), "rename", [nickname]))\(end)
        """
    ).answer(for: visit, status: above == nil ? 200 : 422)
  }

  // MARK: - Its change

  /// Shows what a change does, and asks.
  private func show(_ wanted: WantedChange, _ status: Int, above: HTML? = nil) throws -> WebAnswer {
    let service = visit.service
    let command = try wanted.command(service, isTold: false)
    let prepared = try service.work.alone(wanted.title) {
      try command.prepare(try service.run(command.change, in: wanted.reader))
    }
    if prepared.isMade, let alreadySo = prepared.alreadySo {
      return DeskPage(
        title: wanted.title,
        body: """
          <p>\(Words("\(alreadySo): nothing to do"))</p>\
          <p><a href="/cards">\(Words("all cards"))</a></p>
          """
      ).answer(for: visit)
    }
    let shown = ShownChange(wanted: wanted, question: visit.shown(prepared.question), prepared)
    return page(shown, service.changes.add(shown).text, status: status, above: above)
  }

  private func page(
    _ shown: ShownChange, _ mark: String, status: Int, above: HTML? = nil
  ) -> WebAnswer {
    let losses = shown.losses.map { loss -> HTML in "<li>\(loss)</li>" }
    let lost: HTML? =
      losses.isEmpty ? nil : "<h2>\(Words("What is lost"))</h2><ul class=\"lost\">\(losses)</ul>"
    var fields: [HTML] = []
    if shown.tail != nil {
      fields.append(
        """
        <label><span>\(shown.question)</span>\
        <input type="text" name="typed" autocomplete="off" required autofocus></label>
        """)
    }
    if shown.isTold {
      fields.append(
        DeskForm.agreement("send", Words("tell the profiles' servers of it now, over the network")))
    }
    let form = DeskForm(
      visit: visit, action: .page("/profile"), hidden: [("change", mark)], fields: fields,
      buttons: [(shown.wanted.kind.button, nil)], isGrave: shown.tail != nil)
    let question: HTML? = shown.tail == nil ? "<p class=\"first\">\(shown.question)</p>" : nil
    return DeskPage(
      title: shown.wanted.title,
      body: """
        \(above)\(question)\(lost)\
        <p class="soft">\(Words("Afterwards the card is read again: what it shows then is what counts."))</p>\
        \(form.html)<p><a href="/cards">\(Words("Leave it as it is"))</a></p>
        """
    ).answer(for: visit, status: status)
  }

  /// Makes a change that was agreed to.
  private func make(_ mark: String) throws -> WebAnswer {
    let service = visit.service
    guard let shown = service.changes.look(mark) else { throw Problem.agreedBefore }
    do throws(ChangeRefusal) {
      try ChangeOptions.accept(visit.request.field("typed") ?? "", for: shown.tail, shown.names)
    } catch {
      return page(shown, mark, status: 422, above: DeskForm.problem(error.problem))
    }
    if let busy = service.work.current { throw DeskWork.busy(with: busy.title) }
    guard service.changes.take(mark) != nil else { throw Problem.agreedBefore }
    let isTold = visit.request.field("send") != nil
    return try visit.work(shown.wanted.title) { [visit] report in
      try shown.make(service, visit, isTold: isTold, report)
    }
  }
}
