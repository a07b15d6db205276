import CardState
import Words

/// One eUICC and its profiles for people.
struct EUICCText {
  private let euicc: EUICC
  private let isFull: Bool

  /// - Parameter isFull: Whether to show what a full read found out, too.
  init(_ euicc: EUICC, isFull: Bool = true) {
    self.euicc = euicc
    self.isFull = isFull
  }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    table.add(.eid, euicc.eid + (euicc.maker.map { "  \($0)" } ?? ""))
    return table.cardLines(colour: colour)
      + profileLines(colour) + (isFull ? EUICCDetailsText(euicc).lines(colour) : [])
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
        Table.Cell(profile.remarks, .label))
    }
    let missing =
      euicc.isUnread(.profiles)
      ? [WarningsText.line(Words("not all of the list could be read"), colour: colour)] : []
    return table.lines(indent: 2, colour: colour) + missing
  }
}

extension Profile {
  /// What its owner calls it, else the provider and the profile's own name.
  fileprivate var title: String {
    if let nickname, !nickname.isEmpty { return nickname }
    let names = [serviceProvider, name].compactMap { $0 }.filter { !$0.isEmpty }
    return names.first ?? ""
  }

  fileprivate var remarks: String {
    var remarks = [`class` == .operational ? nil : `class`.words.text]
    if let nickname, !nickname.isEmpty { remarks.append(serviceProvider ?? name) }
    return remarks.compactMap { $0 }.joined(separator: ", ")
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
