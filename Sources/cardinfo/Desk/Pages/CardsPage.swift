import Card
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// The readers with the cards in them, and below them the cards that earlier reads have kept. The readers are
/// also a column of the first page, and a part by themselves for the script that renews it.
struct CardsPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.service.ledger.openIfThere()
    let drawer = try ledger.map { try CardDrawer(visit: visit, ledger: $0).html }
    let column = try column { try ledger?.reference(of: $0) }
    return DeskPage(title: Words("Cards"), body: "\(column)\(drawer)")
      .answer(for: visit)
  }

  /// The readers alone.
  func part() throws -> WebAnswer {
    let ledger = try visit.service.ledger.openIfThere()
    return DeskPage(title: Words("Cards"), body: try column { try ledger?.reference(of: $0) })
      .answer(for: visit)
  }

  /// Reads a card anew: other programs change cards, too, and nobody tells of it.
  func readAgain() throws -> WebAnswer {
    let place = try CardPlace(visit.request.field("of"), in: visit.service.cards)
    try visit.service.work.alone(Words("reading the card")) {
      try visit.service.readAgain(place.reader.name)
    }
    return .other(.page("/cards"))
  }

  /// The readers as a part of a page.
  ///
  /// - Parameter reference: What leads to a line; nil where nothing does.
  func column(_ reference: (Line.ID) throws -> String?) rethrows -> HTML {
    let (readers, problem) = visit.service.cards.now
    let found = try readers.map { try reader($0, reference) }
    let none: HTML? =
      readers.allSatisfy { $0.card == nil && $0.problems.isEmpty } && problem == nil
      ? "<p>\(Words("Insert a card: it is read, and shown here."))</p>" : nil
    let broken: HTML? = problem.map { problem in
      let next: HTML? = problem.nextStep.map { "<p class=\"soft\">\($0)</p>" }
      return "<p>\(problem.sentence)</p>\(next)"
    }
    return """
      <aside id="cards" data-from="/readers" data-on="cards" aria-live="polite" \
      aria-labelledby="cards-title"><h2 id="cards-title">\(Words("In the readers"))</h2>\
      \(broken)\(none)\(found)</aside>
      """
  }

  private func reader(
    _ reader: DeskCards.Reader, _ reference: (Line.ID) throws -> String?
  ) rethrows -> HTML {
    let problems = reader.problems.map { problem -> HTML in
      "<li><span class=\"mark critical\" aria-hidden=\"true\">✖</span> \(problem.sentence)</li>"
    }
    guard let whole = reader.card.map(judged) else {
      let empty: HTML? =
        problems.isEmpty ? "<li class=\"soft\">\(Words("no card"))</li>" : nil
      return "<h3><bdi>\(reader.name)</bdi></h3><ul>\(problems)\(empty)</ul>"
    }
    let report = visit.service.showsIdentifiers ? whole : whole.redacted()
    let row = CardRow(report)
    let identity: HTML =
      """
      <li><bdi>\(row.carrier ?? row.iccid ?? Words("a card without an ICCID").text)</bdi></li>
      """
    let untracked = Set((whole.lines ?? []).filter { $0.tracked == nil }.map(\.iccid))
    let profiles = whole.card.profilesWithEUICC.map(\.profile.iccid)
    // A profile that is not tracked says so itself.
    let lines = try (whole.lines ?? [])
      .filter { !untracked.contains($0.iccid) || !profiles.contains($0.iccid) }
      .map { try line($0, reference) }
    let shown = self.profiles(
      reader, report, isUntracked: profiles.map { $0.map(untracked.contains) ?? false })
    let again = DeskForm(
      visit: visit, action: .page("/read"), hidden: [("of", CardPlace.text(reader))],
      buttons: [(Words("Read it again"), nil)], isPlain: true)
    return """
      <h3><bdi>\(reader.name)</bdi></h3><ul>\(identity)\(lines)\(shown)\(report.card.unreadProfiles)\(problems)</ul>\
      \(downloads(reader, report))\(untracked.isEmpty ? nil : tracking(reader).html)\(again.html)
      """
  }

  /// The card with its lines as they stand now: others write into the ledger, too.
  private func judged(_ card: CardReport) -> CardReport {
    var document = ReadDocument(cards: [card], errors: [])
    TrackedCards(options: visit.service.ledger, savesAll: false, offers: false, keeps: false)
      .join(&document)
    return document.cards.first ?? card
  }

  private func tracking(_ reader: DeskCards.Reader) -> DeskForm {
    DeskForm(
      visit: visit, action: .page("/track"), hidden: [("of", CardPlace.text(reader))],
      buttons: [(Words("Track what is not tracked"), nil)], isPlain: true)
  }

  private func profiles(
    _ reader: DeskCards.Reader, _ report: CardReport, isUntracked: [Bool]
  ) -> [HTML] {
    zip(report.card.profilesWithEUICC, isUntracked).enumerated().map { index, pair -> HTML in
      let (found, isUntracked) = pair
      let isOn = found.profile.state == .enabled
      let name =
        found.profile.calledName ?? found.profile.iccid ?? Words("a profile without a name").text
      let address = Address.page("/profile", "of", CardPlace.text(reader, index))
      let untracked: HTML? = isUntracked ? " · \(Words("not tracked"))" : nil
      return """
        <li><span class="mark" aria-hidden="true">\(isOn ? "●" : "○")</span> \
        <a href="\(address)"><bdi>\(name)</bdi></a> \
        <span class="soft">\(found.profile.state?.words ?? Words("unknown"))\(untracked)</span></li>
        """
    }
  }

  private func downloads(_ reader: DeskCards.Reader, _ report: CardReport) -> [HTML] {
    let euiccs = report.card.euiccs
    return euiccs.enumerated().map { index, euicc -> HTML in
      let words =
        euiccs.count == 1
        ? Words("Download a profile") : Words("Download a profile to \(euicc.eid.suffix(4))")
      let address = Address.page("/download", "of", CardPlace.text(reader, index))
      return "<p><a href=\"\(address)\">\(words)</a></p>"
    }
  }

  private func line(
    _ line: LineOnCard, _ reference: (Line.ID) throws -> String?
  ) rethrows -> HTML {
    guard let tracked = line.tracked else {
      return "<li class=\"soft\">\(Words("not tracked"))</li>"
    }
    let shown = visit.service.showsIdentifiers ? tracked.line : tracked.line.masked
    let verdict = VerdictText(
      verdict: tracked.verdict, events: tracked.events, zone: .current)
    let name: HTML = "<bdi>\(shown.name)</bdi>"
    let link: HTML? = try reference(tracked.line.id).map { reference in
      "<a href=\"\(Address.page("/line", "of", reference))\">\(name)</a>"
    }
    return """
      <li><span class="mark \(tracked.verdict.severity.rawValue)" aria-hidden="true">\
      \(tracked.verdict.mark)</span> \(link ?? name) <span class="soft">\(verdict.summary)</span></li>
      """
  }
}
