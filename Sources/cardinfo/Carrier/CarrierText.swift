import Carriers
import FoundationEssentials
import Renewal
import Words

/// One carrier with its facts and their sources, for people.
struct CarrierText {
  private let candidate: Candidate
  private let carrier: Carrier
  private let today = CalendarDay(Date(), in: .current)

  init(_ candidate: Candidate) {
    self.candidate = candidate
    carrier = candidate.carrier
  }

  func lines(_ colour: Bool) -> [String] {
    [Style.heading.apply(Terminal.clean(carrier.names.text(in: .ofThisRun)), colour)]
      + head.lines(indent: 2, colour: colour)
      + carrier.facts.flatMap { lines($0, colour) }
      + carrier.rules.compactMap { CarrierFiles.rules[$0] }.flatMap { RuleText($0).lines(colour) }
  }

  private var head: Table {
    var table = Table()
    table.add(Words("country"), CarrierFiles.name(of: carrier.country))
    table.add(Words("kind"), carrier.kind?.words.text)
    table.add(Words("also"), carrier.aliases.joined(separator: ", "))
    table.add(Words("runs on"), carrier.hosts.joined(separator: ", "))
    table.add(Words("rules"), carrier.rules.joined(separator: ", "))
    table.add(Words("because of"), why)
    return table
  }

  /// What matched, and where that stands.
  private var why: Words {
    let titles = candidate.why.map(\.source.title)
    let once = titles.enumerated().filter { !titles.prefix($0.offset).contains($0.element) }
    return .clauses(
      once.map { _, title in
        let attributes = candidate.why.filter { $0.source.title == title }
        return Words("\(Words.listed(attributes.map(\.attribute.words))) (\(title))")
      })
  }

  private func lines(_ fact: Fact, _ colour: Bool) -> [String] {
    let region = fact.region.flatMap { $0 == carrier.country ? nil : Words("in \($0)") }
    let note = fact.note.map { Words(verbatim: $0.text(in: .ofThisRun)) }
    let parts = [fact.words, region, note].compactMap { $0 }
    var lines = Terminal.wrapped(Words.clauses(parts).text, indent: 4)
    if let first = lines.first { lines[0] = "  - " + first.dropFirst(4) }
    let source = [fact.source.title, fact.source.url].compactMap { $0 }.joined(separator: ", ")
    let origin = Words("\(fact.source.words(on: today)): \(source)")
    return lines
      + Terminal.wrapped(origin.text, indent: 4).map { Style.label.apply($0, colour) }
  }
}

extension Carrier.Kind {
  var words: Words {
    switch self {
    case .network: Words("network operator")
    case .virtual: Words("virtual operator")
    case .reseller: Words("seller of eSIMs")
    }
  }
}

extension Fact {
  /// What it says.
  var words: Words {
    let how = method?.words ?? Words(verbatim: "")
    switch content {
    case .hotline(_, let abroad?): return Words("hotline: \(how); from abroad call \(abroad)")
    case .hotline: return Words("hotline: \(how)")
    case .check(let asks, _):
      return Words("\(how): \(Words.listed(asks.map(\.words)))")
    case .renew(_, let pay) where pay.isEmpty: return Words("renew: \(how)")
    case .renew(_, let pay):
      return Words("renew: \(how); pay by \(Words.listed(pay.map(\.words)))")
    case .app(let names, _): return Words("app: \(names.text(in: .ofThisRun))")
    case .plan(let plan): return Words("plan: \(plan.words(in: .ofThisRun))")
    case .password(_, nil): return Words("password: \(how)")
    case .password(_, let count?):
      return Words(
        count, one: "password of \(count) digit: \(how)",
        other: "password of \(count) digits: \(how)")
    case .region(true): return Words("it can be topped up from another region")
    case .region(false): return Words("it can't be topped up from another region")
    case .esim(_, let devices) where devices.isEmpty: return Words("eSIM: \(how)")
    case .esim(_, let devices):
      return Words("eSIM (\(Words.listed(devices.map(\.words)))): \(how)")
    case .site(let page, let url): return Words("page for \(page.words): \(url)")
    case .service(let service): return service.words
    case .barring(let barring): return barring.words
    case .unpublished(let topic):
      return Words("the carrier publishes nothing on this: \(topic.words)")
    }
  }
}

extension Candidate.Attribute {
  var words: Words {
    switch self {
    case .provider: Words("the profile's provider")
    case .providerPrefix: Words("the beginning of the profile's provider")
    case .smdp: Words("the profile's server")
    case .issuer: Words("the issuer of the card")
    case .plmn: Words("the network code")
    case .imsiPrefix: Words("the IMSI's beginning")
    case .iccidPrefix: Words("the ICCID's beginning")
    case .gid1: Words(verbatim: "EF.GID1")
    case .gid2: Words(verbatim: "EF.GID2")
    case .spn: Words("the card's provider")
    case .name: Words("the name")
    }
  }
}
