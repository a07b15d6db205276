import FoundationEssentials
import Glibc
import Provisioning
import Words

/// What is kept of a download that has not come to its end, so that it can be told later what became of
/// it, after a power cut too: no code, no number of a card or profile. Readable by its owner alone.
struct DownloadJournal: Codable {
  /// Names the attempt.
  let id: String
  /// When it began, and when it was last written.
  let begunAt: Date
  var writtenAt: Date
  /// The server's address.
  let server: String
  /// Whether there was an activation code; nil where that was not noted.
  let hasCode: Bool?
  /// What tells the eUICC and the profile from others, and does not give their numbers.
  let salt: String
  let card: String
  var profile: String?
  /// How far it has come.
  var step: DownloadStep
  /// The transaction, as hexadecimal.
  var transaction: String?
  /// What the card signed when it cancelled the session, and the server does not know of yet.
  var cancellation: Cancellation?

  /// A cancellation that is to be sent.
  struct Cancellation: Codable {
    /// The server's name of the session.
    var session: String
    /// The card's answer.
    var answer: [UInt8]
    /// Whether the server keeps the order when it is told.
    var keepsOrder: Bool
  }

  /// A new attempt.
  init(server: String, hasCode: Bool, eid: String, at now: Date) {
    id = UUID().uuidString.lowercased()
    begunAt = now
    writtenAt = now
    self.server = server
    self.hasCode = hasCode
    salt = UUID().uuidString
    card = CardMark.of(eid, salt: salt)
    step = .begun
  }

  /// Whether an eUICC is the one that the attempt was for.
  func isFor(eid: String) -> Bool { card == CardMark.of(eid, salt: salt) }

  /// Whether a profile is the one that the server had. Nil where that was not yet known.
  func isFor(iccid: String) -> Bool? { profile.map { $0 == CardMark.of(iccid, salt: salt) } }

  /// Notes which profile the server has.
  mutating func note(iccid: String?) {
    profile = iccid.map { CardMark.of($0, salt: salt) }
  }
}

/// The journals of a person, a file each.
struct DownloadJournals {
  private let directory: String

  init(in directory: String = XDG.data) { self.directory = directory + "/downloads" }

  /// Writes a journal, so that there is never half of one.
  func write(_ journal: DownloadJournal) throws {
    try PrivateDirectory.make(directory)
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var journal = journal
    journal.writtenAt = Date()
    try PrivateFile.replace(path(journal), with: Array(try encoder.encode(journal)) + [0x0A])
  }

  /// Takes a journal away: all is known.
  func remove(_ journal: DownloadJournal) { unlink(path(journal)) }

  /// All that are there, the latest first.
  ///
  /// - Throws: Where one of them, or the list, can't be read: what became of that download is not known.
  func all() throws -> [DownloadJournal] {
    guard let stream = opendir(directory) else {
      if errno == ENOENT { return [] }
      throw SystemFailure.unreadable(directory)
    }
    defer { closedir(stream) }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    var journals: [DownloadJournal] = []
    while let entry = readdir(stream), journals.count < 1_000 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(".json") else { continue }
      let path = "\(directory)/\(name)"
      let bytes = try InputFile.contents(of: path, atMost: 0x1_0000)
      guard let journal = try? decoder.decode(DownloadJournal.self, from: Data(bytes)) else {
        throw SystemFailure(
          .fileUnreadable, Words("\(path) is no record of a download that can be understood"),
          nextStep: Words("cardinfo profiles shows what is on the card; then remove the file"))
      }
      journals.append(journal)
    }
    return journals.sorted { $0.writtenAt > $1.writtenAt }
  }

  private func path(_ journal: DownloadJournal) -> String { "\(directory)/\(journal.id).json" }
}
