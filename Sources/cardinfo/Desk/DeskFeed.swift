import FoundationEssentials
import Glibc
import Ledger
import Words

/// A calendar to subscribe to: off until somebody asks for it, at an address that is a secret of its own. It
/// stays the same until it is taken back, and has nicknames and days alone.
struct DeskFeed {
  let ledger: LedgerOptions

  /// How the addresses of feeds begin.
  static let path = "/feed/"

  /// Where the secret is: beside the ledger, for its owner alone.
  private var file: String { "\(ledger.directory)/desk-feed" }

  /// The secret; nil while there is no feed.
  ///
  /// - Throws: Where there is one that can't be read, or that others can read.
  var secret: Token? {
    get throws {
      try OwnFile.contentsIfThere(file).flatMap { bytes in
        Token(written: String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self))
      }
    }
  }

  /// Makes a feed, or gives it another address: the former one leads nowhere from now on.
  func turnOn() throws { try PrivateFile.replace(file, with: Array((Token().text + "\n").utf8)) }

  /// Takes it back.
  func turnOff() throws {
    guard unlink(file) == 0 || errno == ENOENT else { throw SystemFailure.writing(file) }
  }

  /// The calendar for whoever knows its address.
  func answer(_ path: String) -> WebAnswer {
    let given = String(path.dropFirst(Self.path.count).prefix { $0 != "." })
    do {
      guard path.hasSuffix(".ics"), let secret = try secret, secret.isKnown(as: given) else {
        return DeskPage.missing
      }
      let calendar = try DutyCalendar.ofAll(try ledger.open(), at: Date(), alarmsAsEvents: true)
      return WebAnswer(200, "text/calendar; charset=utf-8", Array(try calendar.text.utf8))
    } catch {
      return WebAnswer(503, plain: Visit.problem(error).sentence)
    }
  }
}
