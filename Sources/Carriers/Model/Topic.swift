public import Renewal
public import Words

/// What a carrier can publish terms on.
public enum Topic: String, Vocabulary {
  /// How long a number and its credit last.
  case lapse
  /// What to do when the service password is forgotten.
  case password
  /// Why a payment fails, and what to do then.
  case payment
  /// Whether a line can be renewed from another region or country.
  case elsewhere
  /// What to do when nothing works although it is paid for.
  case activation
  /// What to do with a lost or broken card.
  case lostCard
  /// How to keep a number that is not used.
  case keeping
  /// What happens when money is owed or the credit is gone.
  case debt
  /// How and when the owner's identity is checked.
  case identity
  /// When a number is given to somebody else.
  case reuse
}

extension Topic {
  /// It in words, as what something is said on.
  public var words: Words {
    switch self {
    case .lapse: Words("how long a number and its credit last")
    case .password: Words("forgotten passwords")
    case .payment: Words("failed payments")
    case .elsewhere: Words("renewing from elsewhere")
    case .activation: Words("lines that do not work")
    case .lostCard: Words("lost and broken cards")
    case .keeping: Words("keeping a number unused")
    case .debt: Words("debts and used-up credit")
    case .identity: Words("checks of identity")
    case .reuse: Words("numbers that are given out again")
    }
  }
}
