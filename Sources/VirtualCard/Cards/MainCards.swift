import Card
internal import Words

extension NamedCard {
  /// Cards that show what there is to see.
  static let mainCards: [NamedCard] = [
    NamedCard(
      "china-mobile", Words("a Chinese USIM and ISIM: name in UCS2, a letter in the ICCID"),
      .chinaMobile),
    NamedCard(
      "travel-euicc", Words("a removable eUICC with four profiles, one of them enabled"),
      .travelEUICC),
    NamedCard("plain-sim", Words("a British USIM of a virtual operator"), .plainSIM),
    NamedCard(
      "plain-euicc",
      Words("a removable eUICC with one profile, its list short enough for one answer"),
      .plainEUICC),
    NamedCard(
      "pin-locked", Words("a USIM with PIN1 on (1234), three tries left"), .plainSIM.locked),
    NamedCard(
      "pin-locked-euicc", Words("the travel eUICC, its enabled profile with PIN1 on (1234)"),
      .travelEUICC.locked),
    NamedCard(
      "gsm-2g", Words("a SIM from before USIMs: class A0 only, refused by its network"),
      CardBlueprint(subscription: .gsm).behaving { $0.refusesUICCClass = 0x6E00 }),
    NamedCard(
      "two-elements", Words("a card with two secure elements, each an eUICC of its own"),
      .twoElements),
  ]
}
