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
    /// A way to a new password, and how many digits it has where it is a number.
    case password(by: ContactMethod, digits: Int? = nil)
    /// Whether a line can be renewed outside its region.
    case region(topUpElsewhere: Bool)
    /// A way to an eSIM, or to one on another device; on which, where that is said.
    case esim(by: ContactMethod, devices: [Device] = [])
    /// A page of the carrier.
    case site(for: Page, url: String)
    /// Something that the carrier does when it is asked to.
    case service(Service)
    /// What it does when the money is gone.
    case barring(Barring)
    /// That it publishes nothing on something: the source is the page that would have it.
    case unpublished(Topic)
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
    /// See ``Content/password(by:digits:)``.
    case password
    /// See ``Content/region(topUpElsewhere:)``.
    case region
    /// See ``Content/esim(by:devices:)``.
    case esim
    /// See ``Content/site(for:url:)``.
    case site
    /// See ``Content/service(_:)``.
    case service
    /// See ``Content/barring(_:)``.
    case barring
    /// See ``Content/unpublished(_:)``.
    case unpublished
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
    /// A card of a bank in another country.
    case foreignCard
    /// 银联, UnionPay.
    case unionPay
    /// Apple Pay.
    case applePay
    /// Google Pay.
    case googlePay
    /// A transfer from a bank account.
    case bankTransfer
    /// A bank's machine.
    case atm
    /// Coins and notes.
    case cash
    /// A code from a shop.
    case voucher
    /// PayPal.
    case payPal
    /// The line's own credit.
    case carrierBalance
  }

  /// What an eSIM can be in.
  public enum Device: String, Vocabulary {
    /// A phone.
    case phone
    /// A watch.
    case watch
    /// A tablet.
    case tablet
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
    case .service: .service
    case .barring: .barring
    case .unpublished: .unpublished
    }
  }

  /// The way that it is about, where it is about one.
  public var method: ContactMethod? {
    switch content {
    case .check(_, let method), .renew(let method, _), .password(let method, _),
      .esim(let method, _):
      method
    case .service(let service): service.method
    case .hotline(let number, _): .call(number: number, keys: nil)
    case .site(_, let url): .web(url: url)
    case .app, .plan, .region, .barring, .unpublished: nil
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
    case .foreignCard: Words("bank card of another country")
    case .unionPay: Words("UnionPay")
    case .applePay: Words(verbatim: "Apple Pay")
    case .googlePay: Words(verbatim: "Google Pay")
    case .bankTransfer: Words("bank transfer")
    case .atm: Words("cash machine")
    case .cash: Words("cash")
    case .voucher: Words("voucher")
    case .payPal: Words("PayPal")
    case .carrierBalance: Words("the line's balance")
    }
  }
}

extension Fact.Device {
  /// It in words.
  public var words: Words {
    switch self {
    case .phone: Words("phones")
    case .watch: Words("watches")
    case .tablet: Words("tablets")
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
