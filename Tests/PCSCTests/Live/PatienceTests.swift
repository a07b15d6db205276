import Card
import Foundation
import PCSC
import Synchronization
import Testing

extension PCSCDTests {
  /// Nobody waits for longer than they want to, for another program or for a card.
  @Suite struct PatienceTests {
    let pcscd: PrivatePCSCD
    let reader = PrivatePCSCD.readers[0]
    private let isCancelled = Cancellation()

    init() throws { pcscd = try PrivatePCSCD() }

    @Test("a card that another program holds is waited for as long as patience lasts")
    func held() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let (holding, release) = holder()
      defer { release.signal() }
      holding.wait()
      let told = Mutex(0)
      let patience = Patience(
        whileHeld: .milliseconds(2500), onHeld: { _ in told.withLock { $0 += 1 } })
      let (error, time) = failure(patience)
      #expect(error?.code == .cardInUse)
      #expect(time >= .milliseconds(2500) && time < .milliseconds(4000), "\(time)")
      #expect(told.withLock { $0 } == 1)
      #expect(card.commands.isEmpty)
    }

    @Test("a wait for another program ends when it is to end")
    func cancelled() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let (holding, release) = holder()
      defer { release.signal() }
      holding.wait()
      isCancelled.request(after: 0.5)
      let (error, time) = failure(
        Patience(isCancelled: { [isCancelled] in isCancelled.isRequested }))
      #expect(error == .interrupted)
      #expect(card.commands.isEmpty)
      #expect(time < .milliseconds(1500), "\(time)")
    }

    @Test("a card that does not answer is given up, and its context with it")
    func mute() throws {
      let silence = DispatchSemaphore(value: 0)
      let card = ScriptedCard(.t0) { _ in
        silence.wait()
        return .ok
      }
      try pcscd.insert(card)
      defer { silence.signal() }
      let context = try PCSCContext(Patience(forAnswer: .milliseconds(500)))
      let error = #expect(throws: ChannelError.self) {
        try context.read(reader: reader) { channel throws(ChannelError) in
          try channel.transmit(.select)
        }
      }
      #expect(error?.code == .pcscTimeout)
      #expect(throws: PCSCError.timeout) { try context.readers() }
      #expect(card.commands == [.select])
    }

    @Test("what a card was asked to change is waited for, whoever wants the work to end")
    func bound() throws {
      let card = ScriptedCard(.t0) { _ in
        usleep(600_000)
        return .ok
      }
      try pcscd.insert(card)
      isCancelled.request(after: 0)
      let context = try PCSCContext(
        Patience(
          forAnswer: .milliseconds(100),
          isCancelled: { [isCancelled] in isCancelled.isRequested && !card.commands.isEmpty }))
      let answer = try context.read(reader: reader) { channel throws(ChannelError) in
        channel.bindToAnswers()
        return try channel.transmit(.select)
      }
      #expect(answer == [0x90, 0x00])
    }

    /// Another connection that keeps the card until it is told to let go.
    private func holder() -> (holding: DispatchSemaphore, release: DispatchSemaphore) {
      let (holding, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      Thread.detachNewThread { [reader] in
        try? PCSCContext().read(reader: reader) { _ in
          holding.signal()
          release.wait()
        }
        holding.signal()
      }
      return (holding, release)
    }

    private func failure(_ patience: Patience) -> (ChannelError?, Duration) {
      let clock = ContinuousClock()
      let start = clock.now
      do throws(PCSCError) {
        let context = try PCSCContext(patience)
        do throws(ChannelError) {
          try context.read(reader: reader) { _ in }
          return (nil, clock.now - start)
        } catch {
          return (error, clock.now - start)
        }
      } catch {
        return (ChannelError(error), clock.now - start)
      }
    }
  }
}

/// Somebody who wants the work to end, after a while.
private final class Cancellation: Sendable {
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  func request(after seconds: Double) {
    end.withLock { $0 = .now + .seconds(seconds) }
  }

  var isRequested: Bool { end.withLock { $0.map { $0 <= .now } ?? false } }
}
