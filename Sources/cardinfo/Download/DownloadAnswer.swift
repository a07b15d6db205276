import Card
import CardState
import Provisioning
import Renewal
import Words

/// What a server has, and what became of it: for people and programs.
struct DownloadAnswer: TextualAnswer {
  var download: Download

  struct Download: Encodable {
    /// The server's address.
    var server: String
    /// What the server has; nil where it did not come to that.
    var profile: OfferedProfile?
    /// How far it came.
    var step: DownloadStep
    /// Whether the profile is on the card, and whether the code is used up.
    var isOnCard: Certainty
    var isCodeUsed: Certainty
    /// The profile's state on the card.
    var state: Profile.State?
    /// The line that it became.
    var line: String?
    /// How long its plan lasts, where that is known.
    var validity: Validity?
    /// The line whose place it took.
    var replaces: String?
    /// The renewal that failed with it.
    var failedRenewal: FailedRenewal?
    /// The three sentences.
    var sentences: [Words]

    /// How long a plan lasts.
    struct Validity: Encodable {
      var term: Period
      var from: Renewal.Validity.Start?
      /// Whether nobody said from when.
      var isStartAssumed: Bool
    }
  }

  /// What is said behind the three sentences.
  private var more: [Words] = []

  private enum CodingKeys: CodingKey { case download }

  init(_ download: Download) { self.download = download }

  /// Takes the line that the profile became.
  mutating func take(_ joined: InstalledLine.Joined?) {
    guard let joined else { return }
    download.line = joined.line.name
    download.replaces = joined.former
    download.validity = joined.line.validity.map {
      Download.Validity(term: $0.term, from: $0.start, isStartAssumed: joined.line.isStartAssumed)
    }
    more += joined.sentences
  }

  /// Takes the renewal that failed with the download.
  mutating func take(_ renewal: FailedRenewal?) {
    guard let renewal else { return }
    download.failedRenewal = renewal
    more.append(renewal.words)
  }

  /// A profile as its server describes it.
  struct OfferedProfile: Encodable, Equatable {
    var iccid: String?
    var name: String?
    var serviceProvider: String?
    var `class`: Profile.Class
    var policyRules: [String]?
    var owner: Profile.Owner?
    var iconBytes: Int?
    var needsConfirmationCode: Bool
    /// The line that the ledger has under its number.
    var knownLine: String?
  }

  /// What is so, what to do, and what became of the line.
  var allSentences: [Words] { download.sentences + more }

  func lines(colour: Bool) -> [String] {
    (download.profile?.lines(from: download.server, colour: colour) ?? [])
      + allSentences.flatMap { Terminal.wrapped($0.text, indent: 0) }
  }

  /// Without the profile's number.
  var redacted: DownloadAnswer {
    var answer = self
    answer.download.profile?.iccid = download.profile?.iccid.map {
      Masking.identifier($0, keeping: 6)
    }
    return answer
  }
}

extension DownloadAnswer.OfferedProfile {
  init(_ offer: DownloadSession.Offer, knownLine: String?) {
    let profile = offer.profile
    iccid = profile.iccid
    name = profile.name
    serviceProvider = profile.serviceProvider
    `class` = profile.class
    policyRules = profile.policyRules
    owner = profile.owner
    iconBytes = profile.icon?.data.map { $0.utf8.count / 2 }
    needsConfirmationCode = offer.needsConfirmationCode
    self.knownLine = knownLine
  }

  /// What will come, as a table.
  func lines(from server: String, colour: Bool) -> [String] {
    var table = Table()
    for (label, value) in facts(from: server) { table.add(label, value) }
    return table.lines(indent: 2, wraps: true, colour: colour)
  }

  /// What will come, as far as the server says.
  func facts(from server: String) -> [(label: Words, value: String)] {
    let rules = policyRules?.map(PolicyRule.words).map(\.text).joined(separator: ", ")
    let icon = iconBytes.map { Words($0, one: "\($0) byte", other: "\($0) bytes").text }
    let facts: [(Words, String?)] = [
      (Words("profile"), name), (Words("provider"), serviceProvider), (Words("ICCID"), iccid),
      (Words("class"), `class`.words.text), (Words("network"), owner?.plmn),
      (Words("rules"), rules), (Words("icon"), icon),
      (Words("confirmation code"), needsConfirmationCode ? Words("wanted").text : nil),
      (Words("line"), knownLine), (Words("from"), server),
    ]
    return facts.compactMap { label, value in
      value.flatMap { $0.isEmpty ? nil : (label, $0) }
    }
  }
}

/// What a profile's owner forbids, in words (SGP.22 §2.9.1).
private enum PolicyRule {
  static func words(_ rule: String) -> Words {
    switch rule {
    case "disableNotAllowed": Words("can't be disabled once it is enabled")
    case "deleteNotAllowed": Words("can't be deleted")
    case "updateControl": Words("its rules are the owner's to change")
    default: Words(verbatim: rule)
    }
  }
}
