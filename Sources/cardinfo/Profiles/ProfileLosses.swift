import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// What goes with profiles that are deleted, by what the ledger knows of their lines.
struct ProfileLosses {
  /// What is lost, to be said before anybody agrees.
  private(set) var sentences: [Words] = []
  /// What the lines of the profiles are called.
  private(set) var lineNames: [String] = []

  /// - Parameters:
  ///   - profiles: Those that go.
  ///   - isMasked: Whether numbers in names are left out.
  init(of profiles: [Profile], _ options: LedgerOptions, isMasked: Bool) {
    do throws(LedgerError) {
      let ledger = try options.openIfThere()
      var untracked = 0
      for profile in profiles where profile.class == .operational {
        let lines = try profile.iccid.flatMap { iccid throws(LedgerError) in
          try ledger?.lines(onCard: iccid)
        }
        if lines?.isEmpty != false { untracked += 1 }
        for line in lines ?? [] {
          guard let ledger else { continue }
          lineNames.append(line.name)
          let name = isMasked ? Masking.numbers(in: line.name) : line.name
          sentences += try Self.sentences(of: line, called: name, in: ledger)
        }
      }
      if untracked > 0 {
        sentences.append(
          Words(
            untracked,
            one: "\(untracked) profile has no line here: whether it is still valid is not known",
            other:
              "\(untracked) profiles have no line here: whether they are still valid is not known"))
      }
    } catch {
      sentences.append(
        Words("whether what is deleted is still valid is not known: \(error.message)"))
    }
    sentences.append(
      Words(
        "what is deleted can't be installed again without a new activation code, as a rule; its contract goes on without it"
      ))
  }

  private static func sentences(
    of line: Line, called name: String, in ledger: Ledger
  ) throws(LedgerError) -> [Words] {
    let verdict = try ledger.verdict(of: line.id)
    let today = CalendarDay(ledger.judging.now(), in: ledger.judging.zone)
    let terms = verdict.clocks.filter { $0.overruled != true }.compactMap { clock -> Words? in
      guard let day = clock.lastDay, let today, day >= today else { return nil }
      return Words("\(clock.subject.words) until \(day)")
    }
    var said =
      if !terms.isEmpty {
        [Words("\(name) is still valid: \(Words.listed(terms))")]
      } else if verdict.isOver {
        [Words("\(name) is over")]
      } else {
        [Words("until when \(name) is valid is not known")]
      }
    if let balance = verdict.balance {
      let day = balance.notedOn.dayText(in: ledger.judging.zone)
      said.append(Words("\(name) had \(balance.present.text) on it, as noted \(day)"))
    }
    if try ledger.attempts(of: line.id).contains(where: \.isOpen) {
      said.append(Words("a renewal of \(name) is under way"))
    }
    return said
  }
}
