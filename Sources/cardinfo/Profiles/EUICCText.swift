import CardState
import Words

/// One eUICC and its profiles for people.
struct EUICCText {
  private let euicc: EUICC
  private let isFull: Bool
  private let carriers: CardCarriers?

  /// - Parameters:
  ///   - carriers: Who is behind the profiles, where that was looked up.
  ///   - isFull: Whether to show what a full read found out, too.
  init(_ euicc: EUICC, _ carriers: CardCarriers? = nil, isFull: Bool = true) {
    self.euicc = euicc
    self.carriers = carriers
    self.isFull = isFull
  }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    table.add(.eid, euicc.title)
    return table.cardLines(colour: colour)
      + profileLines(colour) + (isFull ? EUICCDetailsText(euicc).lines(colour) : [])
  }

  /// What stands behind a profile's title: its class, its provider, and whose it is.
  private func remarks(on profile: Profile) -> String {
    let carrier = profile.iccid.flatMap { carriers?.profiles[$0] }?.brief.text
    var remarks = [profile.class == .operational ? nil : profile.class.words.text]
    if let provider = profile.titledProvider, carrier?.hasPrefix(provider) != true {
      remarks.append(provider)
    }
    remarks.append(carrier)
    return remarks.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func profileLines(_ colour: Bool) -> [String] {
    guard let profiles = euicc.profiles else {
      // An M2M eUICC lists none.
      return euicc.isUnread(.profiles)
        ? [WarningsText.line(Words("the profiles could not be read"), colour: colour)] : []
    }
    guard !profiles.isEmpty else { return ["  " + Words("no profiles").text] }
    var table = Table()
    for profile in profiles {
      let isEnabled = profile.state == .enabled
      table.add(
        Table.Cell(isEnabled ? "●" : "○", isEnabled ? .good : .label),
        Table.Cell(profile.state?.words ?? Words("unknown"), isEnabled ? .good : .plain),
        Table.Cell(profile.iccid ?? Words("no ICCID").text),
        Table.Cell(profile.title),
        Table.Cell(remarks(on: profile), .label))
    }
    let missing =
      euicc.isUnread(.profiles)
      ? [WarningsText.line(Words("not all of the list could be read"), colour: colour)] : []
    return table.lines(indent: 2, wraps: true, colour: colour) + missing
  }
}

extension EUICC {
  /// Its EID, who made it, and who sells it, as far as that is known.
  var title: String {
    let makers = [maker, CardCarriers.Seller(self)?.words.text].compactMap { $0 }
    return makers.isEmpty ? eid : eid + "  " + makers.joined(separator: ", ")
  }
}

extension Profile {
  /// What its owner calls it, else the provider and the profile's own name.
  fileprivate var title: String {
    if let nickname, !nickname.isEmpty { return nickname }
    let names = [serviceProvider, name].compactMap { $0 }.filter { !$0.isEmpty }
    return names.first ?? ""
  }

  /// Its provider, where its title is what its owner calls it.
  fileprivate var titledProvider: String? {
    nickname.flatMap { $0.isEmpty ? nil : serviceProvider ?? name }
  }
}

/// The profiles of every card for people.
enum ProfilesText {
  /// - Parameter isFull: Whether to show what a full read found out, too.
  static func lines(_ cards: [CardReport], isFull: Bool, colour: Bool) -> [String] {
    Array(
      cards.map(\.card).map { card in
        [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
          + (card.euiccs.isEmpty
            ? [
              "  "
                + (card.unread == nil
                ? Words("no eUICC answers on this card")
                : Words("what the card says of an eUICC could not be read")).text
            ]
            : card.euiccs.flatMap { EUICCText($0, isFull: isFull).lines(colour) })
          + WarningsText.lines(of: card, colour: colour)
      }.joined(separator: [""]))
  }
}
