import CardState
import FoundationEssentials
import Renewal
import Words

/// What is sent over a channel at once.
struct NoticeMessage {
  private(set) var announcements: [Announcement]
  /// Whether the channel's owner allows numbers in it.
  var hasIdentifiers = false

  /// Bytes of text that every channel takes: WeCom's robots take 2048.
  private static let longestText = 1_800

  /// One line of it.
  private func line(_ announcement: Announcement) -> String {
    let duty = announcement.duty
    var text = "\(name(of: duty)): \(duty.sentence.text)"
    if hasIdentifiers, let line = duty.line {
      let numbers = line.numbers + [line.iccid].compactMap { $0 }
      if !numbers.isEmpty { text += " (\(numbers.joined(separator: ", ")))" }
    }
    return Terminal.cut(Terminal.clean(text), to: 160)
  }

  private func name(of duty: OpenDuty) -> String {
    guard hasIdentifiers, let line = duty.line else { return duty.name }
    return Terminal.clean(line.name)
  }

  /// One that only shows that the channel works.
  static let test = NoticeMessage(announcements: [])

  /// What it is about.
  var title: String {
    if announcements.isEmpty { return Words("cardinfo: a test message").text }
    guard announcements.count == 1, let duty = announcements.first?.duty else {
      return Words(
        announcements.count, one: "SIM lines: \(announcements.count) thing to do",
        other: "SIM lines: \(announcements.count) things to do"
      ).text
    }
    return Terminal.cut(Terminal.clean("\(name(of: duty)): \(duty.what.text)"), to: 80)
  }

  /// A line for each thing to do.
  var text: String {
    announcements.isEmpty
      ? Words("This channel works: what has to be done about SIM lines will be told of here.").text
      : announcements.map(line).joined(separator: "\n")
  }

  /// The weightiest of it.
  var severity: Severity {
    announcements.contains { $0.severity == .critical } ? .critical : .warning
  }

  /// As many messages as it takes for each to be short enough.
  static func messages(
    _ announcements: [Announcement], hasIdentifiers: Bool
  ) -> [NoticeMessage] {
    var messages: [NoticeMessage] = []
    var length = 0
    for announcement in announcements {
      let next = NoticeMessage(announcements: [announcement], hasIdentifiers: hasIdentifiers)
      let bytes = next.text.utf8.count
      if let last = messages.indices.last, length + 1 + bytes <= longestText {
        messages[last].announcements.append(announcement)
        length += 1 + bytes
      } else {
        messages.append(next)
        length = bytes
      }
    }
    return messages
  }
}

extension NoticeMessage: Encodable {
  private enum CodingKeys: CodingKey {
    case schema, schemaVersion, title, text, severity, notices
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(DocumentKind.notice.name, forKey: .schema)
    try container.encode(DocumentKind.notice.version, forKey: .schemaVersion)
    try container.encode(title, forKey: .title)
    try container.encode(text, forKey: .text)
    try container.encode(severity, forKey: .severity)
    try container.encode(announcements.map { row($0) }, forKey: .notices)
  }

  /// It as JSON in one line.
  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self))
    }
  }

  /// One notice, for programs.
  struct Row: Encodable {
    let id: String
    let name: String
    let duty: String
    let clock: String?
    let deadline: CalendarDay?
    let actBy: CalendarDay
    let daysLeft: Int
    /// Days; absent where it is not for a threshold that it is told of.
    let threshold: Int?
    let severity: Severity
    let sentence: String
    let mayBeRepeated: Bool?
    let numbers: [String]?
    let iccid: String?
  }

  func row(_ announcement: Announcement) -> Row {
    let duty = announcement.duty
    return Row(
      id: announcement.id, name: name(of: duty), duty: duty.word,
      clock: duty.clock.map { Masking.numbers(in: $0) }, deadline: duty.deadline,
      actBy: duty.actBy, daysLeft: duty.daysLeft,
      threshold: (0..<Announcement.atOnce).contains(announcement.threshold)
        ? announcement.threshold : nil,
      severity: announcement.severity, sentence: duty.sentence.text,
      mayBeRepeated: announcement.mayBeRepeated ? true : nil,
      numbers: hasIdentifiers ? duty.line?.numbers : nil,
      iccid: hasIdentifiers ? duty.line?.iccid : nil)
  }
}
