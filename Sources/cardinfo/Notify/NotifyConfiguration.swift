import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// Where notices go and when: the file that a person writes.
struct NotifyConfiguration: Decodable {
  var channels: [ConfiguredChannel]
  /// Days before the last one on which people are told who set none for a line.
  var thresholds = Announcement.usualDays
  var quietHours: QuietHours?
  var digest: Digest?

  /// How seldom a channel is used.
  enum Digest: String, Decodable, CaseIterable {
    /// Once a day.
    case daily
  }

  private enum CodingKeys: CodingKey, CaseIterable { case channels, thresholds, quietHours, digest }

  /// Without a file: to standard output.
  init() {
    channels = [ConfiguredChannel(name: "stdout", kind: .stdout)]
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    channels = try container.decode([ConfiguredChannel].self, forKey: .channels)
    quietHours = try container.decodeIfPresent(QuietHours.self, forKey: .quietHours)
    if let text = try container.decodeIfPresent(String.self, forKey: .digest) {
      guard let digest = Digest(rawValue: text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .digest, in: container,
          debugDescription: "one of: \(Digest.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      self.digest = digest
    }
    if let days = try container.decodeIfPresent([Int].self, forKey: .thresholds) {
      guard !days.isEmpty, days.allSatisfy({ (0...3_650).contains($0) }) else {
        throw DecodingError.dataCorruptedError(
          forKey: .thresholds, in: container, debugDescription: "days, 0 to 3650")
      }
      thresholds = days
    }
    guard !channels.isEmpty, Set(channels.map(\.name)).count == channels.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .channels, in: container, debugDescription: "one at least, each with its own name")
    }
  }

  /// Where it is, unless somebody says otherwise.
  static var usualPath: String { "\(XDG.config)/notify.json" }

  /// Reads a file; nil where there is none.
  ///
  /// - Throws: A ``Problem``: what can be read by others is refused. None says what stands in the file.
  static func read(_ path: String) throws -> NotifyConfiguration? {
    try OwnFile.contentsIfThere(path).map { try decoded(from: $0, of: path) }
  }

  /// What stands in a file.
  static func decoded(from bytes: [UInt8], of path: String) throws -> NotifyConfiguration {
    let decoder = JSONDecoder()
    if let refusesUnknownMembers { decoder.userInfo[refusesUnknownMembers] = true }
    do {
      return try decoder.decode(NotifyConfiguration.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Problem(
        .badNotifyConfiguration, Words("\(path): \(error.place)"),
        nextStep: Words("\(Manual.page("notify")) says what stands in it"))
    }
  }
}

extension DecodingError {
  /// Where it is wrong and how, without what stands there.
  fileprivate var place: Words {
    func at(_ path: [any CodingKey], _ what: Words) -> Words {
      let place = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
      return place.isEmpty ? what : Words("\(String(place.trimmingPrefix("."))): \(what)")
    }
    switch self {
    case .keyNotFound(let key, let context):
      return at(context.codingPath + [key], Words("is missing"))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return at(context.codingPath, Words("has another form than it should"))
    case .dataCorrupted(let context) where context.underlyingError != nil:
      return Words("is not JSON")
    case .dataCorrupted(let context):
      return at(context.codingPath, Words(verbatim: context.debugDescription))
    @unknown default: return Words("is not JSON")
    }
  }
}
