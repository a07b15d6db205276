import Renewal
import Words

extension GuideAction: Encodable {
  package enum Code: String, Vocabulary {
    case ask, callHotline, callServiceNumber, findCarrier, record
    case keepByUse, keepByPaying, keepsItself, keepsForever, keepUnknown, runsOnce, takePlan,
      choosePlan
    case renew, installApp, bindAccount, pickAndPay, manageESIM, enableProfile, useLine, askSeller
    case replaceLine, startRenewal, submitRenewal, verifyRenewal, readAgain, expectDate, expectNews,
      expectBalance, expectRegistration, expectEnabled
    case passwordIsNotPIN, passwordIs, resetPassword, failedBecause, mayFailBecause, step
    case request, askFor, barring, unpublished, seeWhetherPaid
    case elsewhereWorks, elsewhereFails, elsewhereUnknown, waitFor, restartPhone, cardWasRefused
    case cardWasAccepted, reinstateUntil, topUpUntil, goneSince, afterwardsUnknown, unlinkNumber
    case profileIsEnabled, profileIsDisabled, profileIsMissing, activateBy, deliverNotifications
  }

  package var code: Code {
    switch what {
    case .ask: .ask
    case .callHotline: .callHotline
    case .callServiceNumber: .callServiceNumber
    case .findCarrier: .findCarrier
    case .record: .record
    case .keepByUse: .keepByUse
    case .keepByPaying: .keepByPaying
    case .keepsItself: .keepsItself
    case .keepsForever: .keepsForever
    case .keepUnknown: .keepUnknown
    case .runsOnce: .runsOnce
    case .takePlan: .takePlan
    case .choosePlan: .choosePlan
    case .renew: .renew
    case .installApp: .installApp
    case .bindAccount: .bindAccount
    case .pickAndPay: .pickAndPay
    case .manageESIM: .manageESIM
    case .enableProfile: .enableProfile
    case .useLine: .useLine
    case .replaceLine: .replaceLine
    case .startRenewal: .startRenewal
    case .submitRenewal: .submitRenewal
    case .verifyRenewal: .verifyRenewal
    case .askSeller: .askSeller
    case .readAgain: .readAgain
    case .expectDate: .expectDate
    case .expectNews: .expectNews
    case .expectBalance: .expectBalance
    case .expectRegistration: .expectRegistration
    case .expectEnabled: .expectEnabled
    case .passwordIsNotPIN: .passwordIsNotPIN
    case .passwordIs: .passwordIs
    case .resetPassword: .resetPassword
    case .request: .request
    case .askFor: .askFor
    case .barring: .barring
    case .unpublished: .unpublished
    case .seeWhetherPaid: .seeWhetherPaid
    case .failedBecause: .failedBecause
    case .mayFailBecause: .mayFailBecause
    case .step: .step
    case .elsewhereWorks: .elsewhereWorks
    case .elsewhereFails: .elsewhereFails
    case .elsewhereUnknown: .elsewhereUnknown
    case .waitFor: .waitFor
    case .restartPhone: .restartPhone
    case .cardWasRefused: .cardWasRefused
    case .cardWasAccepted: .cardWasAccepted
    case .reinstateUntil: .reinstateUntil
    case .topUpUntil: .topUpUntil
    case .goneSince: .goneSince
    case .afterwardsUnknown: .afterwardsUnknown
    case .unlinkNumber: .unlinkNumber
    case .profileIsEnabled: .profileIsEnabled
    case .profileIsDisabled: .profileIsDisabled
    case .profileIsMissing: .profileIsMissing
    case .activateBy: .activateBy
    case .deliverNotifications: .deliverNotifications
    }
  }

  private enum CodingKeys: String, CodingKey {
    case code, by, uri, number, keys, text, alternatives
    case asks, fromAbroad, pay, names, plan, kinds, amount, exclusive, day, days, triesLeft
    case failure, step, evidence, currency, region, note, source
    case inside, name, devices, digits, service, every, atMost, elsewhere
    case after, still, closedAfter, recoverBy, reusedAfter, topic
  }

  /// Writes the action with its way spelt out, and as an address that a phone opens.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try Self.encode(method, into: &container)
    try Self.encode(what, into: &container)
    try container.encodeIfPresent(fact?.region, forKey: .region)
    try container.encodeIfPresent(fact?.note, forKey: .note)
    try container.encodeIfPresent(fact?.source, forKey: .source)
  }

  private static func encode(
    _ method: ContactMethod?, into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    try container.encodeIfPresent(method?.by, forKey: .by)
    try container.encodeIfPresent(method?.uri, forKey: .uri)
    switch method {
    case .call(let number, let keys):
      try container.encode(number, forKey: .number)
      try container.encodeIfPresent(keys, forKey: .keys)
    case .sms(let number, let text, let alternatives):
      try container.encode(number, forKey: .number)
      try container.encode(text, forKey: .text)
      if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
    case .ussd(let code): try container.encode(code, forKey: .number)
    case .miniProgramme(let host, let name):
      try container.encode(host, forKey: .inside)
      try container.encodeIfPresent(name, forKey: .name)
    case .app, .web, .shop, .kiosk, .voucher, nil: break
    }
  }

  private static func encode(
    _ what: What, into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    func encode(_ least: LeastAmount?, until day: CalendarDay?) throws {
      try container.encodeIfPresent(least?.amount, forKey: .amount)
      if least?.isExclusive == true { try container.encode(true, forKey: .exclusive) }
      try container.encodeIfPresent(day, forKey: .day)
    }
    switch what {
    case .ask(let asks, _):
      if !asks.isEmpty { try container.encode(asks, forKey: .asks) }
    case .callHotline(_, let fromAbroad):
      try container.encode(fromAbroad, forKey: .fromAbroad)
    case .callServiceNumber(_, let name):
      try container.encodeIfPresent(name.map { LocalText($0) }, forKey: .names)
    case .keepByUse(let kinds, let least, let day):
      try container.encode(kinds, forKey: .kinds)
      try encode(least, until: day)
    case .keepByPaying(let least, let day): try encode(least, until: day)
    case .takePlan(let plan):
      try container.encode(plan.type, forKey: .plan)
      try container.encodeIfPresent(plan.cost, forKey: .amount)
    case .choosePlan(let plan): try container.encode(plan, forKey: .plan)
    case .renew(_, let payments):
      if !payments.isEmpty { try container.encode(payments, forKey: .pay) }
    case .installApp(let names, _): try container.encodeIfPresent(names, forKey: .names)
    case .expectBalance(let rise): try container.encode(rise, forKey: .amount)
    case .manageESIM(_, let devices):
      if !devices.isEmpty { try container.encode(devices, forKey: .devices) }
    case .passwordIs(let count): try container.encodeIfPresent(count, forKey: .digits)
    case .request(let service):
      try container.encode(service.kind, forKey: .service)
      try container.encodeIfPresent(service.cost, forKey: .amount)
      try container.encodeIfPresent(service.every, forKey: .every)
      try container.encodeIfPresent(service.atMost, forKey: .atMost)
      try container.encodeIfPresent(service.elsewhere, forKey: .elsewhere)
    case .askFor(let kind): try container.encode(kind, forKey: .service)
    case .barring(let barring):
      try container.encodeIfPresent(barring.after, forKey: .after)
      try container.encodeIfPresent(barring.still, forKey: .still)
      try container.encodeIfPresent(barring.closedAfter, forKey: .closedAfter)
      try container.encodeIfPresent(barring.recoverBy, forKey: .recoverBy)
      try container.encodeIfPresent(barring.reusedAfter, forKey: .reusedAfter)
    case .unpublished(let topic): try container.encode(topic, forKey: .topic)
    case .passwordIsNotPIN(let count): try container.encodeIfPresent(count, forKey: .triesLeft)
    case .failedBecause(let reason), .mayFailBecause(let reason):
      try container.encode(reason, forKey: .failure)
    case .step(let step): try container.encode(step, forKey: .step)
    case .waitFor(let days, let day):
      try container.encode(days, forKey: .days)
      try container.encode(day, forKey: .day)
    case .cardWasRefused(let rule): try container.encode(rule, forKey: .evidence)
    case .expectDate(let day), .reinstateUntil(let day), .topUpUntil(let day),
      .goneSince(let day), .activateBy(let day), .replaceLine(let day):
      try container.encodeIfPresent(day, forKey: .day)
    case .record(let currency): try container.encodeIfPresent(currency, forKey: .currency)
    case .findCarrier, .keepsItself, .keepsForever, .keepUnknown, .runsOnce, .bindAccount,
      .pickAndPay, .seeWhetherPaid, .enableProfile, .useLine, .askSeller, .startRenewal,
      .submitRenewal,
      .verifyRenewal, .readAgain, .expectNews,
      .expectRegistration, .expectEnabled, .resetPassword, .elsewhereWorks, .elsewhereFails,
      .elsewhereUnknown, .restartPhone, .cardWasAccepted, .afterwardsUnknown, .unlinkNumber,
      .profileIsEnabled, .profileIsDisabled, .profileIsMissing, .deliverNotifications:
      break
    }
  }
}
