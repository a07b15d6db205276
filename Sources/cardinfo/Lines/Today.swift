import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

extension Ledger {
  /// The day of a moment where its lines are judged. Without one nothing can be said of what is due, and
  /// nothing due must not be said.
  func day(of now: Date) throws -> CalendarDay {
    guard let today = CalendarDay(now, in: judging.zone) else {
      throw ValidationError(Words("this machine's clock is beyond the calendar"))
    }
    return today
  }
}
