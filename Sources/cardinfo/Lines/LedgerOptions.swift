import ArgumentParser
import CardState
import Carriers
import FoundationEssentials
import Glibc
import Ledger
import Renewal
import Words

/// Where the ledger is: shared by the commands that use it.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("The ledger's directory (default: cardinfo in the XDG data directory)."),
      valueName: "directory"),
    completion: .directory)
  var ledger: String?

  /// The directory it is in, or would be.
  var directory: String {
    ledger ?? XDG.data
  }

  /// The ledger, made where there is none.
  func openOrMake() throws(LedgerError) -> Ledger {
    try Ledger(directory: directory, judging: Judging.now())
  }

  /// The ledger, which has to be there.
  ///
  /// - Throws: ``LedgerError``, or a ``Problem`` where nothing is tracked yet.
  func open() throws -> Ledger {
    guard let ledger = try openIfThere() else {
      throw Problem(
        .nothingTracked, Words("no line is tracked yet"),
        nextStep: Words("to track one: cardinfo line add --name NAME"))
    }
    return ledger
  }

  /// What the ledger knows of cards. One that can't be opened knows nothing, and whoever needs it says why.
  var memory: CardMemory {
    let options = self
    var ledger: Ledger??
    return CardMemory { card in
      guard let iccid = card.iccid else { return false }
      let opened = ledger ?? (try? options.openIfThere())
      ledger = .some(opened)
      return (try? opened?.knowsAsPlain(iccid: iccid, answerToReset: card.atr)) == true
    }
  }

  /// The ledger, if there is one, to be read; nothing is made.
  ///
  /// - Throws: ``LedgerError``; also where somebody named a directory that has none. Nil stands only for
  ///   a person who has not tracked anything yet.
  func openIfThere() throws(LedgerError) -> Ledger? {
    do {
      return try Ledger(existingIn: directory, judging: Judging.now())
    } catch {
      guard error.code == .missing, ledger == nil else { throw error }
      return nil
    }
  }
}

extension Judging {
  /// By the shipped rules and the person's own, in the person's zone, at the present moment.
  static func now() -> Judging {
    Judging(
      rules: CarrierFiles.rules, zone: .current, edition: Version.current, now: { Date() },
      reading: { CardReading(known: $1, of: $0) },
      hints: { CarrierFiles.known.book.hints(for: $0, on: $1) })
  }
}
