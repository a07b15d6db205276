import Card
internal import Words

extension NamedCard {
  /// Cards that can't be read, or not for long.
  static let faultyCards: [NamedCard] = [
    NamedCard(
      "garbage-atr", Words("an answer to reset that is none; the card itself works"),
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
