public import Renewal
public import Words

/// What can go wrong with a line, and is asked most often.
public enum GuideProblem: String, Vocabulary {
  /// The password of the carrier's service is forgotten.
  case password
  /// A renewal failed.
  case failed
  /// The line has to be renewed from another region or country.
  case region
  /// It was paid for, and there is no service.
  case notActive = "not-active"
  /// The card is lost or broken.
  case lost
  /// The line is barred, as money is owed or the credit is gone.
  case barred
  /// The number is not used for a while, and is to be kept.
  case away
  /// The owner's identity is to be registered or checked.
  case identity
  /// The number was or may be given to somebody else.
  case recycled
  /// The eSIM does not start.
  case esim
}

extension GuideProblem {
  /// The problem in words.
  public var words: Words {
    switch self {
    case .password: Words("the service password is forgotten")
    case .failed: Words("a renewal failed")
    case .region: Words("renewing from another region or country")
    case .notActive: Words("paid, and no service")
    case .lost: Words("the card is lost or broken")
    case .barred: Words("barred, as money is owed or the credit is gone")
    case .away: Words("keeping the number while it is not used")
    case .identity: Words("the owner's identity is to be registered or checked")
    case .recycled: Words("the number may be given to somebody else")
    case .esim: Words("the eSIM does not start")
    }
  }
}
