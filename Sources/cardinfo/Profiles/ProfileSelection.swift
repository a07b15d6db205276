import Card
import CardState

/// Which profile a person means: by ICCID, AID or nickname, or the only one that begins like that.
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
    _ text: String, in targets: [ChangeRun.Target]
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
      throw .unknownProfile
    }
    guard matches.count == 1 else {
      throw .ambiguousProfile(count: matches.count)
    }
    return choice
  }
}

extension ProfileSelection.Choice {
  fileprivate var names: [String] { [profile.nickname?.lowercased()].compactMap { $0 } }

  fileprivate var numbers: [String] {
    [profile.iccid, profile.aid].compactMap { $0?.lowercased() }
  }

  /// The profile in one line, for a question.
  var description: String {
    [profile.iccid, profile.nickname ?? profile.serviceProvider ?? profile.name]
      .compactMap { $0 }.joined(separator: " ")
  }
}
