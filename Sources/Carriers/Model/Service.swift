import FoundationEssentials
public import Renewal
public import Words

/// Something that a carrier does for a line when it is asked to, and how to ask.
public struct Service: Hashable, Sendable {
  /// What it does.
  public var kind: Kind
  /// How to ask for it.
  public var method: ContactMethod
  /// What it costs.
  public var cost: Money?
  /// How often that is paid; absent where it is paid once.
  public var every: Period?
  /// How long it lasts at most.
  public var atMost: Period?
  /// Whether it is done outside the line's region, where that is known.
  public var elsewhere: Bool?

  /// A service of which the way alone is known.
  public init(_ kind: Kind, by method: ContactMethod) {
    self.kind = kind
    self.method = method
  }

  /// What a carrier does on request.
  public enum Kind: String, Vocabulary {
    /// Keep a number that is not used for a while (停机保号).
    case keep
    /// Block a lost card (挂失).
    case block
    /// Give a new card with the same number, for a lost or broken one (补卡).
    case replace
    /// Register or check the owner's identity (实名).
    case identify
    /// Take what a number's former owner registered off it (二次号码焕新).
    case unlink
    /// Bring back a line that is barred or closed.
    case reopen
    /// Look after a payment that failed.
    case payment
    /// Look after a line that does not work although it is paid for.
    case activate
  }
}

extension Service {
  /// What to ask for, how, and on which terms.
  public var words: Words {
    let outside: Words? =
      switch elsewhere {
      case true?: Words("in other regions, too")
      case false?: Words("only in the line's own region")
      case nil: nil
      }
    return .clauses(
      [request, price, atMost.map { Words("for \($0.words) at most") }, outside]
        .compactMap { $0 })
  }

  private var price: Words? {
    guard let cost else { return nil }
    if cost.amount == 0 { return Words("free of charge") }
    return every.map { Words("\(cost.text) for \($0.words)") } ?? Words("\(cost.text), once")
  }

  private var request: Words {
    let way = method.words
    return switch kind {
    case .keep: Words("to keep the number unused: \(way)")
    case .block: Words("to have a lost card blocked: \(way)")
    case .replace: Words("for a new card with the same number: \(way)")
    case .identify: Words("to register the owner's identity: \(way)")
    case .unlink: Words("to take a former owner's accounts off the number: \(way)")
    case .reopen: Words("to bring the line back: \(way)")
    case .payment: Words("if a payment fails: \(way)")
    case .activate: Words("if nothing works: \(way)")
    }
  }
}

/// What a carrier does with a line whose credit is gone or whose bill is not paid, up to the end of
/// its number.
public struct Barring: Hashable, Sendable {
  /// How long after the money is gone the line is barred.
  public var after: Period?
  /// What still works then. Empty: nothing; absent: not known.
  public var still: [Use]?
  /// How long after the money is gone the carrier takes the number back.
  public var closedAfter: Period?
  /// What brings the line back until then.
  public var recoverBy: Stage.Recovery?
  /// How long after that the number can be somebody else's.
  public var reusedAfter: Period?

  /// A barring of which nothing is known yet.
  public init() {}

  /// What a barred line can still do.
  public enum Use: String, Vocabulary {
    /// Receive calls.
    case incomingCalls
    /// Receive short messages.
    case incomingSMS
    /// Call for help.
    case emergencyCalls
    /// Call the carrier.
    case hotline
    /// Be topped up.
    case topUp
  }
}

extension Barring {
  /// What happens, in the order in which it does.
  public var words: Words {
    let back: Words? =
      switch recoverBy {
      case .topUp?: Words("a top-up brings it back")
      case .contact?: Words("only the carrier brings it back")
      case Stage.Recovery.none?: Words("nothing brings it back")
      case nil: nil
      }
    return .clauses(
      [
        after.map { Words("barred \($0.words) after the money is gone") }
          ?? Words("barred when the money is gone"),
        still.map { $0.isEmpty ? Words("nothing works then") : Self.works($0) }, back,
        closedAfter.map { Words("the number is taken back after \($0.words)") },
        reusedAfter.map { Words("\($0.words) later it can be somebody else's") },
      ].compactMap { $0 })
  }

  private static func works(_ uses: [Use]) -> Words {
    Words("still works then: \(Words.listed(uses.map(\.words)))")
  }
}

extension Barring.Use {
  /// It in words.
  public var words: Words {
    switch self {
    case .incomingCalls: Words("receiving calls")
    case .incomingSMS: Words("receiving SMS")
    case .emergencyCalls: Words("emergency calls")
    case .hotline: Words("calling the hotline")
    case .topUp: Words("topping up")
    }
  }
}
