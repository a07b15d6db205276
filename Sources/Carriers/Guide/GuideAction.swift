public import Renewal

/// One thing to do for a line, as concrete as it is known. Words for it are the reader's business.
public struct GuideAction: Equatable, Sendable {
  /// What to do.
  public var code: Code
  /// How: by a call, a message, a page.
  public var way: Way?
  /// What is asked for.
  public var asks: [Fact.Question]?
  /// What can be paid with.
  public var pay: [Fact.Payment]?
  /// What it is about: an app, a plan, a number's name.
  public var names: LocalText?
  /// The plan it is about.
  public var plan: Plan?
  /// The amount it is about.
  public var amount: Money?
  /// Whether the amount has to be exceeded.
  public var exclusive: Bool?
  /// The day it is about.
  public var day: CalendarDay?
  /// A number it is about.
  public var count: Int?
  /// Words of the model that it is about: kinds of use, a reason of failure.
  public var words: [String]?
  /// The region it holds in.
  public var region: String?
  /// What a person should know about it.
  public var note: LocalText?
  /// Where the fact behind it comes from; absent where it follows from the line itself.
  public var source: Source?

  /// Something to do.
  public init(_ code: Code, _ change: (inout GuideAction) -> Void = { _ in }) {
    self.code = code
    change(&self)
  }

  /// Something to do that a fact tells how.
  init(_ code: Code, _ fact: Fact) {
    self.code = code
    way = fact.way
    region = fact.region
    note = fact.note
    source = fact.source
    switch fact.content {
    case .check(let questions, _): asks = questions
    case .renew(_, let payments): pay = payments.isEmpty ? nil : payments
    case .app(let names, let url):
      self.names = names
      way = .app(url: url)
    case .plan(let plan): self.plan = plan
    case .hotline, .password, .region, .esim, .site: break
    }
  }

  /// What there is to do. In the comments, *way*, *day* and so on are the action's members.
  public enum Code: String, Vocabulary {
    /// Ask for *asks* by *way*.
    case ask
    /// Call the carrier by *way*; from abroad where *words* says so.
    case callHotline
    /// Call *names*, a number that the card has of its carrier.
    case callServiceNumber
    /// Look who the carrier is: packaging, contract, receipt, the phone's settings.
    case findCarrier
    /// Record what came out.
    case record

    /// Use is enough: *words* count, until *day*.
    case keepByUse
    /// The least that keeps it: *amount*, until *day*.
    case keepByPaying
    /// It renews by itself: only the balance or the card on file has to do.
    case keepsItself
    /// Nothing lapses by time.
    case keepsForever
    /// What keeps it is not known: ask before paying.
    case keepUnknown
    /// Take *plan*.
    case takePlan
    /// Choose by need: what *words* (voice, data, combined, payAsYouGo) is for.
    case choosePlan

    /// Renew by *way*, with *pay*.
    case renew
    /// Install the carrier's app *names*.
    case installApp
    /// Bind the line to the account in the app.
    case bindAccount
    /// Pick the plan in the app and pay.
    case pickAndPay
    /// Do what a page or shop says of eSIMs, by *way*.
    case manageESIM
    /// Enable the profile.
    case enableProfile
    /// Use the line.
    case useLine
    /// Ask in the carrier's shop or where it was bought.
    case askSeller

    /// Put it in a phone, then read the card again.
    case readAgain
    /// The new date has to be later than *day*.
    case expectDate
    /// The carrier has to give a date or a higher balance; none is known so far.
    case expectNews
    /// The balance has to rise by *amount*.
    case expectBalance
    /// A network has to accept it again.
    case expectRegistration
    /// The profile has to be enabled.
    case expectEnabled

    /// The service password is not the card's PIN; *count* tries of that are left.
    case passwordIsNotPIN
    /// Reset the password by *way*.
    case resetPassword
    /// It failed, and *words* says why.
    case failedBecause
    /// A way it can fail, *words*, and what to do then.
    case mayFailBecause
    /// Do what the next step *words* says.
    case step
    /// It can be renewed from another region.
    case elsewhereWorks
    /// It can't be renewed from another region.
    case elsewhereFails
    /// Whether it can be renewed from another region is not known.
    case elsewhereUnknown
    /// It was submitted on *day*; wait until *count* days have gone by.
    case waitFor
    /// Restart the phone, or switch flight mode on and off.
    case restartPhone
    /// The card says that a network refused it: *words* is the rule of evidence.
    case cardWasRefused
    /// The card says that a network accepted it.
    case cardWasAccepted
    /// The carrier can bring it back until *day*.
    case reinstateUntil
    /// A top-up brings it back until *day*.
    case topUpUntil
    /// It is gone for good since *day*.
    case goneSince
    /// Nobody knows what the carrier does with it after its end.
    case afterwardsUnknown
    /// Take the number off accounts that it signs in to.
    case unlinkNumber
    /// The profile is enabled on the eUICC.
    case profileIsEnabled
    /// The profile is disabled on the eUICC, which says nothing of the subscription.
    case profileIsDisabled
    /// The profile is not on the card that was read last.
    case profileIsMissing
    /// It has to be activated by *day*.
    case activateBy
    /// The eUICC has reports that were not delivered.
    case deliverNotifications
  }
}

extension GuideAction: Encodable {
  private enum CodingKeys: String, CodingKey {
    case code, by, uri, asks, pay, names, plan, amount, exclusive, day, count, words, region, note
    case source, number, text, alternatives, keys
  }

  /// Writes the action with its way spelt out, and as an address that a phone opens.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encodeIfPresent(way?.by, forKey: .by)
    try container.encodeIfPresent(way?.uri, forKey: .uri)
    switch way {
    case .call(let number, let keys):
      try container.encode(number, forKey: .number)
      try container.encodeIfPresent(keys, forKey: .keys)
    case .sms(let number, let text, let alternatives):
      try container.encode(number, forKey: .number)
      try container.encode(text, forKey: .text)
      if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
    case .ussd(let code): try container.encode(code, forKey: .number)
    case .app, .web, .shop, .kiosk, .voucher, nil: break
    }
    try container.encodeIfPresent(asks, forKey: .asks)
    try container.encodeIfPresent(pay, forKey: .pay)
    try container.encodeIfPresent(names, forKey: .names)
    try container.encodeIfPresent(plan?.type, forKey: .plan)
    try container.encodeIfPresent(amount ?? plan?.cost, forKey: .amount)
    try container.encodeIfPresent(exclusive, forKey: .exclusive)
    try container.encodeIfPresent(day, forKey: .day)
    try container.encodeIfPresent(count, forKey: .count)
    try container.encodeIfPresent(words, forKey: .words)
    try container.encodeIfPresent(region, forKey: .region)
    try container.encodeIfPresent(note, forKey: .note)
    try container.encodeIfPresent(source, forKey: .source)
  }
}
