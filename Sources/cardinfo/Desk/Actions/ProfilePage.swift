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
    let number = try service.work.start(shown.wanted.title) { [visit] report in
      try shown.make(service, visit, isTold: isTold, report)
    }
    service.work.wait(for: number)
    return .other(.page("/work", "of", "\(number)"))
  }
}

/// A change that somebody wants of a profile in a reader.
struct WantedChange {
  let kind: Kind
  let reader: String
  let euicc: EUICC
  /// What names the profile: its ICCID, or its AID where it has none.
  let profile: String
  /// What it is called.
  let name: String
  let nickname: String

  /// The changes that there are, by the names of their buttons.
  enum Kind: String, CaseIterable {
    case enable, disable, rename, delete

    /// What the button says that makes it.
    var button: Words {
      switch self {
      case .enable: Words("Enable it")
      case .disable: Words("Disable it")
      case .rename: Words("Rename it")
      case .delete: Words("Delete it for good")
      }
    }
  }

  /// - Throws: A ``Problem`` where a form names no change, or its profile can't be named.
  init(_ visit: Visit, _ place: CardPlace) throws(Problem) {
    let (euicc, profile) = try place.profile()
    guard let kind = Kind.allCases.first(where: { visit.request.field($0.rawValue) != nil }) else {
      throw Problem(.usage, Words("the form says nothing that can be done"))
    }
    guard let number = profile.iccid ?? profile.aid else {
      throw ChangeRefusal.profileWithoutICCID.problem
    }
    self.kind = kind
    self.euicc = euicc
    self.profile = number
    reader = place.reader.name
    name = visit.shown(profile.calledName ?? Words("a profile without a name").text)
    nickname = visit.request.field("nickname") ?? ""
  }

  /// What it is.
  var title: Words {
    switch kind {
    case .enable: Words("Enable \(name)")
    case .disable: Words("Disable \(name)")
    case .rename: Words("Rename \(name)")
    case .delete: Words("Delete \(name)")
    }
  }

  /// The command that makes it.
  func command(_ service: DeskService, isTold: Bool) throws -> any ChangeCommand {
    let arguments = service.arguments(for: euicc, isTold: isTold) + ["--", profile]
    return switch kind {
    case .enable: try EnableProfile.parse(arguments)
    case .disable: try DisableProfile.parse(arguments)
    case .rename: try RenameProfile.parse(arguments + [nickname])
    case .delete: try DeleteProfile.parse(arguments)
    }
  }
}

/// A change as it was shown to somebody who may agree to it.
struct ShownChange {
  let wanted: WantedChange
  let question: String
  let losses: [String]
  /// What has to be typed, if anything has to be.
  let tail: String?
  let names: [String]
  /// Whether servers are told of such a change.
  let isTold: Bool

  init(wanted: WantedChange, question: String, _ prepared: PreparedChange) {
    self.wanted = wanted
    self.question = question
    losses = prepared.losses.map(\.text)
    (tail, names) = (prepared.tail, prepared.names)
    isTold = prepared.plan.change.goal.isTold
  }

  /// Makes it, if the card is as it was shown; the card is shown anew then, whatever came of it.
  func make(
    _ service: DeskService, _ visit: Visit, isTold: Bool, _ report: DeskWork.Report
  ) throws -> DeskWork.End {
    let command = try wanted.command(service, isTold: isTold)
    report(Words("reading the card"), nil)
    let run = try service.run(command.change, in: wanted.reader)
    let prepared = try command.prepare(run)
    let now = ShownChange(wanted: wanted, question: visit.shown(prepared.question), prepared)
    guard now.isSame(as: self) else {
      throw Problem(
        .declined, Words("the card is not as it was shown, so nothing was changed"),
        nextStep: Words("look at the cards again"))
    }
    if prepared.isMade, let alreadySo = prepared.alreadySo {
      return DeskWork.End(done: [Words("\(alreadySo): nothing to do")])
    }
    report(Words("changing the card"), nil)
    var notes: [Words] = []
    let document = command.make(prepared.plan, run) { notes.append($0) }
    var end = DeskWork.End(
      done: document.errors.isEmpty ? [Words(verbatim: visit.shown(prepared.done))] : [],
      problems: document.errors, notes: notes)
    do throws(Problem) { try service.readAgain(wanted.reader) } catch { end.problems.append(error) }
    return end
  }

  private func isSame(as other: ShownChange) -> Bool {
    question == other.question && losses == other.losses && tail == other.tail
      && names == other.names
  }
}

extension Problem {
  /// A form that was sent before.
  static let agreedBefore = Problem(
    .declined,
    Words("this was agreed to before, or was shown long ago; nothing was done now"),
    nextStep: Words("look at the cards again"))
}
