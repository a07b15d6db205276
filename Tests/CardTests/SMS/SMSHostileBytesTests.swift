import Card
import Testing

/// Whatever a card says, reading it ends with a value or an error.
struct SMSHostileBytesTests {
  /// Reads a record in every way there is, and everything that is made of it.
  private func read(_ record: [UInt8]) {
    do throws(ParseError) {
      let stored = try StoredMessage(record: record)
      let again = MessageAssembly([(record: 1, message: stored), (record: 2, message: stored)])
      for message in again.messages {
        _ = (message.text, message.address.text, message.timeStamp?.rfc3339)
        _ = message.parts?.missing
      }
      for waiting in stored.tpdu?.messageWaiting ?? [] { _ = waiting.count }
    } catch {
      #expect((0...record.count).contains(error.offset))
    }
    do throws(ParseError) {
      let stored = try StoredStatusReport(record: record)
      _ = Message(stored, record: 1)?.text
    } catch {
      #expect((0...record.count).contains(error.offset))
    }
  }

  static let vectors = SMSVectors.records + SMSVectors.reports

  @Test(arguments: vectors) func everyPrefix(hex: String) {
    let record = bytes(hex)
    for count in 0...record.count { read(Array(record.prefix(count))) }
    for count in 0...record.count { read(Array(record.prefix(count)) + [0xFF, 0xFF, 0xFF]) }
  }

  @Test(arguments: vectors) func everyByteReplaced(hex: String) {
    let record = bytes(hex)
    for place in record.indices {
      for byte: UInt8 in [0x00, 0x01, 0x40, 0x7F, 0x80, 0xFE, 0xFF] {
        var changed = record
        changed[place] = byte
        read(changed)
      }
    }
  }

  @Test func noise() {
    // A linear congruential generator: the same noise on every run.
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for _ in 0..<5_000 {
      let noise = (0..<176).map { _ in next() }
      read(noise)
      // The beginning of a message, so that noise reaches its user data.
      let scheme = next()
      read(bytes("01 00 40 0581 0600F0 00") + [scheme] + noise)
    }
  }
}
