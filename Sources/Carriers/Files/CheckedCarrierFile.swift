import Renewal

/// A file of carriers that was read strictly, with the places that only other files can tell right
/// from wrong.
struct CheckedCarrierFile {
  /// What the file says.
  let file: CarrierFile
  private let name: String
  private var reading: DataFileReading
  /// Where it names rules that stand elsewhere.
  private var named: [(rule: Rule.ID, path: JSONPlaces.Path)] = []
  /// Where its rules stand.
  private var told: [(rule: Rule.ID, path: JSONPlaces.Path)] = []
  /// Those of them that have a carrier and don't stand in one.
  private var shared: Set<Rule.ID> = []
  /// Where its sources stand that nothing cites.
  private var uncited: [(source: String, path: JSONPlaces.Path)] = []

  /// Reads a file, or says of every carrier and rule in it what is wrong and where.
  init(
    reading text: some Collection<UInt8>, name: String, layer: Source.Layer
  ) throws(DataFileError) {
    self.name = name
    var reading = try DataFileReading(text, name: name)
    let document = try reading.decode(CarrierDocument.self)
    file = CarrierFile(document, layer)
    self.reading = reading
    check(document, layer)
    // What can't be read may well cite them.
    if self.reading.error == nil {
      for (source, path) in uncited {
        self.reading.add(
          "nothing cites the source \"\(source)\"; "
            + "allowed: one that a match, a fact or a rule names", at: path)
      }
    }
    if let error = self.reading.error { throw error }
  }

  private mutating func check(_ document: CarrierDocument, _ layer: Source.Layer) {
    if let country = document.country, !country.isCountryCode {
      reading.add(
        "\"\(country)\" is not a country; allowed: two letters of ISO 3166-1",
        at: [.member("country")])
    }
    let sources = document.sources.mapValues { $0.source(in: layer) }
    var cited: Set<String> = []
    for (rule, path) in reading.values(of: document.rules, at: [.member("rules")]) {
      if rule.carrier != nil { shared.insert(rule.id) }
      check(rule, at: path)
      cited.formUnion(check(rule.citations, among: sources, at: path))
    }
    var ids: Set<Carrier.ID> = []
    for (carrier, path) in reading.values(of: document.carriers, at: [.member("carriers")]) {
      if !ids.insert(carrier.id).inserted {
        reading.add(
          "a carrier named \"\(carrier.id)\" stands above already", at: path + [.member("id")])
      }
      cited.formUnion(check(carrier, at: path, layer, sources))
    }
    check(document.sources, citedBy: cited, at: [])
  }

  /// Notes what is wrong with a carrier, and gives the names of the sources that it cites and has
  /// not itself.
  private mutating func check(
    _ carrier: WrittenCarrier, at path: JSONPlaces.Path, _ layer: Source.Layer,
    _ shared: [String: Source]
  ) -> Set<String> {
    for flaw in carrier.flaws { reading.add(flaw.message, at: path + flaw.path) }
    let sources = carrier.citable(layer, shared)
    var cited = check(carrier.citations, among: sources, at: path)
    for (entry, path) in reading.values(of: carrier.rules, at: path + [.member("rules")]) {
      switch entry {
      case .named(let id): named.append((id, path))
      case .whole(let rule):
        check(rule, at: path)
        cited.formUnion(check(rule.citations, among: sources, at: path))
      }
    }
    check(carrier.sources, citedBy: cited, at: path)
    return cited.subtracting(carrier.sources.keys)
  }

  private mutating func check(_ rule: WrittenRule, at path: JSONPlaces.Path) {
    for flaw in rule.flaws { reading.add(flaw.message, at: path + flaw.path) }
    if told.contains(where: { $0.rule == rule.id }) {
      reading.add("a rule named \"\(rule.id)\" stands above already", at: path + [.member("id")])
    }
    told.append((rule.id, path + [.member("id")]))
  }

  /// Notes citations of what isn't there, and gives the names of what is cited.
  private mutating func check(
    _ citations: [WrittenSource.Citation], among sources: [String: Source],
    at path: JSONPlaces.Path
  ) -> Set<String> {
    for flaw in citations.flatMap({ $0.flaws(among: sources) }) {
      reading.add(flaw.message, at: path + flaw.path)
    }
    return Set(citations.map(\.name))
  }

  private mutating func check(
    _ sources: [String: WrittenSource], citedBy cited: Set<String>, at path: JSONPlaces.Path
  ) {
    for (key, source) in sources {
      let path = path + [.member("sources"), .member(key)]
      for flaw in source.flaws { reading.add(flaw.message, at: path + flaw.path) }
      if !cited.contains(key) { uncited.append((key, path)) }
    }
  }
}

extension CheckedCarrierFile {
  /// What is wrong with each of some files beside the others, in their order: a rule that stands in
  /// two of them, one that is named and stands in none, one that no carrier has.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - others: right ones of another layer, whose rules can be named and whose carriers can have
  ///     these.
  static func flaws(
    across files: [CheckedCarrierFile], besides others: [CarrierFile] = []
  ) -> [DataFileError?] {
    let all = files.map(\.file) + others
    let known = Set(all.flatMap(\.rules).map(\.id) + others.flatMap(\.carriers).flatMap(\.rules))
    let had = Set(all.flatMap(\.carriers).flatMap(\.rules))
    var homes: [Rule.ID: String] = [:]
    return files.map { checked in
      var reading = checked.reading
      for (rule, path) in checked.told {
        if let home = homes[rule] {
          reading.add("a rule named \"\(rule)\" stands in \(home) already", at: path)
        } else if checked.shared.contains(rule), !had.contains(rule) {
          reading.add(
            "no carrier has the rule \"\(rule)\"; allowed: one that a carrier has, "
              + "or one without \"carrier\" for any line", at: path)
        }
      }
      for (rule, path) in checked.named where !known.contains(rule) {
        reading.add(
          "no rule is named \"\(rule)\"; allowed: one of this file, or of any other", at: path)
      }
      for (rule, _) in checked.told { homes[rule] = checked.name }
      return reading.error
    }
  }
}
