public import Words

/// Why a server refuses a function: a code of what it is about and a code of what is wrong with it (GSMA
/// SGP.22 §5.2.6).
public struct RSPStatus: Hashable, Sendable {
  /// What it is about, such as `8.2.6`.
  public let subject: String
  /// What is wrong, such as `3.8`.
  public let reason: String

  /// A pair of codes. What is no code, numbers with dots in between, reads as `?`.
  public init(_ subject: String, _ reason: String) {
    self.subject = Self.code(subject)
    self.reason = Self.code(reason)
  }

  /// The server has no such session (any more).
  public static let sessionGone = RSPStatus("8.10.1", "3.9")

  /// The server has nothing under the matching id, or under none.
  static let matchingIDRefused = RSPStatus("8.2.6", "3.8")

  private static func code(_ text: String) -> String {
    let isCode =
      (1...16).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isCode ? text : "?"
  }

  /// What the pair means, with what follows from it. Any pair has words.
  public var meaning: Meaning {
    if let meaning = Self.meanings[self] { return meaning }
    let about = Self.subjects[subject] ?? Words("what is not known here")
    let wrong = Self.reasons[reason] ?? Words("no reason that is known here")
    // An execution error, busy, inaccessible.
    let isPassing = ["4.2", "4.4", "5.1"].contains(reason)
    return Meaning(
      Words("the server refuses with \(subject)/\(reason): \(about), \(wrong)"), .unknown,
      isPassing ? .later : .carrier)
  }

  /// A sentence, whether the activation code is used up by what it says, and a next step.
  public struct Meaning: Hashable, Sendable {
    /// One sentence, lower case, without a full stop.
    public let words: Words
    /// Whether the code is used up.
    public let isCodeUsed: Certainty
    /// What to do next.
    public let step: RSPStep

    init(_ words: Words, _ isCodeUsed: Certainty, _ step: RSPStep) {
      self.words = words
      self.isCodeUsed = isCodeUsed
      self.step = step
    }
  }
}

/// Whether something is so, as far as is known.
public enum Certainty: String, Hashable, Sendable, Codable {
  /// It is.
  case yes
  /// It is not.
  case no
  /// Nothing here tells.
  case unknown
}

/// What to do about a server's refusal.
public enum RSPStep: Hashable, Sendable {
  /// Ask who gave the code.
  case carrier
  /// Ask for another code.
  case newCode
  /// The code is for another card.
  case otherCard
  /// The same again, later.
  case later
  /// The same again, from the beginning.
  case again
  /// The same again, with the right confirmation code.
  case confirmationCode
  /// Check how the server was named.
  case address
  /// Make room on the card.
  case room
  /// No server of this kind will do.
  case otherServer

}

extension RSPStatus {
  /// What to do about it, in words.
  public var nextStep: Words {
    switch meaning.step {
    case .carrier: Words("ask the carrier, and tell them the server's reason, \(subject)/\(reason)")
    case .newCode:
      Words(
        "see whether the profile is on the card already: cardinfo profiles; else ask the carrier for a new code"
      )
    case .otherCard:
      Words("use the card that the profile was ordered for, or tell the carrier this card's EID")
    case .later: Words("wait, then run the same command again")
    case .again: Words("run the same command again")
    case .confirmationCode:
      Words("look up the confirmation code, then run the command again; tries are counted")
    case .address: Words("check the server's address")
    case .room:
      Words("make room on the card, if there is a profile to delete, or use another card")
    case .otherServer:
      Words("this card and this server can't work together: ask the carrier for another way")
    }
  }
}
