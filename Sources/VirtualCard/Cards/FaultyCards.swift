import Card

extension NamedCard {
  /// Cards that can't be read, or not for long.
  static let faultyCards: [NamedCard] = [
    NamedCard(
      "garbage-atr", "an answer to reset that is none; the card itself works",
      .plainSIM.behaving { $0.garbageATR = [0xDE, 0xAD, 0xBE, 0xEF] }),
    NamedCard("mute", "no answer to anything", .plainSIM.behaving { $0.isMute = true }),
    NamedCard(
      "endless-answer", "answers whose end never comes",
      .travelEUICC.behaving { $0.answersEndlessly = true }),
    NamedCard(
      "removed", "pulled out after four exchanges",
      .travelEUICC.behaving { $0.isRemovedAfter = 4 }),
    NamedCard(
      "reset-by-another", "reset by another program, once, after four exchanges",
      .travelEUICC.behaving { $0.isResetAfter = 4 }),
  ]
}
