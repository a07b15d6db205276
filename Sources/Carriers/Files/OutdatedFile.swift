import CardState
public import FoundationEssentials
import Words

/// A file of a form that is read no more: carriers or rules, each in files of their own.
public struct OutdatedFile {
  private let document: [String: JSONValue]
  private let isOfRules: Bool

  /// Takes such a file; nil for any other text.
  public init?(_ text: some Collection<UInt8>) {
    guard case .object(let document)? = try? JSONDecoder().decode(JSONValue.self, from: Data(text)),
      document["schemaVersion"] == .string("1.0")
    else { return nil }
    switch document["schema"] {
    case .string(CarrierFile.schemaName): isOfRules = false
    case .string("cardinfo.rules"): isOfRules = true
    default: return nil
    }
    self.document = document
  }

  /// The same in the form of today. Whether that is as it has to be is for the reader to say.
  ///
  /// - Parameter book: the carriers there are. Rules of one of them are put into it, others make a
  ///   carrier.
  public func converted(for book: CarrierBook) -> Data {
    var converted = document
    converted["schemaVersion"] = .string(CarrierFile.schemaVersion)
    if isOfRules {
      converted["schema"] = .string(CarrierFile.schemaName)
      converted["rules"] = nil
      let rules = document["rules"]?.list ?? []
      let carriers = rules.map { $0["carrier"]?.text ?? "" }
      let names = carriers.enumerated().filter { !carriers.prefix($0.offset).contains($0.element) }
      var written: [JSONValue] = []
      for name in names.map(\.element) {
        var sources: [String: JSONValue] = [:]
        let own = zip(rules, carriers).filter { $0.1 == name }.map { $0.0.rule(citing: &sources) }
        if name == WrittenRule.anyCarrier {
          converted["sources"] = .object(sources)
          converted["rules"] = .array(own)
        } else {
          let known = book.carriers.first {
            $0.names.all.contains(name) || $0.aliases.contains(name)
          }
          var carrier: [String: JSONValue] = [
            "id": known.map { .string($0.id) } ?? own.first?["id"] ?? .string(name),
            "names": .object(["en": .string(known?.names.english ?? name)]),
            "sources": .object(sources), "rules": .array(own),
          ]
          carrier["kind"] = known?.kind.map { .string($0.rawValue) }
          written.append(.object(carrier))
        }
      }
      converted["carriers"] = .array(written)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(JSONValue.object(converted))) ?? Data()
  }
}

extension JSONValue {
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var list: [JSONValue]? { if case .array(let list) = self { list } else { nil } }
  fileprivate subscript(member: String) -> JSONValue? {
    if case .object(let members) = self { members[member] } else { nil }
  }

  /// A rule whose carrier is said by what it stands in.
  fileprivate func rule(citing sources: inout [String: JSONValue]) -> JSONValue {
    guard case .object(var rule) = citing(&sources, asAllOf: ["market", "plan", "assumed"]) else {
      return self
    }
    rule["carrier"] = nil
    rule["note"] = self["note"].map(\.inEnglish)
    if let clocks = self["clocks"]?.list {
      rule["clocks"] = .array(clocks.map { $0.citing(&sources, asAllOf: ["assumed"]).withNote })
    }
    return .object(rule)
  }

  /// A note, which was in English alone.
  private var inEnglish: JSONValue {
    if case .string = self { .object(["en": self]) } else { self }
  }

  /// A clock with its note by languages.
  private var withNote: JSONValue {
    guard case .object(var clock) = self, let note = clock["note"] else { return self }
    clock["note"] = note.inEnglish
    return .object(clock)
  }

  /// A rule or a clock that names its source, and has some members of its provenance itself.
  private func citing(
    _ sources: inout [String: JSONValue], asAllOf members: [String]
  ) -> JSONValue {
    guard case .object(var value) = self, let provenance = self["provenance"] else { return self }
    value["provenance"] = nil
    for member in members { value[member] = provenance[member] }
    var source: [String: JSONValue] = [:]
    for (old, new) in [
      ("source", "title"), ("url", "url"), ("checkedOn", "date"), ("quality", "quality"),
    ] {
      source[new] = provenance[old]
    }
    let known = sources.first { $0.value == .object(source) }?.key
    let key = known ?? "source\(sources.count + 1)"
    sources[key] = .object(source)
    value["source"] = .string(key)
    return .object(value)
  }
}
