extension SentenceReading {
  // "It renews itself if there is enough credit."
  mutating func readNextRenewal(_ clause: Clause, at index: Int) {
    for place in clause.items.indices where clause.items[place].has(.nextRenewal) {
      addEvent(
        .pending, packOr(.plan, at: place, in: clause), clause, place, at: index, isToCome: true)
    }
  }

  mutating func readEvents(_ clause: Clause, at index: Int) {
    for (place, item) in clause.items.enumerated() {
      guard case .word = item.kind else { continue }
      if item.has(.could), clause.has(.negation), subject(in: clause) != nil {
        readFailure(clause, place, at: index, isCertain: true)
      } else if item.has(.nextRenewal), !clause.has(.failed) {
        addEvent(
          .pending, packOr(.plan, at: place, in: clause), clause, place, at: index, isToCome: true)
      } else if item.has(.refunded) {
        let kind: StatementDraft.Kind = isToCome(place, in: clause) ? .pending : .refunded
        if !isNegated(place, in: clause) {
          addEvent(kind, subject(in: clause) ?? .balance, clause, place, at: index)
        }
      } else if item.has(.reactivated) {
        addOutcome(.reactivated, .number, clause, place, at: index)
      } else if item.has(.suspended) {
        if !isNegated(place, in: clause) {
          addEvent(
            sentence.has(.arrears) ? .barredForDebt : .suspended, .number, clause, place, at: index)
        }
      } else if item.has(.cancelled) {
        if !isNegated(place, in: clause) {
          addEvent(
            .cancelled, subject(in: clause) ?? .number, clause, place, at: index, isToCome: true)
        }
      } else if item.has(.sent) {
        if !isNegated(place, in: clause), !isToCome(place, in: clause) {
          addEvent(.charged, .balance, clause, place, at: index)
        }
      } else if item.has(.price), !item.has(.charged) {
        readPrice(clause, place, at: index)
      } else if item.has(.charged) {
        // What a bank card was charged for a payment is that payment.
        let isPayment = clause.has(.bankCard) && sentence.hasSuccess
        if !isPayment, !isNegated(place, in: clause), amountIndex(of: clause, near: place) != nil {
          let owner = packOr(bundle ?? .balance, at: place, in: clause)
          let kind: StatementDraft.Kind = isToCome(place, in: clause) ? .pending : .charged
          addEvent(kind, owner, clause, place, at: index)
        }
      } else if item.has(.failed) {
        readFailure(clause, place, at: index)
      } else if item.has(.activated), clause.has(.pack, .plan), !clause.has(.renewed) {
        readActivation(clause, place, at: index)
      } else if item.has(.toppedUp) {
        addOutcome(.paid, .balance, clause, place, at: index)
      } else if item.has(.raised), isOfMoney(clause, at: index) || isOfBonus(clause) {
        addOutcome(.paid, .balance, clause, place, at: index)
      } else if item.has(.renewed) {
        readRenewal(clause, place, at: index)
      } else if item.has(.activated) {
        readActivation(clause, place, at: index)
      } else if item.has(.done) {
        readSuccess(clause, place, at: index)
      } else if item.has(.pending), !drafts.contains(where: { $0.kind == .declined }) {
        if let about = subject(in: clause) ?? subjectNearby(index) {
          addEvent(.pending, about, clause, place, at: index, isToCome: true)
        } else if let about = failed ?? (clause.hasDate ? bundle : nil) {
          // "We will try again on Friday": what failed.
          addEvent(.pending, about, clause, place, at: index, isToCome: true)
        } else {
          hasLoosePending = true
        }
      }
    }
  }

  // The price of what was bought in the same sentence, or a fee of its own.
  mutating func readPrice(_ clause: Clause, _ place: Int, at index: Int) {
    guard let found = amountIndex(of: clause, near: place),
      case .amount(let amount) = clause.items[found].kind
    else { return }
    if let bought = drafts.lastIndex(where: { $0.kind == .paid || $0.kind == .renewed }) {
      if drafts[bought].amount == nil || drafts[bought].amount == amount {
        drafts[bought].amount = amount
        return
      }
    }
    guard !clause.has(.activated, .done, .toppedUp, .renewed, .failed, .charged, .nextRenewal)
    else {
      return
    }
    let owner = packOr(bundle ?? .balance, at: place, in: clause)
    let kind: StatementDraft.Kind = isToCome(place, in: clause) ? .pending : .charged
    addEvent(kind, owner, clause, place, at: index, isToCome: kind == .pending)
    taken.insert(found)
  }

  // Whether it is the account that grew by an amount, and nothing else that may.
  func isOfMoney(_ clause: Clause, at index: Int) -> Bool {
    (clause.has(.balance, .number, .topUp) || clause.items.count { $0.has(.raised) } > 1)
      && (amountIndex(of: clause) != nil || amountNearby(index, for: .paid) != nil)
      && !clause.has(
        .pack, .plan, .bonus, .voucher, .wallet, .bankCard, .price, .charged, .arrears,
        .refunded, .sent)
  }

  func isToCome(_ place: Int, in clause: Clause) -> Bool {
    clause.has(.future) || clause.has(.pending)
  }

  // The pack or plan that was spoken of last.
  var bundle: Statement.About? {
    [spokeOf, drafts.last?.about, carried].compactMap { $0 }.first { $0 == .pack || $0 == .plan }
  }

  func packOr(_ about: Statement.About, at place: Int, in clause: Clause) -> Statement.About {
    let found = self.about(at: place, in: clause, of: [.pack, .plan], carries: false)
    if let found { return found }
    if drafts.contains(where: { $0.about == .pack }) || carried == .pack || spokeOf == .pack {
      return about == .plan ? .pack : about
    }
    return about
  }

  /// What a clause is about as far as paying goes: the top-up, a pack, a plan.
  func subject(in clause: Clause) -> Statement.About? {
    if clause.has(.pack) { return .pack }
    if clause.has(.plan) { return .plan }
    if clause.has(.topUp, .balance, .toppedUp) { return .balance }
    return nil
  }

  func subjectNearby(_ index: Int) -> Statement.About? {
    let clauses = sentence.clauses
    for distance in 1...max(1, clauses.count) {
      for near in [index - distance, index + distance] where clauses.indices.contains(near) {
        let clause = clauses[near]
        if clause.has(.topUp, .pack, .plan), let about = subject(in: clause) { return about }
      }
    }
    return nil
  }

  mutating func readFailure(
    _ clause: Clause, _ place: Int, at index: Int, isCertain: Bool = false
  ) {
    // "Not declined" is no failure; a negation inside the word is one.
    let start = clause.items[place].range.lowerBound
    let isDenied = clause.items.contains { $0.has(.negation) && $0.range.lowerBound < start }
    if !isCertain, isDenied, !clause.has(.done), !clause.has(.topUp) { return }
    let isOfBalance =
      clause.has(.topUp, .toppedUp, .voucher)
      || clause.has(.balance) && amountIndex(of: clause, near: place) != nil
    let isOfVoucher = clause.has(.voucher) && !clause.has(.topUp, .toppedUp)
    let own: Statement.About? =
      clause.has(.pack)
      ? .pack
      : clause.has(.plan) ? .plan : isOfVoucher ? .voucher : isOfBalance ? .balance : nil
    if let own {
      addEvent(.declined, own, clause, place, at: index)
    } else {
      hasLooseFailure = true
      looseAt = looseAt ?? index
    }
  }

  // A failure without a subject is that of the sentence's: "Top-up (10 EUR): declined".
  mutating func attributeFailures() {
    guard let index = looseAt else { return }
    if drafts.contains(where: { $0.kind == .declined }) {
      hasLooseFailure = false
    } else if let about = subjectNearby(index), sentence.clauses.indices.contains(index) {
      addEvent(.declined, about, sentence.clauses[index], 0, at: index)
      hasLooseFailure = false
    }
  }

  /// Something that worked, unless the words around it say that it did not, or not yet.
  mutating func addOutcome(
    _ kind: StatementDraft.Kind, _ about: Statement.About, _ clause: Clause, _ place: Int,
    at index: Int
  ) {
    if kind == .paid, about == .balance, isOfBonus(clause) {
      guard !isNegated(place, in: clause), !isToCome(place, in: clause), !clause.has(.failed),
        amountIndex(of: clause, near: place) != nil
      else { return }
      addEvent(.paid, .bonus, clause, place, at: index)
    } else if isNotYet(place, in: clause), kind != .reactivated {
      addEvent(.pending, about, clause, place, at: index, isToCome: true)
    } else if isNegated(place, in: clause) {
      addEvent(.declined, about, clause, place, at: index)
    } else if clause.has(.failed) || kind == .paid && about == .balance && isFee(clause) {
      return
    } else if isToCome(place, in: clause) || sentence.has(.pending) {
      guard kind != .reactivated else { return }
      addEvent(.pending, about, clause, place, at: index, isToCome: true)
    } else {
      addEvent(kind, about, clause, place, at: index)
    }
  }

  // "The bonus for your top-up has been added": what comes first is what it is said of.
  private func isOfBonus(_ clause: Clause) -> Bool {
    guard clause.has(.bonus) else { return false }
    let first = clause.items.first { $0.has(.bonus) || $0.has(.topUp) || $0.has(.toppedUp) }
    return first?.has(.bonus) == true || !clause.has(.topUp)
  }

  // "A fee of 2 was added to your account."
  private func isFee(_ clause: Clause) -> Bool {
    clause.has(.price) && !clause.has(.topUp)
      && clause.items.count { if case .amount = $0.kind { true } else { false } } <= 1
  }

  mutating func readRenewal(_ clause: Clause, _ place: Int, at index: Int) {
    let about = self.about(at: place, in: clause, of: [.pack, .plan, .number, .bonus]) ?? carried
    let owner: Statement.About =
      switch about {
      case .pack, .plan, .number, .bonus: about ?? .number
      case .balance, .offer, .voucher, .bankCard, .unclear, nil:
        clause.has(.expires) || isOfNumber ? .number : .plan
      }
    addOutcome(.renewed, owner, clause, place, at: index)
  }

  private var isOfNumber: Bool {
    sentence.has(.number) && !sentence.has(.pack) && !sentence.has(.plan)
  }

  mutating func readActivation(_ clause: Clause, _ place: Int, at index: Int) {
    let found = about(at: place, in: clause, of: [.pack, .plan, .data], carries: false)
    // "5 GB activated": data is a pack's, unless it was given away.
    let isData =
      !clause.has(.bonus)
      && clause.items.contains { if case .data = $0.kind { true } else { false } }
    let carried = spokeOf == .pack || spokeOf == .plan ? spokeOf : nil
    guard let about = found ?? carried ?? (isData ? .pack : nil) else { return }
    // "It is active until" is what there is, and no success.
    let word = clause.items[place].range
    let isStatus = clause.items.contains { $0.has(.expires) && $0.range.overlaps(word) }
    guard !isStatus, !clause.has(.renewed) else { return }
    addOutcome(.paid, about, clause, place, at: index)
  }

  mutating func readSuccess(_ clause: Clause, _ place: Int, at index: Int) {
    guard
      !clause.has(
        .failed, .toppedUp, .sent, .refunded, .reactivated, .suspended, .renewed, .activated)
    else { return }
    // What was done with a pack or plan may be anything but buying it: only paying in is meant.
    let isPaying =
      clause.has(.topUp) || !clause.has(.pack, .plan) && subjectNearby(index) == .balance
    guard isPaying else { return }
    addOutcome(.paid, subject(in: clause) ?? .balance, clause, place, at: index)
  }
}
