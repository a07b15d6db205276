import ArgumentParser
import Renewal

/// The words of `cardinfo log` for what can happen to a line.
enum LogKind: String, CaseIterable, ExpressibleByArgument {
  case topup, pack, use, call, sms, mms, data, balance, notice, date, activate, purchase, install
  case attach, exhausted, reinstated, cancel, undo, charge, refund, declined, renewal, suspend,
    resume
  case swap
  case transferIn = "transfer-in"
  case transferOut = "transfer-out"
  case dataLeft = "data-left"
  case portIn = "port-in"
  case incomingCall = "incoming-call"
  case incomingSMS = "incoming-sms"
  case incomingMMS = "incoming-mms"
  case firstData = "first-data"
  case portOut = "port-out"
  case barredForDebt = "barred-for-debt"

  /// The word itself, with or without hyphens and in any case, or what it is called in the language of this run.
  init?(argument: String) {
    func plain(_ text: String) -> String { text.lowercased().filter { !"- ".contains($0) } }
    guard
      let found = Self.allCases.first(where: {
        [plain($0.rawValue), plain($0.kind.words.text)].contains(plain(argument))
      })
    else { return nil }
    self = found
  }

  /// The kind of event that it records.
  var kind: Event.Kind {
    switch self {
    case .topup: .topUp
    case .pack: .pack
    case .use: .use
    case .call: .outgoingCall
    case .sms: .outgoingSMS
    case .mms: .outgoingMMS
    case .data: .data
    case .incomingCall: .incomingCall
    case .incomingSMS: .incomingSMS
    case .incomingMMS: .incomingMMS
    case .balance: .balance
    case .notice: .notice
    case .date: .explicitDate
    case .activate: .activation
    case .purchase: .purchase
    case .install: .install
    case .attach: .firstAttach
    case .firstData: .firstData
    case .exhausted: .exhausted
    case .reinstated: .reinstated
    case .cancel: .cancel
    case .portOut: .portOut
    case .undo: .undo
    case .charge: .charge
    case .refund: .refund
    case .declined: .declined
    case .renewal: .renewal
    case .suspend: .suspension
    case .resume: .resumption
    case .barredForDebt: .barredForDebt
    case .swap: .cardSwap
    case .transferIn: .transferIn
    case .transferOut: .transferOut
    case .dataLeft: .dataLeft
    case .portIn: .portIn
    }
  }

  /// What it says nothing without.
  var needs: Need? {
    switch self {
    case .notice, .date: .date
    case .balance, .charge, .refund, .transferIn, .transferOut: .amount
    case .dataLeft: .volume
    case .swap: .card
    case .undo: .event
    case .topup, .pack, .use, .call, .sms, .mms, .data, .activate, .purchase, .install, .attach,
      .exhausted, .reinstated, .cancel, .declined, .renewal, .suspend, .resume, .barredForDebt,
      .portIn, .incomingCall, .incomingSMS, .incomingMMS, .firstData, .portOut:
      nil
    }
  }

  /// What an event can be nothing without.
  enum Need { case date, amount, volume, card, event }

  /// Whether a date can be given with it.
  var takesDate: Bool { needs == .date || self == .suspend }

  /// Whether it may change the card, the carrier or the rule of a line.
  var moves: Bool { self == .swap || self == .portIn }
}
