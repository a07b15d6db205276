import Carriers
import FoundationEssentials
import Renewal
import Words

/// Who a carrier is, with all that is known of it.
struct CarrierAnswer: TextualAnswer {
  let asked: CarrierQuestion.Kind
  let countries: [String]
  /// Whether it is of what belongs to no country, such as 901.
  let isInternational: Bool
  let candidates: [Candidate]
  /// Who gave out a card with that ICCID.
  let issuer: Issuer?
  /// What was told of the card and fits none of the candidates.
  let unmatched: [Candidate.Attribute]
  let files: [File]

  private enum CodingKeys: String, CodingKey {
    case asked, countries, candidates, issuer, unmatched, files
    case isInternational = "international"
  }

  /// What became of one file of carriers.
  struct File: Encodable {
    var layer: Source.Layer
    var name: String
    /// `read`, `absent` or the code of an error.
    var outcome: String
  }

  /// Whether its country is all that can be told.
  var isOfNumber: Bool { asked == .number && !countries.isEmpty }

  /// Whether it is known who it is, or that nothing tells it.
  var isKnown: Bool { !candidates.isEmpty || isOfNumber || issuer != nil || isInternational }

  init(_ question: CarrierQuestion) {
    let layers = CarrierFiles.all
    (asked, candidates) = question.answer(in: layers.book)
    let places = question.countries(as: asked)
    countries = places.compactMap(\.code)
    isInternational = places.contains(.international)
    issuer = question.issuer
    unmatched = question.unmatched(among: candidates)
    files = layers.files.map {
      let outcome =
        switch $0.outcome {
        case .read: "read"
        case .absent: "absent"
        case .refused(let error): error.code.rawValue
        }
      return File(layer: $0.layer, name: $0.name, outcome: outcome)
    }
  }

  func lines(colour: Bool) -> [String] {
    let place = placeLines
    let best = candidates.first?.score
    let likely = candidates.filter { $0.score == best }
    let others = candidates.filter { $0.score != best }.map {
      $0.carrier.names.text(in: .ofThisRun)
    }
    let rest =
      others.isEmpty
      ? []
      : [""]
        + Terminal.wrapped(
          Words("less likely: \(others.joined(separator: ", "))").text, indent: 0)
    let texts = likely.map { CarrierText($0).lines(colour) }
    if isOfNumber {
      return place
        + Terminal.wrapped(
          Words("a number does not tell the carrier: people keep it when they change").text,
          indent: 0)
    }
    return place + doubtLines + (place.isEmpty || texts.isEmpty ? [] : [""])
      + Array(texts.joined(separator: [""])) + rest + absences
  }

  private var placeLines: [String] {
    let names = countries.compactMap { CarrierFiles.name(of: $0) }
    let words = [
      names.isEmpty ? nil : Words("country: \(names.joined(separator: ", "))"),
      isInternational ? Words("international: it belongs to no country") : nil,
      issuer.map { Words("issuer of the card: \($0.name)") },
    ]
    return words.compactMap { $0 }.flatMap { Terminal.wrapped($0.text, indent: 0) }
  }

  /// Why it can be somebody else's all the same.
  private var doubtLines: [String] {
    let isIssuerAlone = candidates.first?.why.map(\.attribute) == [.issuer]
    let words = [
      isIssuerAlone ? Words("whose line it is, the issuer alone does not tell") : nil,
      unmatched.isEmpty
        ? nil
        : Words(
          "nobody known has this in \(Words.listed(unmatched.map(\.words))): it may be another operator on the same network"
        ),
    ]
    return words.compactMap { $0 }.flatMap { Terminal.wrapped($0.text, indent: 0) }
  }

  /// The system's list is worth a word where it is missing: it knows ten times as many networks.
  private var absences: [String] {
    guard files.contains(where: { $0.layer == .system && $0.outcome == "absent" }) else {
      return []
    }
    return [""]
      + Terminal.wrapped(
        Words("more is known with the package mobile-broadband-provider-info installed").text,
        indent: 0)
  }
}
