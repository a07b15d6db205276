import FoundationEssentials
import Renewal
import Words

/// The hours of the day in which nothing is sent, on the person's own clock.
struct QuietHours: Decodable {
  /// Minutes since midnight.
  let from: Int
  let to: Int

  private enum CodingKeys: CodingKey, CaseIterable { case from, to }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    func minutes(_ key: CodingKeys) throws -> Int {
      let parts = try container.decode(String.self, forKey: key).split(
        separator: ":", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.count == 2 ? Int($0) : nil }
      guard parts.count == 2, let hours = numbers.first, let minutes = numbers.last,
        numbers.count == 2, (0...23).contains(hours), (0...59).contains(minutes)
      else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "no time of day, such as 22:00")
      }
      return hours * 60 + minutes
    }
    self.from = try minutes(.from)
    to = try minutes(.to)
    guard self.from != to else {
      throw DecodingError.dataCorruptedError(
        forKey: .to, in: container, debugDescription: "the same as from: no hour would be left")
    }
  }

  /// When they end; nil where a moment is not among them.
  func end(at now: Date, in zone: TimeZone) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let time = calendar.dateComponents([.hour, .minute], from: now)
    guard let hour = time.hour, let minute = time.minute else { return nil }
    let present = hour * 60 + minute
    let isQuiet =
      from < to ? (from..<to).contains(present) : present >= from || present < to
    guard isQuiet else { return nil }
    return calendar.nextDate(
      after: now, matching: DateComponents(hour: to / 60, minute: to % 60),
      matchingPolicy: .nextTime)
  }
}
