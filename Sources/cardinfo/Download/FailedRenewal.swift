import FoundationEssentials
import Ledger
import Provisioning
import Renewal
import Words

/// The renewal of a line that a download was for, where the download failed: it has failed with it, and
/// why is known.
struct FailedRenewal: Encodable {
  /// The line's name.
  let line: String
  let failure: FailureReason

  /// Records it, where a download that is over for good was for a renewal that is under way.
  ///
  /// - Parameters:
  ///   - line: The line that the profile was for, if it was for one.
  /// - Returns: Nil where none was under way, or the same code may still do.
  init?(_ outcome: DownloadOutcome, of line: Line?, in ledger: Ledger) throws {
    guard outcome.isOnCard != .yes, let line,
      var attempt = try ledger.attempts(of: line.id).first(where: \.isOpen)
    else {
      return nil
    }
    guard let failure = FailureReason(outcome) else {
      StandardError.note(
        Words("the renewal of \(line.name) is still under way: run the download again"))
      return nil
    }
    let now = Date()
    if attempt.phase == .planned { try attempt.submit(at: max(now, attempt.plannedAt)) }
    try attempt.fail(failure, at: max(now, attempt.submittedAt ?? now))
    try ledger.save(attempt)
    self.line = line.name
    self.failure = failure
  }

  /// What became of the renewal.
  var words: Words {
    Words(
      """
      The renewal of \(line) failed: \(failure.words). What to do: cardinfo renew \
      \(ShellWord.quoted(line)) guide --problem failed
      """)
  }
}

extension FailureReason {
  /// Why a renewal failed by its download; nil where the download can be run again as it was, or where
  /// it is not known that the profile is not there.
  init?(_ outcome: DownloadOutcome) {
    guard outcome.isOnCard == .no else { return nil }
    switch outcome.end {
    case .notInstalled, .failed(.installation): self = .notInstalled
    case .failed(.server(.refused(let status))):
      if status.meaning.isCodeUsed == .yes {
        self = .codeUsedUp
        return
      }
      switch status.meaning.step {
      case .carrier, .newCode, .otherCard, .otherServer: self = .codeRefused
      case .later, .again, .confirmationCode, .address, .room: return nil
      }
    case .failed(.nothingWaits): self = .codeRefused
    case .installed, .declined, .failed: return nil
    }
  }
}
