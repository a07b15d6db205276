import ArgumentParser
import Card
import CardState
import Words

/// `cardinfo decode sms`.
struct DecodeSMS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sms",
    abstract: Words("A short message as EF.SMS holds it: status, service centre, TPDU."))

  @OptionGroup var options: DecodeOptions

  func run() throws {
    let stored = try options.parse { reader throws(ParseError) in
      try StoredMessage(parsing: &reader)
    }
    guard let message = Message(stored, record: 1) else {
      throw Problem.malformed(Words("the record is blank"))
    }
    try Answer(message).report(asJSON: options.answer.json)
  }

  struct Answer: TabularAnswer {
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
      table.add(Words("direction"), ShortMessage.words(direction))
      table.add(Words("status"), status.map(ShortMessage.words))
      table.add(Words("address"), address)
      table.add(Words("centre"), serviceCentre)
      table.add(Words("sent at"), sentAt)
      table.add(Words("text"), text)
      table.add(Words("data", context: "contents of a message"), data)
      return table
    }
  }
}
