import Card
import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal
import Words

/// The cards and eUICCs that reads were kept of, as somebody has them in a drawer: what is on each, when it was
/// read last, and where its lines stand.
struct CardDrawer {
  let visit: Visit
  let ledger: Ledger

  /// How many cards there are at most: the latest.
  private static let most = 200

  var html: HTML {
    get throws {
      let found = try ledger.latestReads(limit: Self.most + 1)
      let inReaders = Set(
        visit.service.cards.now.readers.compactMap(\.card?.card).flatMap(\.drawerNames))
      let cards = try found.prefix(Self.most).map { try card($0, inReaders) }
      let none: HTML? =
        found.isEmpty
        ? "<p>\(Words("None yet: a card that has a tracked line is kept here when it is read."))</p>"
        : nil
      let more: HTML? =
        found.count > Self.most
        ? "<p class=\"soft\">\(Words("These are the \(Self.most) that were read last."))</p>" : nil
      return """
        <section id="drawer"><h2>\(Words("Cards that were read"))</h2>\(none)\
        <ul class="drawer">\(cards)</ul>\(more)</section>
        """
    }
  }

  private func card(_ whole: CardSnapshot, _ inReaders: Set<String>) throws -> HTML {
    let isShown = visit.service.showsIdentifiers
    let card = isShown ? whole : whole.redacted()
    let row = CardRow(CardReport(card, knownHosts: []))
    let title =
      card.euiccs.first.map { Words("eUICC \($0.eid)") }
      ?? Words(verbatim: row.carrier ?? card.iccid ?? Words("a card without an ICCID").text)
    let isIn = !inReaders.isDisjoint(with: whole.drawerNames)
    let place: HTML? = isIn ? "<span class=\"ok\">\(Words("in a reader now"))</span> " : nil
    let day = whole.readAt.minuteText(in: ledger.judging.zone)
    let subscriptions: [HTML] =
      try whole.euiccs.isEmpty
      ? lines(onCard: whole.iccid)
      : zip(whole.profilesWithEUICC, card.profilesWithEUICC).map { known, shown in
        try profile(known.profile, shown.profile)
      }
    let number: HTML? =
      card.euiccs.isEmpty ? card.iccid.map { "<li class=\"soft\"><bdi>\($0)</bdi></li>" } : nil
    return """
      <li><h3><bdi>\(title)</bdi></h3><ul>\(number)\(subscriptions)\(card.unreadProfiles)</ul>\
      <p class="soft">\(place)\(Words("read \(day)"))</p></li>
      """
  }

  private func profile(_ profile: Profile, _ shown: Profile) throws -> HTML {
    let isOn = profile.state == .enabled
    let name = shown.calledName ?? shown.iccid ?? Words("a profile without a name").text
    let state: Words? = profile.state?.words
    let lines = try lines(onCard: profile.iccid)
    let list: HTML? = lines.isEmpty ? nil : "<ul>\(lines)</ul>"
    return """
      <li><span class="mark" aria-hidden="true">\(isOn ? "●" : "○")</span> <bdi>\(name)</bdi> \
      <span class="soft">\(state ?? Words("unknown"))</span>\(list)</li>
      """
  }

  /// The lines that are tracked on a card or profile.
  private func lines(onCard iccid: String?) throws -> [HTML] {
    guard let iccid else { return [] }
    return try ledger.lines(onCard: iccid).filter { $0.retiredOn == nil }.map { line in
      let verdict = try ledger.verdict(of: line.id)
      let shown = visit.service.showsIdentifiers ? line : line.masked
      let text = VerdictText(
        verdict: verdict, events: try ledger.events(of: line.id), zone: ledger.judging.zone)
      let address = Address.page("/line", "of", try ledger.reference(of: line.id))
      return """
        <li><span class="mark \(verdict.severity.rawValue)" aria-hidden="true">\
        \(verdict.mark)</span> <a href="\(address)"><bdi>\(shown.name)</bdi></a> \
        <span class="soft">\(text.summary)</span></li>
        """
    }
  }
}

extension CardSnapshot {
  /// Says so where there is an eUICC whose profiles were not read.
  var unreadProfiles: HTML? {
    euiccs.contains { $0.profiles == nil }
      ? "<li class=\"unknown\">\(Words("its profiles were not read"))</li>" : nil
  }

  /// What tells a card from others: its eUICCs, or else its subscription.
  fileprivate var drawerNames: [String] {
    euiccs.isEmpty ? [iccid].compactMap { $0 } : euiccs.map(\.eid)
  }
}
