import Words

/// Turns the calendar to subscribe to on and off.
struct CalendarPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let feed = DeskFeed(ledger: visit.service.ledger)
    if visit.request.method == "POST" {
      if visit.request.field("off") != nil {
        try feed.turnOff()
      } else {
        _ = try visit.ledger()
        try feed.turnOn()
      }
      return .other(.page("/calendar"))
    }
    let what = Words(
      "It has the nicknames of lines, and what is to be done by when; no number and no ICCID.")
    guard let secret = try feed.secret else {
      return page(
        "<p>\(what)</p><p>\(Words("There is no calendar to subscribe to yet."))</p>",
        [(Words("Make one"), "on")])
    }
    let host = visit.request.header("host") ?? ""
    let address = "\(visit.service.gate.scheme)://\(host)\(DeskFeed.path)\(secret.text).ics"
    return page(
      """
      <p>\(what)</p><p>\(Words("Its address, which is a secret: subscribe to it in a calendar of this machine."))</p>\
      <p><code>\(address)</code></p>
      """, [(Words("Give it another address"), "on"), (Words("Take it back"), "off")])
  }

  private func page(_ body: HTML, _ buttons: [(words: Words, name: String?)]) -> WebAnswer {
    let form = DeskForm(visit: visit, action: .page("/calendar"), buttons: buttons)
    return DeskPage(title: Words("Calendar"), body: "\(body)\(form.html)").answer(for: visit)
  }
}
