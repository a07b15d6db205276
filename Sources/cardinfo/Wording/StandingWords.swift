import Renewal
import Words

extension LineState {
  var words: Words {
    switch self {
    case .pendingActivation: Words("not used yet")
    case .active: Words("active")
    case .grace: Words("in grace")
    case .suspended: Words("suspended")
    case .quarantined: Words("with the carrier only")
    case .terminated: Words("gone")
    case .unknown: Words("unknown")
    }
  }
}

extension Confidence {
  var words: Words {
    switch self {
    case .confirmed: Words("confirmed")
    case .derived: Words("derived from its rule")
    case .estimated: Words("estimated")
    case .contradicted: Words("contradicted")
    case .unknown: Words("nothing to be sure of")
    }
  }
}

extension Severity {
  /// How a line of this severity stands out.
  var style: Style {
    switch self {
    case .ok: .good
    case .warning: .attention
    case .critical: .error
    case .unknown: .label
    }
  }

  /// One character, so that a list tells without colour too.
  var mark: String {
    switch self {
    case .ok: "●"
    case .warning: "▲"
    case .critical: "✖"
    case .unknown: "?"
    }
  }
}

extension Subject {
  var words: Words {
    switch self {
    case .number: Words("the number")
    case .service: Words("the service")
    case .balance: Words("the balance")
    case .pack: Words("the pack")
    case .activationWindow: Words("the time to activate")
    case .profileDownload: Words("the time to download")
    }
  }
}

extension PackState {
  var words: Words {
    switch self {
    case .pending: Words("not started")
    case .active: Words("running")
    case .exhausted: Words("used up")
    case .expired: Words("expired")
    }
  }
}

extension Stage.Effect {
  var words: Words {
    switch self {
    case .outgoingBarred: Words("nothing goes out")
    case .noService: Words("no service")
    case .balanceForfeited: Words("the balance is lost")
    case .numberLost: Words("the number is lost")
    }
  }
}

extension Line.Plan {
  var words: Words {
    switch self {
    case .voice: Words("voice")
    case .data: Words("data only")
    case .combined: Words("voice and data")
    case .payAsYouGo: Words("pay as you go")
    }
  }
}

extension Source.Quality {
  var words: Words {
    switch self {
    case .operatorsOwn: Words("the carrier's own page")
    case .secondary: Words("a secondary source")
    case .userReport: Words("a report of users")
    }
  }
}

extension Anchor.Word {
  var words: Words {
    switch self {
    case .purchase: Words("the purchase")
    case .install: Words("the installation")
    case .activation: Words("the activation")
    case .firstAttach: Words("the first registration")
    case .firstData: Words("the first data")
    case .lastTopUp: Words("the last top-up")
    case .lastChargeable: Words("the last use that costs something")
    case .lastUse: Words("the last use")
    case .clockEnd: Words("the end of another term")
    case .billingDay: Words("the billing day")
    case .explicitDate: Words("a date")
    }
  }
}

extension Money {
  /// Amount and currency, the same in every language.
  var text: String { "\(amount) \(currency.rawValue)" }
}

extension Period {
  var words: Words {
    switch unit {
    case .hour: Words(n, one: "\(n) hour", other: "\(n) hours")
    case .day: Words(n, one: "\(n) day", other: "\(n) days")
    case .month: Words(n, one: "\(n) month", other: "\(n) months")
    case .year: Words(n, one: "\(n) year", other: "\(n) years")
    }
  }
}
