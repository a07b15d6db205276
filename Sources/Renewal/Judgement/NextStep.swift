/// Something to do about a line. Words for it are the reader's business.
public struct NextStep: Codable, Equatable, Sendable {
  /// What to do.
  public var code: Code
  /// The clock it is for.
  public var clock: Clock.ID?
  /// The last day it helps.
  public var by: CalendarDay?
  /// The least amount that helps; where it has to be more, ``exclusive`` says so.
  public var amount: Money?
  /// Whether the amount has to be exceeded.
  public var exclusive: Bool?
  /// What counts, or what is missing: words of the model.
  public var words: [String]?

  package init(_ code: Code, clock: Clock.ID? = nil, by: CalendarDay? = nil) {
    self.code = code
    self.clock = clock
    self.by = by
  }

  /// What there is to do.
  public enum Code: String, Vocabulary {
    /// Put money on the line.
    case topUp
    /// Buy a pack.
    case buyPack
    /// Use the line: *words* count.
    case use
    /// Put the line to use for the first time.
    case activate
    /// Download or install the profile.
    case install
    /// Call the carrier, or ask it in its shop.
    case contactCarrier
    /// Ask the carrier for the date or the balance: hotline, SMS, USSD, app.
    case askCarrier
    /// See that there is enough balance for what is taken by itself.
    case keepBalance
    /// Enable the profile: disabled, it can't be used.
    case enableProfile
    /// Have the eUICC's reports delivered.
    case sendNotifications
    /// Put the card in a phone with coverage, and read it again.
    case readAgain
    /// Find the card or the profile.
    case findAsset
    /// Write down what is missing: *words*.
    case record
    /// Get another line: this one is gone.
    case replace
    /// Write down the date that the carrier's text gives.
    case recordNotice
    /// Choose another way to pay.
    case payOtherwise
    /// Wait, and try again.
    case tryAgain
    /// Buy or pay where the line's market is.
    case useHomeMarket

    /// Where it stands in the guide: check, choose, renew, verify.
    public var phase: Phase {
      switch self {
      case .askCarrier, .record, .recordNotice, .findAsset, .sendNotifications: .check
      case .payOtherwise, .useHomeMarket, .replace: .choose
      case .topUp, .buyPack, .use, .activate, .install, .contactCarrier, .keepBalance,
        .enableProfile, .tryAgain:
        .renew
      case .readAgain: .verify
      }
    }
  }

  /// The parts of the guide for a line.
  public enum Phase: String, Vocabulary {
    /// Find out how the line stands.
    case check
    /// Choose what to buy and how.
    case choose
    /// Do it.
    case renew
    /// See whether it took effect.
    case verify
  }
}
