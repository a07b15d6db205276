import Card
import PCSC
import Testing

extension PCSCDTests {
  @Suite struct ServiceTests {
    let pcscd: PrivatePCSCD

    init() throws { pcscd = try PrivatePCSCD() }

    @Test("readers are listed in order")
    func readers() throws {
      #expect(try PCSCContext().readers() == PrivatePCSCD.readers)
      #expect(PCSCContext.libraryVersion.hasPrefix("1.") || PCSCContext.libraryVersion > "2")
    }

    @Test("without pcscd there is no context, and the error says so")
    func noService() {
      pcscd.stop()
      let error = #expect(throws: PCSCError.self) { try PCSCContext() }
      #expect(error == .noService)
      #expect(error?.code == .pcscNotRunning)
    }

    @Test("a pcscd that stops is told from one that never ran")
    func stops() throws {
      let context = try PCSCContext()
      pcscd.stop()
      let error = #expect(throws: PCSCError.self) { try context.readers() }
      #expect([.pcscNotRunning, .pcscConnectionLost].contains(error?.code))
    }

    @Test("states tell empty, present, mute and used readers apart")
    func states() throws {
      let card = ScriptedCard(.t0)
      let mute = ScriptedCard(.mute)
      let context = try PCSCContext()
      var states = try context.readerStates()
      #expect(states.map(\.name) == PrivatePCSCD.readers)
      #expect(!states[0].hasCard && !states[0].isInUse && states[0].isAvailable)

      try pcscd.insert(card)
      try pcscd.insert(mute, slot: 1)
      states = try context.readerStates()
      #expect(states[0].hasCard && !states[0].isMute && !states[0].isInUse)
      #expect(states[0].answerToReset == .t0)
      #expect(states[1].hasCard && states[1].isMute)
      #expect(states[1].answerToReset == [])

      let connected = try context.connect(reader: PrivatePCSCD.readers[0])
      #expect(try context.readerStates()[0].isInUse)
      #expect(try !context.readerStates()[0].isExclusive)
      try connected.disconnect()

      let exclusive = try context.connect(reader: PrivatePCSCD.readers[0], sharing: .exclusive)
      #expect(try context.readerStates()[0].isExclusive)
      try exclusive.disconnect()
      #expect(try !context.readerStates()[0].isInUse)
    }
  }
}
