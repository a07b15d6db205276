import Card
public import Words

/// A card that is built in, for demonstrations and tests.
///
/// Identifiers, names and keys on it are invented; identifiers are well-formed.
public struct NamedCard: Sendable {
  /// What it is called, such as `travel-euicc`.
  public let name: String
  /// What it is, in one line.
  public let summary: Words

  private let blueprint: @Sendable () -> CardBlueprint

  /// - Parameter blueprint: Drawn when a card is made: there are many, and a run has one.
  init(
    _ name: String, _ summary: Words,
    _ blueprint: @autoclosure @escaping @Sendable () -> CardBlueprint
  ) {
    self.name = name
    self.summary = summary
    self.blueprint = blueprint
  }

  /// A new card, as it comes out of its box.
  public func make() -> SimulatedCard { SimulatedCard(blueprint()) }

  /// Every card, those with something to show first.
  public static let catalog: [NamedCard] =
    mainCards + variants + quirkCards + oddCards + failingCards + faultyCards

  /// The card that is called `name`; nil when there is none.
  public static func named(_ name: String) -> NamedCard? {
    catalog.first { $0.name == name }
  }
}

extension NamedCard {
  /// Cards that show what there is to see.
  private static let mainCards: [NamedCard] = [
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
      "blank-euicc", Words("a removable eUICC with nothing on it, to download profiles to"),
      .blankEUICC),
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

  /// Cards that can't be read, or not for long.
  private static let faultyCards: [NamedCard] = [
    NamedCard(
      "garbage-atr", Words("an answer to reset that is not one; the card itself works"),
      .plainSIM.behaving { $0.garbageATR = [0xDE, 0xAD, 0xBE, 0xEF] }),
    NamedCard("mute", Words("no answer to anything"), .plainSIM.behaving { $0.isMute = true }),
    NamedCard(
      "endless-answer", Words("answers whose end never comes"),
      .travelEUICC.behaving { $0.answersEndlessly = true }),
    NamedCard(
      "removed", Words("pulled out after four exchanges"),
      .travelEUICC.behaving { $0.isRemovedAfter = 4 }),
    NamedCard(
      "reset-by-another", Words("reset by another program, once, after four exchanges"),
      .travelEUICC.behaving { $0.isResetAfter = 4 }),
  ]
}
