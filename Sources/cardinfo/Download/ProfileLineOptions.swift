import ArgumentParser
import CardState
import Ledger
import Renewal
import Words

/// What a person says of the line that a profile becomes.
struct ProfileLineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("How the profile's line is called in the ledger."), valueName: "name"))
  var name: String?

  @OptionGroup var place: ReplacementOption

  @OptionGroup var validity: ValidityOptions

  func validate() throws {
    guard name?.isBlank != true else { throw ValidationError(Words("--name is empty")) }
  }

  /// Whether anything is said: then the line is wanted.
  private var isEmpty: Bool { name == nil && place.replaces == nil && validity.isEmpty }

  /// Whether what is said can be of several lines.
  var isOfAny: Bool { name == nil && place.replaces == nil }

  /// Sees whether the ledger can take the line, before anybody is asked for the profile.
  func check(_ options: LedgerOptions) throws {
    guard let ledger = try place.replaces == nil ? options.openIfThere() : options.open() else {
      return
    }
    let former = try place.replacement(in: ledger)?.former
    if let name, name.lowercased() != former?.name.lowercased() {
      try ledger.requireFree(name: name)
    }
  }

  /// Makes a line of a profile that was installed. Nil where there is no ledger and nobody asked for one,
  /// or where the profile is none for a line.
  ///
  /// - Parameter note: Told what is neither a result nor a mistake.
  func join(
    _ iccid: String, on card: CardSnapshot, _ change: ChangeOptions,
    note: @escaping (Words) -> Void = StandardError.note
  ) throws -> InstalledLine.Joined? {
    guard let ledger = try isEmpty ? change.ledger.openIfThere() : change.ledger.openOrMake() else {
      return nil
    }
    let joined = try InstalledLine(
      iccid: iccid, card: card, said: self, asks: !change.yes && Question.canBeAsked,
      note: note
    ).join(ledger)
    if joined == nil, !isEmpty {
      note(Words("the profile is not one for a line, so none was added"))
    }
    return joined
  }
}
