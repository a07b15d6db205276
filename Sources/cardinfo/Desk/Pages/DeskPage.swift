import Words

/// A page of the desk: its frame, and what stands in it.
struct DeskPage {
  var title: Words
  var body: HTML
  /// Below the title.
  var summary: HTML?
  /// Where the bars of a timeline on it are.
  var places: DayPlaces?
  /// Whether it changes by itself: without script it is loaded again.
  var isLoadedAgain = false
  /// The codes on it.
  var codes = QRCodes()

  /// The page for somebody who is in.
  func answer(for visit: Visit, status: Int = 200) -> WebAnswer {
    let nonce = places.map { _ in Token() }
    let rules: HTML? = places.flatMap { places in
      nonce.map { "<style nonce=\"\($0.text)\">\(places.rules)</style>" }
    }
    let note: HTML? = visit.service.gate.sessions.takeNote(for: visit.session).map {
      "<p class=\"done\" role=\"status\">\($0)</p>"
    }
    let leave: HTML = """
      <form method="post" action="/leave">\(visit.mark)\
      <button class="plain">\(Words("End this session"))</button></form>
      """
    var answer = WebAnswer(
      status,
      page: """
        \(Self.head(title, rules, isLoadedAgain: isLoadedAgain))<a class="skip" href="#main">\(Words("to the content"))</a>\
        <header><p class="brand">cardinfo</p>\(Self.navigation(visit.request.path))</header>\
        <main id="main"><h1>\(title)</h1>\(note)\(summary)\(body)</main>\
        <footer class="soft">cardinfo \(Version.current) \(leave)</footer>\(codes.drawings)\
        </body></html>

        """)
    answer.headers.append(DeskGate.policy(nonce: nonce))
    return answer
  }

  private static func head(
    _ title: Words, _ rules: HTML? = nil, isLoadedAgain: Bool = false
  ) -> HTML {
    let again: HTML? =
      isLoadedAgain ? "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>" : nil
    return """
      <!doctype html>
      <html lang="\(Language.ofThisRun.tag)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title) · cardinfo</title><link rel="stylesheet" href="/style.css">\(rules)\(again)\
      <script src="/desk.js" defer></script></head><body>
      """
  }

  private static func navigation(_ path: String) -> HTML {
    let places: [(Address, Words)] = [
      (.page("/"), Words("To do")), (.page("/timeline"), Words("Timeline")),
      (.page("/lines"), Words("Lines")), (.page("/cards"), Words("Cards")),
      (.page("/import"), Words("Import")),
      (.page("/calendar"), Words("Calendar")),
    ]
    let links = places.map { address, words -> HTML in
      address.text == path
        ? "<a href=\"\(address)\" aria-current=\"page\">\(words)</a>"
        : "<a href=\"\(address)\">\(words)</a>"
    }
    return "<nav aria-label=\"\(Words("pages"))\">\(links)</nav>"
  }

  // MARK: - For everybody

  /// What somebody sees who is not in.
  static func closed(_ why: Words, status: Int = 403) -> WebAnswer {
    bare(
      status, Words("The desk is closed"),
      "<p>\(why)</p><p>\(Words("Start it again: cardinfo desk prints a new link."))</p>")
  }

  /// What was sent by another page.
  static func refused(_ why: Words) -> WebAnswer {
    bare(403, Words("Nothing was done"), "<p>\(why)</p>")
  }

  /// A page that is none.
  static var missing: WebAnswer {
    bare(
      404, Words("There is no such page"),
      "<p><a href=\"/\">\(Words("To do"))</a></p>")
  }

  private static func bare(_ status: Int, _ title: Words, _ body: HTML) -> WebAnswer {
    var answer = WebAnswer(
      status,
      page: """
        \(head(title))<main><h1>\(title)</h1>\(body)</main></body></html>

        """)
    answer.headers.append(DeskGate.policy(nonce: nil))
    return answer
  }

  /// What somebody sees who tracks nothing yet.
  static func empty(_ visit: Visit) -> WebAnswer {
    DeskPage(
      title: Words("No line is tracked yet"),
      body: """
        \(CardsPage(visit: visit).column { _ in nil })\
        <p>\(Words("Insert a card, and choose to track what is on it."))</p>\
        <p>\(Words("Or write one down: cardinfo line add --name NAME"))</p>\
        <p><a href="/import">\(Words("Import a table of lines"))</a></p>
        """
    ).answer(for: visit)
  }
}
