import Card
import Testing

/// The messages that the Android Open Source Project publishes, against what it expects of them.
struct SMSAndroidTests {
  private func stored(_ hex: String) throws -> StoredMessage {
    try StoredMessage(record: [0x01] + bytes(hex))
  }

  @Test(arguments: AndroidMessages.texts) func texts(vector: AndroidMessages.Vector) throws {
    let message = try #require(Message(try stored(vector.hex), record: 1))
    if let centre = vector.serviceCentre { #expect(message.serviceCentre?.text == centre) }
    if let address = vector.address { #expect(message.address.text == address) }
    if let text = vector.text { #expect(message.text == text) }
    #expect(!message.isTruncated)
  }

  @Test func instant() throws {
    let hex = "07916164260220F0040B914151245584F600006060605130308A04D4F29C0E"
    let message = try #require(Message(try stored(hex), record: 1))
    #expect(message.timeStamp?.secondsSince1970 == 1_149_631_383)
    #expect(message.protocolIdentifier?.rawValue == 0)
    #expect(message.messageClass == nil)
  }

  @Test func parts() throws {
    let records = try AndroidMessages.parts.enumerated().map {
      (record: $0.offset + 1, message: try stored($0.element.hex))
    }
    #expect(records.map(\.message.tpdu?.userData?.text) == AndroidMessages.parts.map(\.text))
    let messages = MessageAssembly(records.reversed()).messages
    #expect(messages.map(\.text) == [AndroidMessages.parts.compactMap(\.text).joined()])
    #expect(messages.map(\.records) == [[1, 2]])
    #expect(messages.allSatisfy { !$0.isTruncated })
  }

  @Test func portsAndParts() throws {
    for vector in AndroidMessages.ported {
      let userData = try #require(try stored(vector.hex).tpdu?.userData)
      #expect(!userData.isTruncated)
      let header = try #require(userData.header)
      #expect(header.concatenation?.reference == vector.reference)
      #expect(header.concatenation?.sequence == vector.sequence)
      #expect(header.concatenation?.count == 2)
      #expect(header.ports?.destination == 2948)
      #expect(header.ports?.originator == 9200)
    }
  }

  @Test(arguments: AndroidMessages.voiceMail) func voiceMail(hex: String, isActive: Bool) throws {
    let tpdu = try #require(try stored(hex).tpdu)
    #expect(tpdu.messageWaiting.map(\.kind) == [.voice])
    #expect(tpdu.messageWaiting.map(\.isActive) == [isActive])
    #expect(tpdu.messageWaiting.map(\.isStored) == [false])
    #expect(tpdu.dataCodingScheme?.messageWaiting?.isActive == isActive)
  }

  @Test(arguments: AndroidMessages.mail) func mail(hex: String, from: String, body: String) throws {
    let userData = try #require(try stored(hex).tpdu?.userData)
    #expect(!userData.isTruncated)
    let text = try #require(userData.text)
    #expect(text.hasPrefix(from))
    #expect(text.hasSuffix(body))
  }

  @Test func record() throws {
    let stored = try StoredMessage(record: bytes(AndroidMessages.record))
    #expect(stored.status == .unread)
    #expect(stored.tpdu?.userData?.text?.isEmpty == false)
  }

  /// The tables that `GsmSmsTest` has of its own, with `@` for the escape.
  @Test(
    arguments: [
      (
        0,
        """
        @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ@ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ\
        ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
        """
      ),
      (
        1,
        """
        @£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ@ŞşßÉ !"#¤%&'()*+,-./0123456789:;<=>?İABCDEFGHIJKLMNOPQRSTUVWXYZ\
        ÄÖÑÜ§çabcdefghijklmnopqrstuvwxyzäöñüà
        """
      ),
      (
        3,
        """
        @£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|@ÂâÊÉ !"#º%&'()*+,-./0123456789:;<=>?ÍABCDEFGHIJKLMNOPQRSTUVWXYZ\
        ÃÕÚÜ§~abcdefghijklmnopqrstuvwxyzãõ`üà
        """
      ),
    ] as [(UInt8, String)])
  func tables(language: UInt8, text: String) {
    let codes = (UInt8(0)...0x7F).map { $0 == 0x1B ? 0x00 : $0 }
    let septets = GSMAlphabet.unpack(pack(codes), count: 128)
    #expect(GSMAlphabet.text(septets, locking: .init(rawValue: language)) == text)
  }

  @Test(
    arguments: [
      (0, "0A 14 28 29 2F 3C 3D 3E 40 65", "\u{0C}^{}\\[~]|€"),
      (1, "0A 14 28 29 2F 3C 3D 3E 40 47 49 53 63 65 67 69 73", "\u{0C}^{}\\[~]|ĞİŞç€ğış"),
      (
        2, "09 0A 14 28 29 2F 3C 3D 3E 40 41 49 4F 55 61 65 69 6F 75",
        "ç\u{0C}^{}\\[~]|ÁÍÓÚá€íóú"
      ),
      (
        3,
        """
        05 09 0A 0B 0C 0E 0F 12 13 14 15 16 17 18 19 1F 28 29 2F 3C 3D 3E 40 41 49 4F 55 5B 5C 61
        65 69 6F 75 7B 7C 7F
        """, "êç\u{0C}ÔôÁáΦΓ^ΩΠΨΣΘÊ{}\\[~]|ÀÍÓÚÃÕÂ€íóúãõâ"
      ),
    ] as [(UInt8, String, String)])
  func extensions(language: UInt8, codes: String, text: String) {
    let septets = bytes(codes).flatMap { code -> [UInt8] in [0x1B, code] }
    #expect(GSMAlphabet.text(septets, single: .init(rawValue: language)) == text)
  }
}
