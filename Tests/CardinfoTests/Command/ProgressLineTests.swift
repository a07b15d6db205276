import Foundation
import Synchronization
import Testing

@testable import cardinfo

struct ProgressLineTests {
  private final class Screen: Sendable {
    private let texts = Mutex<[String]>([])
    func write(_ text: String) { texts.withLock { $0.append(text) } }
    var all: [String] { texts.withLock { $0 } }
  }

  @Test func quickWorkSaysNothing() {
    let screen = Screen()
    ProgressLine("reading", every: 60, write: screen.write).end()
    #expect(screen.all == [])
  }

  @Test func slowWorkIsNamedAndTakenAway() throws {
    let screen = Screen()
    let line = ProgressLine("reading", every: 0.05, write: screen.write)
    let end = ContinuousClock.now + .seconds(10)
    while screen.all.count < 2, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.02) }
    line.end()
    let texts = screen.all
    #expect(texts.first == "\r" + "reading · 0 s" + "\u{1B}[K")
    #expect(texts.last == "\r\u{1B}[K")
    Thread.sleep(forTimeInterval: 0.2)
    #expect(screen.all.count == texts.count, "nothing comes behind its end")
  }

  @Test func nothingOfItReachesAFile() throws {
    let result = try Command.cardinfo("doctor")
    #expect(!result.errors.contains("\r"))
  }
}
