import Carriers
import FoundationEssentials
import Renewal
import Words

/// Who a carrier is, with all that is known of it.
struct CarrierAnswer: TextualAnswer {
  let asked: CarrierQuestion.Kind
  let countries: [String]
  let candidates: [Candidate]
  let files: [File]

  /// What became of one file of carriers.
  struct File: Encodable {
    var layer: Source.Layer
    var name: String
    /// `read`, `absent` or the code of an error.
    var outcome: String
  }

  /// Whether its country is all that can be told.
  var isOfNumber: Bool { asked == .number && !countries.isEmpty }

  init(_ question: CarrierQuestion) {
    let layers = CarrierFiles.all
    (asked, candidates) = question.answer(in: layers.book)
    countries = question.countries(as: asked).compactMap(\.code)
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
    let names = countries.compactMap { CarrierFiles.name(of: $0) }
    let place =
      names.isEmpty
      ? []
      : Terminal.wrapped(Words("country: \(names.joined(separator: ", "))").text, indent: 0)
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
    return place + (place.isEmpty || texts.isEmpty ? [] : [""])
      + Array(texts.joined(separator: [""])) + rest + absences
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
