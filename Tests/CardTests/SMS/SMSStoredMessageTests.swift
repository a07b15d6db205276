import Card
import Testing

/// Records of EF.SMS and EF.SMSR (3GPP TS 31.102 §4.2.25 and §4.2.32).
struct SMSStoredMessageTests {
  private func stored(_ hex: String) throws -> StoredMessage {
    try StoredMessage(record: bytes(hex))
  }

  @Test(
    arguments: [
      (0x00, .free, nil), (0x02, .free, nil), (0x04, .free, nil), (0x01, .read, nil),
      (0x03, .unread, nil), (0x07, .toBeSent, nil), (0x05, .sent, .notRequested),
      (0x0D, .sent, .pending), (0x15, .sent, .received), (0x1D, .sent, .stored),
      (0xE1, .read, nil), (0xFF, .free, nil),
    ] as [(UInt8, StoredMessage.Status, StoredMessage.ReportStatus?)])
  func statusByte(
    byte: UInt8, status: StoredMessage.Status, report: StoredMessage.ReportStatus?
  ) throws {
    let blank = try StoredMessage(record: [byte] + [UInt8](repeating: 0xFF, count: 175))
    #expect(blank.status == status)
    #expect(blank.reportStatus == report)
    #expect(blank.tpdu == nil)
  }

  @Test func deliver() throws {
    let stored = try stored(SMSVectors.deliver)
    #expect(stored.serviceCentre?.text == "+447785016005")
    let message = try #require(Message(stored, record: 1))
    #expect(message.direction == .received)
    #expect(message.status == .read)
    #expect(message.address.text == "+447700900012")
    #expect(message.timeStamp?.rfc3339 == "2024-01-31T12:30:00+01:00")
    #expect(message.text == "hellohello")
    #expect(message.data == nil)
    #expect(message.parts == nil)
    #expect(message.protocolIdentifier == .plain)
  }

  @Test func ucs2WithHalfAUnitAtTheEnd() throws {
    let message = try #require(Message(try stored(SMSVectors.ucs2), record: 1))
    #expect(message.address.text == "giffgaff")
    #expect(message.text == "é😀")
    #expect(message.messageClass == .mobileEquipment)
    #expect(message.status == .unread)
    #expect(message.timeStamp?.quarterHours == -24)
    #expect(!message.isTruncated)
  }

  @Test(
    arguments: [
      (SMSVectors.submit, nil), (SMSVectors.submitData, .relative(minutes: 24 * 60)),
      (SMSVectors.submitAbsolute, .absolute(ServiceCentreTimeStamp(bytes("42101321030040")))),
      (SMSVectors.submitEnhanced, .enhanced([0x01, 0xA7, 0, 0, 0, 0, 0])),
    ] as [(String, ValidityPeriod?)])
  func submit(hex: String, validity: ValidityPeriod?) throws {
    let stored = try stored(hex)
    guard case .submit(let submit)? = stored.tpdu else {
      Issue.record("not an SMS-SUBMIT")
      return
    }
    #expect(submit.validityPeriod == validity)
    #expect(submit.destinationAddress.text == "60000")
    let message = try #require(Message(stored, record: 1))
    #expect(message.direction == .sent)
    #expect(message.timeStamp == nil)
    #expect(message.text == (hex == SMSVectors.submitData ? nil : "hi"))
  }

  @Test func submitWithDataAndPorts() throws {
    let stored = try stored(SMSVectors.submitData)
    let message = try #require(Message(stored, record: 1))
    #expect(message.data == "CAFE")
    #expect(message.ports?.destination == 2948)
    #expect(message.ports?.originator == 9200)
    #expect(message.reportStatus == .stored)
    #expect(message.messageClass == .mobileEquipment)
  }

  @Test func waiting() throws {
    let message = try #require(Message(try stored(SMSVectors.waiting), record: 1))
    #expect(message.text == "")
    #expect(
      message.messageWaiting
        == [MessageWaitingIndication(kind: .voice, isActive: true, isStored: true, count: 2)])
  }

  @Test func turkish() throws {
    #expect(Message(try stored(SMSVectors.turkish), record: 1)?.text == "ğĞ")
  }

  @Test func aFreeRecordKeepsWhatIsLeftOfItsMessage() throws {
    let stored = try stored("00" + SMSVectors.deliver.dropFirst(2))
    #expect(stored.status == .free)
    #expect(stored.tpdu?.userData?.text == "hellohello")
    #expect(try self.stored("00" + String(repeating: "00", count: 175)).tpdu == nil)
  }

  @Test func aStatusReportMayStandInEFSMS() throws {
    let message = try #require(Message(try stored(SMSVectors.report), record: 1))
    #expect(message.direction == .statusReport)
    #expect(message.deliveryStatus == .received)
    #expect(message.text == nil)
  }

  @Test func bytesThatAreNoDateAreKept() throws {
    guard case .deliver(let deliver)? = try stored(SMSVectors.empty).tpdu else {
      Issue.record("not an SMS-DELIVER")
      return
    }
    #expect(deliver.timeStamp == nil)
    #expect(deliver.timeStampBytes.hex == "FFFFFFFFFFFFFF")
  }

  /// A service centre of 20 digits and a TPDU of 164 bytes are one byte too many for 176.
  @Test func theLastByteOfTheLongestMessageMayBeMissing() throws {
    let centre = "0B 91 00112233445566778899"
    let tpdu = "19 FF 1491 00112233445566778899 00 08 42101321030040 8C"
    let record = bytes("01" + centre + tpdu + String(repeating: "0416", count: 70))
    #expect(record.count == 177)
    let message = try #require(
      Message(try StoredMessage(record: Array(record.dropLast())), record: 1))
    #expect(message.text == String(repeating: "Ж", count: 69))
    #expect(message.isTruncated)
  }

  @Test(
    arguments: [
      (SMSVectors.reports[0], .completed, nil, nil), (SMSVectors.reports[1], .failed, "hi", 0x00),
      // Bit 7 announces another indicator; this one has no data coding scheme.
      (SMSVectors.reports[2], .trying, "hi", 0x40), (SMSVectors.reports[3], .completed, nil, nil),
    ] as [(String, DeliveryStatus.Outcome?, String?, UInt8?)])
  func statusReport(
    hex: String, outcome: DeliveryStatus.Outcome?, text: String?, identifier: UInt8?
  ) throws {
    let stored = try StoredStatusReport(record: bytes(hex))
    #expect(stored.messageRecord == 5)
    let report = try #require(stored.report)
    #expect(report.messageReference == 0x2A)
    #expect(report.recipientAddress.text == "+447700900012")
    #expect(report.timeStamp?.rfc3339 == "2024-01-31T12:30:00+01:00")
    #expect(report.dischargeTime?.rfc3339 == "2024-01-31T12:31:00+01:00")
    #expect(report.deliveryStatus.outcome == outcome)
    #expect(report.userData?.text == text)
    #expect(report.protocolIdentifier?.rawValue == identifier)
    #expect(Message(stored, record: 1)?.status == nil)
  }

  @Test func thePaddingIsNoParameterIndicator() throws {
    var reader = reader(String(SMSVectors.report.dropFirst("01 00 ".count)))
    _ = try TPDU(parsing: &reader)
    #expect(reader.count == 4)
  }

  @Test func blankStatusReports() throws {
    for hex in ["00" + String(repeating: "FF", count: 29), String(repeating: "FF", count: 30)] {
      let stored = try StoredStatusReport(record: bytes(hex))
      #expect(stored.messageRecord == nil)
      #expect(stored.report == nil)
    }
    #expect(throws: ParseError.self) {
      try StoredStatusReport(record: bytes("05 04 0581 0600F0 00 00 42101321030040 02 E834"))
    }
  }

  @Test(arguments: [
    "", "01 00 04", "01 07 91", "01 FF 91 00", "01 00 04 0C 91", "01 00 04 FF 91 00",
  ])
  func refuses(hex: String) {
    #expect(throws: ParseError.self) { try StoredMessage(record: bytes(hex)) }
  }
}
