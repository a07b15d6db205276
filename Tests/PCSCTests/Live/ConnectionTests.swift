import Card
import PCSC
import Testing

extension PCSCDTests {
  @Suite struct ConnectionTests {
    let pcscd: PrivatePCSCD
    let context: PCSCContext
    let reader = PrivatePCSCD.readers[0]

    init() throws {
      pcscd = try PrivatePCSCD()
      context = try PCSCContext()
    }

    @Test(
      "a card is talked to in the protocol it offers",
      arguments: [([UInt8].t0, TransmissionProtocol.t0), (.t1, .t1)])
    func offered(answerToReset: [UInt8], active: TransmissionProtocol) throws {
      let card = ScriptedCard(answerToReset) { _ in .bytes([0x61, 0x1C]) }
      try pcscd.insert(card)
      var connected = try context.connect(reader: reader)
      #expect(connected.reader == reader)
      #expect(connected.transmissionProtocol == active)
      #expect(connected.answerToReset == answerToReset)
      let answer = try connected.withTransaction { channel throws(ChannelError) in
        #expect(channel.transmissionProtocol == active)
        #expect(channel.answerToReset == answerToReset)
        return try channel.transmit(.select)
      }
      #expect(answer == [0x61, 0x1C])
      #expect(card.commands == [.select])
    }

    @Test(
      "a card with both protocols is talked to in the one asked for",
      arguments: [
        TransmissionProtocol.t0, .t1,
      ])
    func asked(wanted: TransmissionProtocol) throws {
      let card = ScriptedCard(.t0AndT1)
      try pcscd.insert(card)
      let connected = try context.connect(reader: reader, protocols: [wanted])
      #expect(connected.transmissionProtocol == wanted)
    }

    @Test("a protocol that the card does not offer is a mismatch")
    func mismatch() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      #expect(
        failure { try context.connect(reader: reader, protocols: [.t1]) } == .protocolMismatch)
    }

    @Test("a reader without a card has none to connect to")
    func absent() {
      #expect(failure { try context.connect(reader: reader) } == .noSmartcard)
    }

    @Test("a reader that is not there is unknown")
    func unknown() {
      #expect(failure { try context.connect(reader: "Another") } == .unknownReader)
    }

    @Test("a mute card is called mute")
    func mute() throws {
      let card = ScriptedCard(.mute)
      try pcscd.insert(card)
      #expect(failure { try context.connect(reader: reader) } == .unresponsiveCard)
    }

    @Test("an exclusive connection and another exclude each other")
    func exclusive() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let shared = try context.connect(reader: reader)
      let second = failure { try context.connect(reader: reader, sharing: .exclusive) }
      #expect(second == .sharingViolation)
      try shared.disconnect()

      let alone = try context.connect(reader: reader, sharing: .exclusive)
      #expect(failure { try context.connect(reader: reader) } == .sharingViolation)
      try alone.disconnect()
    }

    @Test("a connection that is let go of is closed")
    func released() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      for _ in 0..<2 {
        let connected = try context.connect(reader: reader, sharing: .exclusive)
        #expect(try connected.status().state.contains(.present))
      }
      #expect(card.resets == 0)
    }

    @Test("a connection keeps its context")
    func keepsContext() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let connected = try PCSCContext().connect(reader: reader)
      #expect(try connected.status().reader == reader)
    }

    @Test("status says what is connected")
    func status() throws {
      let card = ScriptedCard(.t1)
      try pcscd.insert(card)
      let connected = try context.connect(reader: reader)
      let status = try connected.status()
      #expect(status.state.isSuperset(of: [.present, .powered]))
      #expect(status.transmissionProtocol == .t1)
      #expect(status.answerToReset == .t1)
      #expect(status.eventCount > 0)
    }

    @Test("a disposition is carried out", arguments: [(Disposition.leave, 0), (.reset, 1)])
    func disposition(disposition: Disposition, resets: Int) throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      try context.connect(reader: reader).disconnect(disposition)
      #expect(card.resets == resets)
    }

    @Test("the reader itself can be asked without a card")
    func direct() throws {
      var connected = try context.connect(reader: reader, sharing: .direct, protocols: [])
      #expect(connected.transmissionProtocol == nil)
      #expect(connected.answerToReset == [])
      #expect(try connected.status().state.contains(.absent))
      #expect(try connected.features() == [:])
      let error = #expect(throws: ChannelError.self) {
        try connected.withTransaction { channel throws(ChannelError) in
          try channel.transmit(.select)
        }
      }
      #expect(error?.code == .cardProtocolMismatch)
    }

    @Test("attributes are read, and what a reader does not know is unsupported")
    func attributes() throws {
      let card = ScriptedCard(.t0)
      try pcscd.insert(card)
      let connected = try context.connect(reader: reader)
      // The tag that this driver knows the answer to reset by.
      #expect(try connected.attribute(ReaderAttribute(rawValue: 0x0303)) == .t0)
      let unknown = #expect(throws: PCSCError.self) { try connected.attribute(.vendorName) }
      #expect(unknown == .unsupportedFeature)
    }

    /// The error of a connection that can't be made.
    private func failure(_ connect: () throws -> PCSCCard) -> PCSCError? {
      do { _ = try connect() } catch { return error as? PCSCError }
      return nil
    }
  }
}
