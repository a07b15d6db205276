public import Renewal
public import Words

/// One thing that is known of a carrier, with its source.
public struct Fact: Equatable, Sendable {
  /// What is known.
  public var content: Content
  /// Where it holds: a country, or a part of one by ISO 3166-2; absent for all of the carrier's
  /// country.
  public var region: String?
  /// What a person should know besides.
  public var note: LocalText?
  /// Where it stands.
  public var source: Source

  /// A fact that holds wherever its carrier is.
  public init(_ content: Content, source: Source) {
    self.content = content
    self.source = source
  }

  /// What is known, by kind.
  public enum Content: Equatable, Sendable {
    /// Customer service by telephone.
    case hotline(number: String, abroad: String?)
    /// A way to ask for something.
    case check(asks: [Question], by: ContactMethod)
    /// A way to top up or to renew, and what is taken for it.
    case renew(by: ContactMethod, pay: [Payment])
    /// The carrier's app.
    case app(names: LocalText, url: String?)
    /// Something to choose.
    case plan(Plan)
    /// A way to a new password.
    case password(by: ContactMethod)
    /// Whether a line can be renewed outside its region.
    case region(topUpElsewhere: Bool)
    /// A way to an eSIM, or to one on another device.
    case esim(by: ContactMethod)
    /// A page of the carrier.
    case site(for: Page, url: String)
  }

  /// The kinds of facts.
  public enum What: String, Vocabulary {
    /// See ``Content/hotline(number:abroad:)``.
    case hotline
    /// See ``Content/check(asks:by:)``.
    case check
    /// See ``Content/renew(by:pay:)``.
    case renew
    /// See ``Content/app(names:url:)``.
    case app
    /// See ``Content/plan(_:)``.
    case plan
    /// See ``Content/password(by:)``.
    case password
    /// See ``Content/region(topUpElsewhere:)``.
    case region
    /// See ``Content/esim(by:)``.
    case esim
    /// See ``Content/site(for:url:)``.
    case site
  }

  /// What can be asked for.
  public enum Question: String, Vocabulary {
    /// The credit.
    case balance
    /// What is left of the data.
    case data
    /// Until when it holds.
    case validity
    /// What is owed.
    case fees
    /// The line's own number.
    case number
    /// Which plan it is on.
    case plan
  }

  /// How one can pay.
  public enum Payment: String, Vocabulary {
    /// 微信支付.
    case weChatPay
    /// 支付宝.
    case alipay
    /// A credit or debit card.
    case bankCard
    /// Coins and notes.
    case cash
    /// A code from a shop.
    case voucher
    /// PayPal.
    case payPal
    /// The line's own credit.
    case carrierBalance
  }

  /// What a page is for.
  public enum Page: String, Vocabulary {
    /// The customer's own account.
    case account
    /// Topping up.
    case topUp
    /// Questions and answers.
    case help
    /// Where shops are.
    case shops
    /// eSIMs.
    case esim
    /// Where there is a network.
    case coverage
  }

  /// The kind of this fact.
  public var what: What {
    switch content {
    case .hotline: .hotline
    case .check: .check
    case .renew: .renew
    case .app: .app
    case .plan: .plan
    case .password: .password
    case .region: .region
    case .esim: .esim
    case .site: .site
    }
  }

  /// The way that it is about, where it is about one.
  public var method: ContactMethod? {
    switch content {
    case .check(_, let method), .renew(let method, _), .password(let method), .esim(let method):
      method
    case .hotline(let number, _): .call(number: number, keys: nil)
    case .site(_, let url): .web(url: url)
    case .app, .plan, .region: nil
    }
  }
}

/// A kind of plan that a carrier sells.
public struct Plan: Hashable, Sendable {
  /// What is in it.
  public var type: Line.Plan
  /// Its name.
  public var names: LocalText
  /// What it costs.
  public var cost: Money?
  /// How often that is paid, or how long it lasts.
  public var every: Period?

  /// A plan of which the name alone is known.
  public init(_ type: Line.Plan, names: LocalText, cost: Money? = nil, every: Period? = nil) {
    self.type = type
    self.names = names
    self.cost = cost
    self.every = every
  }
}

extension Plan {
  /// Its name and what it costs.
  ///
  /// - Parameter language: the language of the name.
  public func words(in language: Language) -> Words {
    let name = names.text(in: language)
    guard let cost else { return Words("\(name) (\(type.words))") }
    guard let every else { return Words("\(name) (\(type.words)), \(cost.text)") }
    return Words("\(name) (\(type.words)), \(cost.text) for \(every.words)")
  }
}

extension Fact.Question {
  /// It in words.
  public var words: Words {
    switch self {
    case .balance: Words("balance")
    case .data: Words("data left")
    case .validity: Words("validity")
    case .fees: Words("fees")
    case .number: Words("own number")
    case .plan: Words("plan")
    }
  }
}

extension Fact.Payment {
  /// It in words.
  public var words: Words {
    switch self {
    case .weChatPay: Words("WeChat Pay")
    case .alipay: Words("Alipay")
    case .bankCard: Words("bank card")
    case .cash: Words("cash")
    case .voucher: Words("voucher")
    case .payPal: Words("PayPal")
    case .carrierBalance: Words("the line's balance")
    }
  }
}

extension Fact.Page {
  /// It in words.
  public var words: Words {
    switch self {
    case .account: Words("account")
    case .topUp: Words("top up")
    case .help: Words("help")
    case .shops: Words("shops")
    case .esim: Words("eSIM")
    case .coverage: Words("coverage")
    }
  }
}
