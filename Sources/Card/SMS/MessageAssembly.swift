/// Joins the parts of long messages, and says which are missing.
///
/// Parts belong together when they go the same way, between the same ends, and have the same
/// reference and count (3GPP TS 23.040 §9.2.3.24.1). References repeat, so a part that is there
/// already, or that the service centre got more than a day apart from the others, begins a message
/// of its own; and what is left of a deleted message does not mix with one that is stored.
public struct MessageAssembly: Sendable {
  private var groups: [Group] = []

  /// Nothing yet.
  public init() {}

  /// Takes in the messages of EF.SMS, by the number of their record. Blank records hold none.
  public init(_ records: some Sequence<(record: Int, message: StoredMessage)>) {
    for (record, message) in records { add(message, record: record) }
  }

  /// Takes in the message of one record.
  public mutating func add(_ stored: StoredMessage, record: Int) {
    guard let message = Message(stored, record: record), let tpdu = stored.tpdu else { return }
    let part = Part(message: message, userData: tpdu.userData)
    if let home = groups.firstIndex(where: { $0.lacks(part) }) {
      groups[home].parts.append(part)
    } else {
      groups.append(Group(parts: [part]))
    }
  }

  /// The messages so far, in the order of their first record.
  public var messages: [Message] { groups.compactMap(\.message) }
}

/// What a record holds.
private struct Part: Sendable {
  var message: Message
  var userData: UserData?

  var concatenation: UserDataHeader.Concatenation? { userData?.header?.concatenation }
  var sequence: Int { concatenation?.sequence ?? 1 }

  /// Whether both are of one message, as far as each says.
  func belongs(with other: Part) -> Bool {
    guard let concatenation, let others = other.concatenation else { return false }
    return concatenation.reference == others.reference && concatenation.count == others.count
      && message.direction == other.message.direction && message.address == other.message.address
      && (message.status == .free) == (other.message.status == .free)
      && isNear(other)
  }

  private func isNear(_ other: Part) -> Bool {
    guard let time = message.timeStamp, let others = other.message.timeStamp else { return true }
    return abs(time.secondsSince1970 - others.secondsSince1970) <= 24 * 60 * 60
  }
}

/// The parts of one message, as far as they are there.
private struct Group: Sendable {
  var parts: [Part]

  /// Whether `part` is of this message and not there yet.
  func lacks(_ part: Part) -> Bool {
    parts.allSatisfy { $0.belongs(with: part) && $0.sequence != part.sequence }
  }

  var message: Message? {
    let parts = parts.sorted { $0.sequence < $1.sequence }
    guard var message = parts.first?.message else { return nil }
    guard parts.count > 1 else { return message }
    message.timeStamp = parts.compactMap(\.message.timeStamp).min()
    message.text = UserData.text(joining: parts.compactMap(\.userData))
    let data = parts.compactMap(\.message.data)
    message.data = data.isEmpty ? nil : data.joined()
    if parts.contains(where: { $0.message.status == .unread }) { message.status = .unread }
    message.messageWaiting = parts.flatMap(\.message.messageWaiting)
    message.parts?.have = parts.map(\.sequence)
    message.isTruncated = parts.contains { $0.message.isTruncated }
    message.records = parts.flatMap(\.message.records)
    return message
  }
}
