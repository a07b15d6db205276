import ArgumentParser
import Card
import CardState
import Provisioning
import Words

/// Downloads a profile to an eUICC in a reader, by a pasted code or a picture of one, as `cardinfo profiles
/// download` does: what the server has is shown before it is fetched.
struct DownloadPage {
  let visit: Visit

  /// Bytes of a form: a phone's picture.
  static let longest = 8 << 20

  func answer() throws -> WebAnswer {
    if let mark = visit.request.field("download") { return try fetch(mark) }
    let isForm = visit.request.method == "POST"
    let place = try CardPlace(
      isForm ? visit.request.field("of") : visit.request.argument("of"),
      in: visit.service.cards)
    let euicc = try place.euicc()
    guard isForm else { return page(place, euicc) }
    do {
      return try ask(place, euicc)
    } catch {
      return page(place, euicc, above: DeskForm.problem(Visit.problem(error)))
    }
  }

  private func page(_ place: CardPlace, _ euicc: EUICC, above: HTML? = nil) -> WebAnswer {
    let number = CardPlace.text(place.reader, place.index)
    let isForm = visit.request.method == "POST"
    // Whoever has the code can download the profile: it is not shown again.
    let fields: [HTML] = [
      """
      <label><span>\(Words("the activation code: LPA:1$… (nothing: the card's own server is asked)"))</span>\
      <input type="text" name="code" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
      """,
      """
      <label><span>\(Words("or a picture of its QR code (PNG, JPEG): choose, paste or drop one"))</span>\
      <input type="file" name="picture" accept="image/png,image/jpeg"></label>
      """,
      DeskForm.text(visit, "name", Words("how its line is called (nothing: as the profile)")),
      DeskForm.agreement(
        "enable", Words("enable it when it is installed"),
        isGiven: visit.request.field("enable") != nil),
      DeskForm.agreement(
        "send", Words("tell its server at once that it is installed"),
        isGiven: !isForm || visit.request.field("send") != nil),
    ]
    let form = DeskForm(
      visit: visit, action: .page("/download"), hidden: [("of", number)], fields: fields,
      buttons: [(Words("Show what the server has"), nil)], takesFile: true)
    let card = CardRow(visit.service.showsIdentifiers ? place.card : place.card.redacted())
    return DeskPage(
      title: Words("Download a profile"),
      body: """
        <p><a href="/cards">\(Words("all cards"))</a></p>\(above)\
        <p>\(Words("To the eUICC in \(place.reader.name)")) <bdi class="soft">\(card.eid ?? "")</bdi></p>\
        <p class="soft">\(Words("The server learns the card's EID. Nothing is fetched before you have seen what it has, and the code stays good until then."))</p>\
        \(form.html)
        """
    ).answer(for: visit, status: above == nil ? 200 : 422)
  }

  /// Asks the server what it has.
  private func ask(_ place: CardPlace, _ euicc: EUICC) throws -> WebAnswer {
    let service = visit.service
    let options = try DownloadOptions.parse(
      service.arguments(for: euicc, isTold: visit.request.field("send") != nil)
        + (visit.request.field("enable") != nil ? ["--enable"] : [])
        + (visit.request.field("name").map { ["--name=\($0)"] } ?? []))
    try options.line.check(options.change.ledger)
    let code = try code()
    let reader = place.reader.name
    return try visit.work(Words("What the server has")) { report in
      report(Words("reading the card"), nil)
      let download = DeskDownload(service, options, reader: reader)
      let (target, run, code) = try download.begin(code)
      let notes = DownloadNotes()
      var offered: DownloadAnswer.OfferedProfile?
      let dialogue = DownloadDialogue(
        objection: {
          offered = $0
          return nil
        }, progress: notes.progress(report), note: notes.add)
      let finished = try options.download(
        code, to: target, run, through: try options.change.servers.transport(), isPreview: true,
        dialogue)
      var end = DeskWork.End(problems: finished.problems, notes: notes.words)
      guard let offered, let offer = finished.answer.download.profile else {
        end.notes = finished.answer.download.sentences + end.notes
        return end
      }
      end.facts = offer.facts(from: finished.answer.download.server).map {
        ($0.label, visit.shown($0.value))
      }
      if finished.problems.isEmpty {
        let shown = ShownDownload(download: download, code: code, offer: offered)
        end.offer = DeskWork.Offer(
          mark: service.downloads.add(shown), needsConfirmationCode: offer.needsConfirmationCode)
        end.notes.append(Words("Nothing was fetched yet, and the code is still good."))
      }
      return end
    }
  }

  /// The code that was pasted, or stands in a picture; nil for the card's own server.
  private func code() throws -> ActivationCode? {
    let text: String
    if let picture = visit.request.file("picture") {
      text = try QRImage.activationCode(inPicture: picture)
    } else if let pasted = visit.request.field("code"), !pasted.isBlank {
      text = pasted
    } else {
      return nil
    }
    do throws(ActivationCodeError) {
      return try ActivationCode(text)
    } catch {
      throw Problem(.codeMalformed, error.message, nextStep: error.hint)
    }
  }

  /// Fetches what was shown.
  private func fetch(_ mark: String) throws -> WebAnswer {
    let service = visit.service
    if let busy = service.work.current { throw DeskWork.busy(with: busy.title) }
    guard let shown = service.downloads.take(mark) else { throw Problem.agreedBefore }
    let confirmation = visit.request.file("confirmation")
    return try visit.work(Words("Download a profile")) { report in
      try shown.fetch(confirmation, report)
    }
  }
}
