import CardState
import FoundationEssentials
import Words

/// The configuration's file as it is written: what a person has put there stays in it.
struct NotifyConfigurationFile {
  private let path: String
  private var members: [String: JSONValue] = [:]

  /// - Throws: A ``Problem`` where there is a file that can't be read or understood.
  init(_ path: String) throws {
    self.path = path
    guard let bytes = try OwnFile.contentsIfThere(path) else { return }
    // What is no configuration is not added to.
    _ = try NotifyConfiguration.decoded(from: bytes, of: path)
    let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    if case .object(let members)? = value { self.members = members }
  }

  /// Its text with a channel more, and what that means.
  func adding(_ channel: [String: JSONValue]) throws -> ([UInt8], NotifyConfiguration) {
    var members = members
    var channels: [JSONValue] = []
    if case .array(let known)? = members["channels"] { channels = known }
    members["channels"] = .array(channels + [.object(channel)])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(JSONValue.object(members))) + [0x0A]
    return (bytes, try NotifyConfiguration.decoded(from: bytes, of: path))
  }
}
