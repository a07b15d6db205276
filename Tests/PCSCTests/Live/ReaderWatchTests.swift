import Card
import Foundation
import PCSC
import Testing

extension PCSCDTests {
  @Suite struct ReaderWatchTests {
    let pcscd: PrivatePCSCD
    let context: PCSCContext

    init() throws {
      pcscd = try PrivatePCSCD()
      context = try PCSCContext()
    }

    @Test("an insertion and a removal end a wait")
    func insertion() throws {
      let card = ScriptedCard(.t0)
      let empty = try context.readerStates()
      later { [pcscd] in try? pcscd.insert(card) }
      let inserted = try #require(try context.waitForChange(from: empty, timeout: .seconds(5)))
      #expect(inserted[0].hasCard && !inserted[1].hasCard)
      #expect(inserted[0].answerToReset == .t0)
      #expect(inserted[0].eventCount != empty[0].eventCount)

      later { card.remove() }
      let removed = try #require(try context.waitForChange(from: inserted, timeout: .seconds(5)))
      #expect(!removed[0].hasCard)
      #expect(removed[0].eventCount != inserted[0].eventCount)
    }

    @Test("a change from before the wait is not lost")
    func before() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let first = try context.readerStates()
      let next = ScriptedCard(.t0)
      card.remove()
      try pcscd.wait("the removal to be seen") { try !context.readerStates()[0].hasCard }
      try pcscd.insert(next)
      // The states differ in their count alone.
      let second = try #require(try context.waitForChange(from: first, timeout: .zero))
      #expect(second[0].answerToReset == first[0].answerToReset)
      #expect(second[0].eventCount == first[0].eventCount &+ 2)
    }

    @Test("a wait ends with its time")
    func timeout() throws {
      let states = try context.readerStates()
      let start = ContinuousClock.now
      #expect(try context.waitForChange(from: states, timeout: .milliseconds(400)) == nil)
      #expect(start.duration(to: .now) >= .milliseconds(400))
      #expect(start.duration(to: .now) < .seconds(3))
    }

    @Test("a wait ends when it is cancelled")
    func cancelled() throws {
      let states = try context.readerStates()
      var asked = 0
      let changes = try context.waitForChange(from: states) {
        asked += 1
        return asked == 3
      }
      #expect(changes == nil)
      #expect(asked == 3)
    }

    @Test("readers that were not known end a wait")
    func readers() throws {
      let states = try #require(try context.waitForChange(from: [], timeout: .seconds(5)))
      #expect(states.map(\.name) == PrivatePCSCD.readers)
    }

    @Test("a wait ends when pcscd does")
    func stops() throws {
      let states = try context.readerStates()
      let stopped = later { [pcscd] in pcscd.stop() }
      let error = #expect(throws: PCSCError.self) {
        try context.waitForChange(from: states, timeout: .seconds(5))
      }
      #expect([.pcscNotRunning, .pcscConnectionLost].contains(error?.code))
      stopped.wait()
    }

    /// Does something on another thread while this one waits.
    ///
    /// - Returns: What is signalled when it is done.
    @discardableResult
    private func later(_ work: @escaping @Sendable () -> Void) -> DispatchSemaphore {
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        usleep(100_000)
        work()
        done.signal()
      }
      return done
    }
  }
}
