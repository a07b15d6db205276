import Card
import CardState
import Testing

/// Messages as the document has them.
struct ShortMessageTests {
  private func message(_ hex: String) throws -> ShortMessage {
    ShortMessage(try #require(Message(try StoredMessage(record: bytes(hex)), record: 1)))
  }

  @Test func portsAndRelativeValidity() throws {
    let message = try message(SMSVectors.submitData)
    #expect(message.ports == ShortMessage.Ports(destination: 2948, originator: 9200))
    #expect(message.validity?.format == "relative")
    #expect(message.validity?.seconds == 86_400)
    #expect(message.validity?.isSingleShot == nil)
  }

  @Test func absoluteValidity() throws {
    let validity = try message(SMSVectors.submitAbsolute).validity
    #expect(validity?.format == "absolute")
    #expect(validity?.until == "2024-01-31T12:30:00+01:00")
    #expect(validity?.seconds == nil)
  }

  @Test func enhancedValidity() throws {
    let validity = try message(SMSVectors.submitEnhanced).validity
    #expect(validity?.format == "enhanced")
    #expect(validity?.seconds == 86_400)
    #expect(validity?.isSingleShot == false)
  }

  @Test(arguments: [SMSVectors.submit, SMSVectors.deliver, SMSVectors.report])
  func noneIsNone(hex: String) throws {
    let message = try message(hex)
    #expect(message.ports == nil)
    #expect(message.validity == nil)
  }
}
