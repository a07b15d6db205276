import ArgumentParser
import Card

/// `cardinfo decode sms`.
struct DecodeSMS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sms",
    abstract: "A short message as EF.SMS holds it: status, service centre, TPDU.")

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let stored = try options.parse { reader throws(ParseError) in
      try StoredMessage(parsing: &reader)
    }
    guard let message = Message(stored, record: 1) else {
      throw options.fail("the record is blank")
    }
    try Answer(message).report(asJSON: options.json)
  }

  struct Answer: TextualAnswer {
    var direction: String
    var status: String?
    var address: String
    var serviceCentre: String?
    var sentAt: String?
    var text: String?
    var data: String?

    init(_ message: Message) {
      direction = message.direction.rawValue
      status = message.status?.rawValue
      address = message.address.text
      serviceCentre = message.serviceCentre?.text
      sentAt = message.timeStamp?.rfc3339
      text = message.text
      data = message.data
    }

    var table: Table {
      var table = Table()
      table.add("direction", direction)
      table.add("status", status)
      table.add("address", address)
      table.add("centre", serviceCentre)
      table.add("sent", sentAt)
      table.add("text", text)
      table.add("data", data)
      return table
    }
  }
}
