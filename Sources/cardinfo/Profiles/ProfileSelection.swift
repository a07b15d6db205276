import Card
import CardState
import Ledger
import Renewal

/// Which profile a person means: by ICCID, AID, the name that is shown or that of its line, or the only
/// one that begins like that.
struct ProfileSelection {
  /// A profile and the eUICC that it is on.
  struct Choice {
    var target: ChangeRun.Target
    var profile: Profile
  }

  /// Finds the profile that `text` names.
  ///
  /// - Throws: ``ChangeRefusal`` when there is none, or more than one.
  static func find(
    _ text: String, in targets: [ChangeRun.Target], _ ledger: LedgerOptions
  ) throws(ChangeRefusal) -> Choice {
    let all = targets.flatMap { target in
      (target.euicc.profiles ?? []).map { Choice(target: target, profile: $0) }
    }
    let wanted = text.lowercased()
    let digits = String(wanted.filter { !$0.isWhitespace && $0 != "-" })
    let exact = all.filter { choice in
      choice.names.contains { $0 == wanted && !wanted.isEmpty }
        || choice.numbers.contains { $0 == digits }
    }
    let ofLine = exact.isEmpty ? ofLine(text, in: all, ledger) : []
    if let choice = ofLine.first, ofLine.count == 1 { return choice }
    let matches =
      exact.isEmpty && !digits.isEmpty
      ? all.filter { choice in
        choice.names.contains { $0.hasPrefix(wanted) }
          || choice.numbers.contains { $0.hasPrefix(digits) }
      } : exact
    guard let choice = matches.first else {
      // One that could not be read may be it.
      if let unread = targets.lazy.compactMap({ $0.unread(.profiles) }).first {
        throw .cards(unread)
      }
      throw .unknownProfile(
        near: NearNames.of(text, among: all.flatMap(\.profile.shownNames)))
    }
    guard matches.count == 1 else {
      throw .ambiguousProfile(count: matches.count)
    }
    return choice
  }

  // The profiles of a line; a ledger that can't be read has none, as names are no reason to stop.
  private static func ofLine(
    _ name: String, in choices: [Choice], _ options: LedgerOptions
  ) -> [Choice] {
    guard let ledger = try? options.openIfThere(), let line = try? ledger.line(matching: name)
    else { return [] }
    return choices.filter { $0.profile.iccid != nil && $0.profile.iccid == line.iccid }
  }
}

extension ProfileSelection.Choice {
  fileprivate var names: [String] { profile.shownNames.map { $0.lowercased() } }

  fileprivate var numbers: [String] {
    [profile.iccid, profile.aid].compactMap { $0?.lowercased() }
  }

  /// What it is called: the name that it was given, or else its provider's.
  var name: String? { profile.calledName }

  /// The profile in one line, for a question.
  var description: String {
    [profile.iccid, name].compactMap { $0 }.joined(separator: " ")
  }
}

extension Profile {
  /// What it is called: the name that it was given, or else its provider's or its own.
  var calledName: String? { nickname ?? serviceProvider ?? name }
}
