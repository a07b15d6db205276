import FoundationEssentials

extension SentenceReading {
  static let moneyLeft: [Concept] = [.balance, .wallet, .bonus, .left, .arrears]
  static let moneyMoved: [Concept] = [
    .topUp, .toppedUp, .raised, .charged, .price, .refunded, .sent, .activated, .pack, .plan,
    .nextRenewal,
    .renewed, .done, .failed, .lost, .condition,
  ]

  func isLeft(_ index: Int, in clause: Clause) -> Bool {
    if clause.isBalanceAside { return true }
    // "Your credit of 5 has expired": it is not left.
    if clause.has(.used), clause.has(.expires) { return false }
    let amounts = clause.items.filter { if case .amount = $0.kind { true } else { false } }.count
    if amounts == 1 {
      // "Your account was topped up with 20", "your credit top-up of 20 failed".
      let moved = clause.nearest(after: index, [.toppedUp, .raised, .charged, .refunded, .sent])
      let hasOutcome = clause.has(.failed, .done, .pending) && clause.has(.topUp)
      if moved != nil || hasOutcome && !clause.has(.left) { return false }
      if clause.has(.pending), !clause.has(.balance, .wallet, .bonus) { return false }
    }
    let all = Self.moneyLeft + Self.moneyMoved
    if let before = clause.nearest(before: index, all) {
      // "You have received airtime of 100": what moved is the airtime.
      return Self.moneyLeft.contains { clause.items[before].has($0) }
        && !clause.items[before].has(.raised)
        && !(before > 0 && clause.isBeside(before - 1, before, .toppedUp, .raised))
    }
    guard let after = clause.nearest(after: index, all),
      Self.moneyLeft.contains(where: { clause.items[after].has($0) })
    else { return false }
    return !clause.has(.toppedUp, .charged, .price, .refunded, .sent, .topUp)
  }

  mutating func readBalances(_ clause: Clause, at index: Int) {
    for (place, item) in clause.items.enumerated() {
      switch item.kind {
      case .amount(let amount):
        guard isLeft(place, in: clause) || continuesBalance(place, in: clause, at: index) else {
          continue
        }
        var draft = StatementDraft(
          moneyOwner(place, in: clause), .balance, range(clause, to: place))
        let owes = clause.nearest(before: place, Self.moneyLeft).map {
          clause.items[$0].has(.arrears)
        }
        draft.amount = owes == true ? amount.negative : amount
        draft.day = dayAside(place, in: clause)
        taken.insert(place)
        add(draft)
      case .data(let data):
        let words: [Concept] = [.left, .data, .bonus, .balance]
        if let near = clause.nearest(before: place, words + [.used]), clause.items[near].has(.used)
        {
          continue
        }
        let isLeft =
          clause.has(.left) && !clause.has(.activated)
          || clause.nearest(before: place, words) != nil
            && !clause.has(.activated, .toppedUp, .done, .topUp, .charged, .price)
          || clause.nearest(after: place, [.left, .data, .bonus]) != nil
            && drafts.contains { $0.kind == .dataLeft || $0.kind == .balance }
          || clause.items.count == 1
            && drafts.last.map { $0.kind == .balance || $0.kind == .dataLeft } == true
        guard isLeft else { continue }
        let about = self.about(at: place, in: clause, of: [.bonus, .pack, .plan], carries: false)
        var draft = StatementDraft(about ?? dataOwner, .dataLeft, range(clause, to: place))
        draft.data = data
        taken.insert(place)
        add(draft)
        spokeOf = draft.about
      case .word, .date, .term, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
        break
      }
    }
  }

  // "£2 bonus credit", "bonus credit: £2": money that is given away has its name beside it, before
  // or behind.
  func moneyOwner(_ place: Int, in clause: Clause) -> Statement.About {
    if let behind = clause.nearest(after: place, [.bonus, .wallet]),
      clause.isBeside(place, behind, .bonus, .wallet),
      !clause.items[behind...].contains(where: { if case .amount = $0.kind { true } else { false } }
      )
    {
      return about(of: clause.items[behind]) ?? .balance
    }
    if let name = clause.nearest(before: place, [.balance, .wallet, .bonus]), name > 0,
      clause.isBeside(name - 1, name, .bonus)
    {
      return .bonus
    }
    if clause.isBalanceAside, clause.behind.has(.bonus) { return .bonus }
    return about(at: place, in: clause, of: [.balance, .wallet, .bonus], carries: false) ?? .balance
  }

  var dataOwner: Statement.About {
    carried == .plan || spokeOf == .plan ? .plan : .pack
  }

  // "10,00 EUR | 15,00 EUR": a clause of nothing but money behind a balance.
  func continuesBalance(_ place: Int, in clause: Clause, at index: Int) -> Bool {
    clause.items.count == 1 && !clause.isAside && drafts.last?.kind == .balance
  }

  // "As of 20 November your balance is": a day that is the end of nothing.
  func dayAside(_ place: Int, in clause: Clause) -> DayReading? {
    guard
      let date = clause.items.indices.first(where: {
        if case .date = clause.items[$0].kind { true } else { false }
      }), date < place, !isEnd(date, in: clause), !clause.has(.expires, .lost, .toppedUp, .done)
    else { return nil }
    return day(date, in: clause, isToCome: false)
  }
}

extension AmountReading {
  fileprivate var negative: AmountReading {
    AmountReading(amounts.map { $0.amount > 0 ? Money(-$0.amount, $0.currency) : $0 }) ?? self
  }
}
