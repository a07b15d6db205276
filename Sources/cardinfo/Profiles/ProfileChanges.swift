import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo profiles enable`.
struct EnableProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable",
    abstract: Words("Enable a profile; the one that is enabled is disabled with it."))

  @Argument(
    help: ArgumentHelp(
      Words("Its ICCID, AID, name, or its line's name; or a beginning that no other has.")),
    completion: ProfileCompletion.profiles)
  var profile: String

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(
      profile, in: try run.targets(asking: [.profiles]), change.ledger)
    return PreparedChange(
      plan: .init(target: choice.target, change: .enable(ProfileReference(choice.profile))),
      done: Words("enabled: \(choice.description)"), alreadySo: Words("it is enabled already"),
      question: Self.question(choice))
  }
}

extension EnableProfile {
  /// Asks, and says which profile is no longer in use then.
  private static func question(_ choice: ProfileSelection.Choice) -> Words {
    let enabled = choice.target.euicc.profiles?.first { $0.state == .enabled }
    guard let name = enabled.flatMap({ $0.calledName ?? $0.iccid }) else {
      return Words("Enable \(choice.description)?")
    }
    return Words("Enable \(choice.description)? \(name) is disabled with it.")
  }
}

/// `cardinfo profiles disable`.
struct DisableProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: Words("Disable the enabled profile: no line is in use then."))

  @Argument(
    help: ArgumentHelp(
      Words("Its ICCID, AID, name, or its line's name; or a beginning that no other has.")),
    completion: ProfileCompletion.profiles)
  var profile: String

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(
      profile, in: try run.targets(asking: [.profiles]), change.ledger)
    return PreparedChange(
      plan: .init(target: choice.target, change: .disable(ProfileReference(choice.profile))),
      done: Words("disabled: \(choice.description)"), alreadySo: Words("it is disabled already"),
      question: Words("Disable \(choice.description)? No line is in use then."))
  }
}

/// `cardinfo profiles rename`.
struct RenameProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: Words("Give a profile a nickname, or take it away."))

  @Argument(
    help: ArgumentHelp(
      Words("Its ICCID, AID, name, or its line's name; or a beginning that no other has.")),
    completion: ProfileCompletion.profiles)
  var profile: String

  @Argument(
    help: ArgumentHelp(Words("The nickname, up to 64 bytes of UTF-8; an empty one takes it away.")))
  var nickname: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard nickname.utf8.count <= EUICCChange.longestNickname else {
      throw ValidationError(
        Words("a nickname has at most 64 bytes; this one has \(nickname.utf8.count)"))
    }
  }

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(
      profile, in: try run.targets(asking: [.profiles]), change.ledger)
    let rename = EUICCChange.rename(ProfileReference(choice.profile), to: nickname)
    guard !rename.attempts.isEmpty else {
      throw ChangeRefusal.profileWithoutICCID
    }
    return PreparedChange(
      plan: .init(target: choice.target, change: rename),
      done: nickname.isEmpty
        ? Words("nickname taken away: \(choice.description)")
        : Words("renamed: \(choice.description) is \(nickname)"),
      alreadySo: Words("it is called that already"),
      question: nickname.isEmpty
        ? Words("Take the nickname of \(choice.description) away?")
        : Words("Name \(choice.description) \(nickname)?"))
  }
}

/// `cardinfo profiles delete`.
struct DeleteProfile: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: Words("Delete a profile for good. Most can't be downloaded again."))

  @Argument(
    help: ArgumentHelp(
      Words("Its ICCID, AID, name, or its line's name; or a beginning that no other has.")),
    completion: ProfileCompletion.profiles)
  var profile: String

  @Option(
    help: ArgumentHelp(Words("The last four digits of its ICCID: with --yes, nothing is asked.")))
  var tail: String?

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let choice = try ProfileSelection.find(
      profile, in: try run.targets(asking: [.profiles]), change.ledger)
    guard choice.profile.state != .enabled else {
      throw ChangeRefusal.enabledProfile
    }
    guard let iccid = choice.profile.iccid ?? choice.profile.aid else {
      throw ChangeRefusal.profileWithoutICCID
    }
    let losses = ProfileLosses(
      of: [choice.profile], change.ledger, isMasked: change.cards.redact)
    // A name of a letter or two is too soon typed.
    let names = ([choice.name].compactMap { $0 } + losses.lineNames).filter { $0.count > 2 }
    return PreparedChange(
      plan: .init(target: choice.target, change: .delete(ProfileReference(choice.profile))),
      done: Words("deleted: \(choice.description)"),
      question: Self.question(of: choice.description, called: names.last),
      tail: String(iccid.suffix(4)), typedTail: tail, names: names, losses: losses.sentences)
  }
}

extension DeleteProfile {
  private static func question(of profile: String, called name: String?) -> Words {
    guard let name else {
      return Words("Delete \(profile) for good? Type the last four digits of its ICCID:")
    }
    return Words(
      "Delete \(profile) for good? Type its name, \(name), or the last four digits of its ICCID:")
  }
}

/// `cardinfo profiles reset`.
struct ResetProfiles: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: Words("Delete every profile of an eUICC for good, enabled or not."))

  @Flag(help: ArgumentHelp(Words("Delete test profiles that were loaded in the field, too.")))
  var testProfiles = false

  @Flag(help: ArgumentHelp(Words("Take the default SM-DP+ away, too.")))
  var address = false

  @Option(
    help: ArgumentHelp(Words("The last four digits of the EID: with --yes, nothing is asked.")))
  var tail: String?

  @OptionGroup var change: ChangeOptions

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    var parts: MemoryResetParts = .operationalProfiles
    if testProfiles { parts.insert(.testProfiles) }
    if address { parts.insert(.defaultAddress) }
    let target = try run.onlyTarget(asking: [.profiles])
    let eid = target.euicc.eid
    let question =
      target.euicc.profiles.map {
        Words(
          """
          Delete every operational profile of the \($0.count) on the eUICC \(eid) \
          for good? Type the last four digits of the EID:
          """)
      }
      ?? Words(
        """
        The profiles could not be listed. Delete every operational one on the eUICC \(eid) \
        for good? Type the last four digits of the EID:
        """)
    return PreparedChange(
      plan: .init(target: target, change: .reset(parts)), done: Words("the eUICC was reset"),
      question: question, tail: String(eid.suffix(4)), typedTail: tail,
      losses: ProfileLosses(
        of: target.euicc.profiles ?? [], change.ledger, isMasked: change.cards.redact
      ).sentences)
  }
}

/// `cardinfo profiles default-address`.
struct DefaultAddress: ChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "default-address",
    abstract: Words("Set the SM-DP+ that profiles are fetched from unless told otherwise."))

  @Argument(help: ArgumentHelp(Words("The server's name; an empty one takes it away.")))
  var address: String

  @OptionGroup var change: ChangeOptions

  func validate() throws {
    guard EUICCChange.isDefaultAddress(address) else {
      throw ValidationError(Words("a server's name has no spaces, and at most 255 characters"))
    }
  }

  func prepare(_ run: ChangeRun) throws -> PreparedChange {
    let target = try run.onlyTarget(asking: [.addresses])
    return PreparedChange(
      plan: .init(target: target, change: .setDefaultAddress(address)),
      done: address.isEmpty
        ? Words("the default SM-DP+ was taken away") : Words("the default SM-DP+ is \(address)"),
      alreadySo: Words("it is set already"),
      question: address.isEmpty
        ? Words("Take the default SM-DP+ of the eUICC \(target.euicc.eid) away?")
        : Words("Make \(address) the default SM-DP+ of the eUICC \(target.euicc.eid)?"))
  }

  /// The servers that the card names afterwards.
  func lines(_ cards: [CardReport], colour: Bool) -> [String] {
    ChipText.lines(cards, colour: colour)
  }
}

extension ChangeCommand {
  /// The profiles that the card shows afterwards.
  func lines(_ cards: [CardReport], colour: Bool) -> [String] {
    ProfilesText.lines(cards, isFull: false, colour: colour)
  }
}
