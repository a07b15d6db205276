import Carriers
import Words

/// The carriers of all layers: a person's own in `carriers/` of the configuration, ours, a list in
/// Android's form, the system's.
enum CarrierFiles {
  /// Everything that is known, read when it is first asked for. What is wrong with a file is said
  /// on standard error.
  static let layers: CarrierLayers = {
    var places = CarrierPlaces()
    places.own = ["\(XDG.config)/carriers"]
    places.android = "\(XDG.config)/carrier_list.textpb"
    let layers = CarrierLayers(places)
    for file in layers.files {
      if case .refused(let error) = file.outcome { Problem.note(error.problem) }
    }
    return layers
  }()

  /// Ours alone, which are there at once.
  static let shipped = (try? CarrierBook.shipped()) ?? CarrierBook()

  /// Names of countries and currencies in the language of this run.
  static let names = Names()

  /// A country's name, or its code where there is none.
  static func name(of country: String?) -> String? {
    country.map { names.name(of: Country(code: $0), in: .ofThisRun) ?? $0 }
  }
}
