import Carriers
import Renewal
import Words

/// The carriers and rules of all layers: a person's own in `carriers/` and `rules/` of the
/// configuration, ours, a list in Android's form, the system's.
enum CarrierFiles {
  /// A person's own, read when they are first asked for. What is wrong with a file is said on
  /// standard error.
  private static let own: OwnFiles = {
    let own = OwnFiles(places.own)
    report(own.outcomes)
    return own
  }()

  /// A person's own carriers and ours.
  static let known: CarrierLayers = CarrierLayers(own) { Problem.note($0.problem) }

  /// A person's own rules and ours; a person's own takes the place of one with the same name.
  static let rules = RuleBook(
    own.rules, library: ShippedRules { Problem.note($0.problem) },
    choices: { known.book[$0]?.rules ?? [] })

  /// Everything that is known, which takes three times as long.
  static let all: CarrierLayers = {
    var layers = known
    report(layers.addLists(places))
    return layers
  }()

  /// Where they are.
  static var places: CarrierPlaces {
    var places = CarrierPlaces()
    places.own = ["\(XDG.config)/carriers", "\(XDG.config)/rules"]
    places.android = "\(XDG.config)/carrier_list.textpb"
    return places
  }

  private static func report(_ files: some Sequence<CarrierLayers.Reading>) {
    for file in files {
      if case .refused(let error) = file.outcome { Problem.note(error.problem) }
    }
  }

  /// Names of countries and currencies in the language of this run.
  static let names = Names()

  /// A country's name, or its code where there is none.
  static func name(of country: String?) -> String? {
    country.map { names.name(of: Country(code: $0), in: .ofThisRun) ?? $0 }
  }
}

extension CarrierFiles {
  /// The rule that a line lives by, or those that it may live by.
  static func ruleWords(of line: Line) -> Words { ruleWords(line.rule, of: line.carrier) }

  /// A rule, or those of a carrier where none is chosen.
  static func ruleWords(_ rule: Rule.ID?, of carrier: Carrier.ID?) -> Words {
    if let rule { return Words(verbatim: rule) }
    let choices = carrier.flatMap { known.book[$0]?.rules } ?? []
    return choices.isEmpty
      ? Words("no rule is known for it")
      : Words("none of its carrier's rules is chosen: \(choices.joined(separator: ", "))")
  }
}
