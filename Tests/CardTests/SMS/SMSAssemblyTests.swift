import Card
import Testing

/// Parts of long messages and how they come together (3GPP TS 23.040 §9.2.3.24.1).
struct SMSAssemblyTests {
  /// A received part in UCS2, with a reference of eight or 16 bits.
  private func part(
    _ text: String, _ sequence: UInt8, of count: UInt8, reference: String = "2A",
    status: String = "01", from sender: String = "0581 0600F0", at time: String = "42101321030000"
  ) -> StoredMessage? {
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return part(units, sequence, count, reference, status, sender, time)
  }

  private func part(
    _ units: [UInt8], _ sequence: UInt8, _ count: UInt8, _ reference: String = "2A",
    _ status: String = "01", _ sender: String = "0581 0600F0", _ time: String = "42101321030000"
  ) -> StoredMessage? {
    let reference = bytes(reference)
    let element =
      [reference.count == 1 ? 0x00 : 0x08, UInt8(reference.count + 2)] + reference
      + [count, sequence]
    let body = [UInt8(element.count)] + element + units
    let hex = "\(status) 00 44 \(sender) 00 08 \(time)" + ([UInt8(body.count)] + body).hex
    return try? StoredMessage(record: bytes(hex))
  }

  private func assemble(_ parts: StoredMessage?...) -> [Message] {
    MessageAssembly(
      parts.enumerated().compactMap { index, part in
        part.map { (record: index + 1, message: $0) }
      }
    ).messages
  }

  @Test func joinsInOrder() {
    let messages = assemble(
      part("c", 3, of: 3, at: "42101321130000"), part("a", 1, of: 3), part("b", 2, of: 3))
    #expect(messages.map(\.text) == ["abc"])
    #expect(messages.map(\.records) == [[2, 3, 1]])
    #expect(messages.first?.parts?.have == [1, 2, 3])
    #expect(messages.first?.parts?.missing == [])
    #expect(messages.first?.timeStamp?.rfc3339 == "2024-01-31T12:30:00+00:00")
  }

  @Test func saysWhatIsMissing() {
    let messages = assemble(part("d", 4, of: 5), part("b", 2, of: 5))
    #expect(messages.map(\.text) == ["bd"])
    #expect(messages.first?.parts?.have == [2, 4])
    #expect(messages.first?.parts?.count == 5)
    #expect(messages.first?.parts?.missing == [1, 3, 5])
    #expect(assemble(part("b", 2, of: 2)).first?.parts?.missing == [1])
  }

  @Test func keepsApartWhatDoesNotBelongTogether() {
    #expect(assemble(part("a", 1, of: 2), part("b", 2, of: 2, reference: "2B")).count == 2)
    #expect(assemble(part("a", 1, of: 2), part("b", 2, of: 3)).count == 2)
    #expect(assemble(part("a", 1, of: 2), part("b", 2, of: 2, from: "0581 0600F1")).count == 2)
    #expect(assemble(part("a", 1, of: 2), part("b", 2, of: 2, status: "00")).count == 2)
    #expect(
      assemble(part("a", 1, of: 2), part("b", 2, of: 2, at: "42203021030000")).count == 2)
  }

  @Test func aPartThatIsThereBeginsAnotherMessage() {
    let messages = assemble(
      part("a", 1, of: 2), part("A", 1, of: 2), part("b", 2, of: 2), part("B", 2, of: 2))
    #expect(messages.map(\.text) == ["ab", "AB"])
    #expect(messages.map(\.records) == [[1, 3], [2, 4]])
  }

  @Test func referencesOf16Bits() {
    let messages = assemble(
      part("b", 2, of: 2, reference: "012A"), part("x", 1, of: 2, reference: "022A"),
      part("a", 1, of: 2, reference: "012A"))
    #expect(messages.map(\.text) == ["ab", "x"])
  }

  @Test func anUnreadPartMakesTheMessageUnread() {
    let messages = assemble(part("a", 1, of: 2), part("b", 2, of: 2, status: "03"))
    #expect(messages.map(\.status) == [.unread])
    #expect(messages.map(\.text) == ["ab"])
  }

  @Test func aPairOfSurrogatesMayBeCutInTwo() {
    let messages = assemble(part(bytes("0041D83D"), 1, 2), part(bytes("DE000042"), 2, 2))
    #expect(messages.map(\.text) == ["A😀B"])
  }

  @Test func wholeMessagesAndBlankRecordsPassThrough() throws {
    let deliver = try StoredMessage(record: bytes(SMSVectors.deliver))
    let blank = try StoredMessage(record: bytes("00FFFFFF"))
    let messages = assemble(deliver, blank, deliver)
    #expect(messages.map(\.text) == ["hellohello", "hellohello"])
    #expect(messages.map(\.records) == [[1], [3]])
    #expect(messages.allSatisfy { $0.parts == nil })
  }

  @Test func dataIsJoinedToo() {
    let parts = ["01", "02"].map { sequence -> StoredMessage? in
      let hex =
        "01 00 44 0581 0600F0 00 04 42101321030000 08 05 0003 2A 02 \(sequence) CA\(sequence)"
      return try? StoredMessage(record: bytes(hex))
    }
    let messages = assemble(parts.last ?? nil, parts.first ?? nil)
    #expect(messages.map(\.data) == ["CA01CA02"])
    #expect(messages.map(\.text) == [nil])
  }
}
