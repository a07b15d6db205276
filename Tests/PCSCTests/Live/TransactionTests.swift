import Card
import Foundation
import PCSC
import Synchronization
import Testing

extension PCSCDTests {
  @Suite struct TransactionTests {
    let pcscd: PrivatePCSCD
    let context: PCSCContext
    let reader = PrivatePCSCD.readers[0]

    init() throws {
      pcscd = try PrivatePCSCD()
      context = try PCSCContext()
    }

    @Test("reading connects, talks and lets go")
    func reading() throws {
      let card = ScriptedCard(.t1) { .bytes($0 + [0x90, 0x00]) }
      try pcscd.insert(card)
      let answer = try context.read(reader: reader, select)
      #expect(answer == .select + [0x90, 0x00])
      #expect(card.resets == 0)
      #expect(try !context.readerStates()[0].isInUse)
    }

    @Test("why a card can't be had is said in the words of a channel")
    func absent() {
      #expect(failure { _ in } == ChannelError(.noSmartcard))
    }

    @Test("an answer as long as can be is kept whole")
    func longest() throws {
      let long = [UInt8](repeating: 0x5A, count: 65_533) + [0x90, 0x00]
      let card = ScriptedCard(.t1) { _ in .bytes(long) }
      try pcscd.insert(card)
      #expect(try context.read(reader: reader, select) == long)
    }

    @Test("a transaction is of no use when it is over")
    func over() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let channel = try context.read(reader: reader) { $0 }
      for work in [{ _ = try channel.transmit(.select) }, channel.reset] {
        let error = #expect(throws: ChannelError.self) { try work() }
        #expect(error?.code == .pcscMisuse)
      }
      #expect(channel.answerToReset == .t0)
      #expect(card.commands.isEmpty && card.resets == 0)
    }

    @Test("a body that throws lets go of the card")
    func throwing() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let stopped: ChannelError? = failure { channel throws(ChannelError) in
        _ = try channel.transmit(.select)
        throw .interrupted
      }
      #expect(stopped == .interrupted)
      try context.connect(reader: reader, sharing: .exclusive).disconnect()
    }

    @Test("a card that is pulled out during a command is removed")
    func pulled() throws {
      let card = ScriptedCard(.t0) { $0 == .select ? .ok : .vanish }
      try pcscd.insert(card)
      let error = failure { channel throws(ChannelError) in
        _ = try channel.transmit(.select)
        _ = try channel.transmit([0x00, 0xB0, 0x00, 0x00, 0x0A])
      }
      #expect(error == .cardRemoved)
    }

    @Test("a card that is pulled out between commands is removed")
    func pulledBetween() throws {
      let card = ScriptedCard(.t1)
      try pcscd.insert(card)
      let error = failure { channel throws(ChannelError) in
        _ = try channel.transmit(.select)
        card.remove()
        _ = try channel.transmit(.select)
      }
      #expect(error == .cardRemoved)
    }

    @Test("a connection whose card was pulled out does not keep others from the next card")
    func pulledAndKept() throws {
      let card = ScriptedCard(.t0) { _ in .vanish }
      let next = ScriptedCard(.t0)
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      let error = #expect(throws: ChannelError.self) { try connected.withTransaction(select) }
      #expect(error == .cardRemoved)
      try pcscd.insert(next)

      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread { [reader] in
        try? PCSCContext().read(reader: reader) { _ in }
        done.signal()
      }
      #expect(done.wait(timeout: .now() + 5) == .success)
      #expect(throws: PCSCError.removedCard) { try connected.status() }
      try connected.reconnect()
      #expect(try connected.withTransaction(select) == [0x90, 0x00])
    }

    @Test("a card that is pulled out and put back is removed all the same")
    func replaced() throws {
      let card = ScriptedCard(.t0)
      let next = ScriptedCard(.t0)
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      card.remove()
      try pcscd.wait("the removal to be seen") { try !context.readerStates()[0].hasCard }
      try pcscd.insert(next)
      let error = #expect(throws: ChannelError.self) {
        try connected.withTransaction(attempts: 3) { _ in }
      }
      #expect(error == .cardRemoved)
      #expect(next.commands.isEmpty)
    }

    @Test("a reset by another is an error, and reconnecting takes note of it")
    func reset() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      try PCSCContext().connect(reader: reader).disconnect(.reset)
      #expect(card.resets == 1)
      let error = #expect(throws: ChannelError.self) {
        try connected.withTransaction(select)
      }
      #expect(error == .cardReset)
      #expect(card.commands.isEmpty)
      try connected.reconnect()
      #expect(try connected.withTransaction(select) == [0x90, 0x00])
    }

    @Test("a reset by another before the transaction costs one attempt")
    func resetBefore() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      try PCSCContext().connect(reader: reader).disconnect(.reset)
      var runs = 0
      try connected.withTransaction(attempts: 2) { channel throws(ChannelError) in
        runs += 1
        _ = try channel.transmit(.select)
      }
      #expect(runs == 1)
      #expect(card.commands == [.select])
    }

    @Test("a body that meets a reset is run again from its beginning")
    func again() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      var runs = 0
      let result = try context.read(reader: reader) { channel throws(ChannelError) in
        runs += 1
        _ = try channel.transmit(.select)
        if runs < 3 { throw .cardReset }
        return runs
      }
      #expect(result == 3)
      #expect(card.commands == [.select, .select, .select])
    }

    @Test("attempts end", arguments: [1, 2, 5])
    func bounded(attempts: Int) throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      var runs = 0
      let error = failure(attempts: attempts) { _ throws(ChannelError) in
        runs += 1
        throw .cardReset
      }
      #expect(error == .cardReset)
      #expect(runs == attempts)
    }

    @Test("no other error is tried again")
    func once() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      var runs = 0
      let error = failure { _ throws(ChannelError) in
        runs += 1
        throw .interrupted
      }
      #expect(error == .interrupted)
      #expect(runs == 1)
    }

    @Test("a reset inside a transaction keeps the card, and others learn of it")
    func resetInside() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let other = try PCSCContext().connect(reader: reader)
      try context.read(reader: reader, attempts: 1) { channel throws(ChannelError) in
        _ = try channel.transmit(.select)
        try channel.reset()
        #expect(channel.transmissionProtocol == .t0)
        _ = try channel.transmit(.select)
      }
      #expect(card.resets == 1)
      #expect(card.commands.count == 2)
      let error = #expect(throws: PCSCError.self) { try other.status() }
      #expect(error == .resetCard)
    }

    @Test("the caller or the body says what happens to the card at the end")
    func disposition() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      try context.read(reader: reader, disposition: .reset) { _ in }
      #expect(card.resets == 1)
      try context.read(reader: reader) { $0.disposition = .reset }
      #expect(card.resets == 2)
      try context.read(reader: reader, disposition: .reset) { $0.disposition = .leave }
      #expect(card.resets == 2)
    }

    @Test("a connection survives its own resets")
    func ownResets() throws {
      let card = ScriptedCard(.t1)
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      for _ in 0..<3 {
        try connected.withTransaction(disposition: .reset) { channel throws(ChannelError) in
          _ = try channel.transmit(.select)
        }
        #expect(try connected.status().state.contains(.powered))
      }
      #expect(card.resets == 3)
      #expect(connected.transmissionProtocol == .t1)
    }

    @Test("another connection waits for the end of a transaction")
    func exclusion() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let log = Mutex<[String]>([])
      let done = DispatchSemaphore(value: 0)
      try context.read(reader: reader) { channel throws(ChannelError) in
        Thread.detachNewThread { [reader] in
          try? PCSCContext().read(reader: reader) { _ in log.withLock { $0.append("other") } }
          done.signal()
        }
        usleep(200_000)
        _ = try channel.transmit(.select)
        log.withLock { $0.append("first") }
      }
      done.wait()
      #expect(log.withLock { $0 } == ["first", "other"])
    }

    /// A body of one command.
    private func select(_ channel: PCSCTransaction) throws(ChannelError) -> [UInt8] {
      try channel.transmit(.select)
    }

    /// The error that reading ends with.
    private func failure<T>(
      attempts: Int = 3, _ body: (PCSCTransaction) throws(ChannelError) -> T
    ) -> ChannelError? {
      do throws(ChannelError) {
        _ = try context.read(reader: reader, attempts: attempts, body)
        return nil
      } catch {
        return error
      }
    }
  }
}
