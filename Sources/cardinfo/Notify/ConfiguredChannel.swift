import CardState
import FoundationEssentials
import Renewal
import Words

/// A place where notices go, as it is configured.
struct ConfiguredChannel: Decodable {
  /// What it is called here, and in the ledger.
  let name: String
  let kind: Kind
  /// Whether numbers and ICCIDs may go there.
  var identifiers = false
  /// Whether it may be called without TLS beyond this machine.
  var plainHTTP = false
  /// Further roots to trust (PEM).
  var ca: String?
  /// What its kind needs: addresses, keys, tokens.
  var settings: [String: ConfiguredText] = [:]
  var headers: [String: ConfiguredText] = [:]
  /// What is sent in place of the usual JSON.
  var body: JSONValue?
  /// To whom mail goes.
  var to: [String] = []

  /// The kinds of channels.
  enum Kind: String, CaseIterable, Decodable {
    case stdout, exec, mail, webhook
    case ntfy, bark, serverChan, telegram, gotify, apprise, dingTalk, weCom
  }

  init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Member.self)
    let name = try container.decode(String.self, forKey: Member("name"))
    guard !name.isEmpty, name.utf8.count <= 64, name.unicodeScalars.allSatisfy(Terminal.isHarmless)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: Member("name"), in: container, debugDescription: "a short name")
    }
    let word = try container.decode(String.self, forKey: Member("kind"))
    guard let kind = Kind(rawValue: word) else {
      throw DecodingError.dataCorruptedError(
        forKey: Member("kind"), in: container,
        debugDescription: "one of " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.init(name: name, kind: kind)
    let known = kind.settings.map(\.name)
    let isWeb = kind.webhook != nil
    try decoder.refuseMembers(
      otherThan: ["name", "kind", "identifiers"] + known + (isWeb ? ["plainHTTP", "ca"] : [])
        + (kind == .webhook ? ["headers", "body"] : []) + (kind == .mail ? ["to"] : []))
    identifiers = try container.decodeIfPresent(Bool.self, forKey: Member("identifiers")) ?? false
    plainHTTP = try container.decodeIfPresent(Bool.self, forKey: Member("plainHTTP")) ?? false
    ca = try container.decodeIfPresent(String.self, forKey: Member("ca"))
    body = try container.decodeIfPresent(JSONValue.self, forKey: Member("body"))
    headers =
      try container.decodeIfPresent([String: ConfiguredText].self, forKey: Member("headers")) ?? [:]
    if kind == .mail { to = try container.decode([String].self, forKey: Member("to")) }
    for setting in kind.settings {
      let key = Member(setting.name)
      guard let text = try container.decodeIfPresent(ConfiguredText.self, forKey: key) else {
        guard setting.need != .required else {
          throw DecodingError.keyNotFound(
            key, .init(codingPath: container.codingPath, debugDescription: "missing"))
        }
        continue
      }
      if setting.isSecret, case .literal = text {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription: #"a secret: {"file": "…"} or {"environment": "…"}"#)
      }
      settings[setting.name] = text
    }
  }

  /// A member of a channel.
  private struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue _: Int) { nil }
  }
}

/// What a kind of channel can be told.
struct ChannelSetting {
  let name: String
  var need = Need.required
  var isSecret = false

  enum Need: Equatable { case required, optional }

  static func secret(_ name: String, _ need: Need = .required) -> ChannelSetting {
    ChannelSetting(name: name, need: need, isSecret: true)
  }
  static func plain(_ name: String, _ need: Need = .required) -> ChannelSetting {
    ChannelSetting(name: name, need: need)
  }
}

extension ConfiguredChannel.Kind {
  var settings: [ChannelSetting] {
    switch self {
    case .stdout: []
    case .exec: [.plain("command")]
    case .mail: [.plain("from", .optional), .plain("sendmail", .optional)]
    case .webhook, .ntfy, .bark, .serverChan, .telegram, .gotify, .apprise, .dingTalk, .weCom:
      webhook?.settings ?? []
    }
  }
}
