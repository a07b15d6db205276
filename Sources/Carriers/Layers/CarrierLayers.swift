/// Where carriers are read from, besides what comes with the program.
public struct CarrierPlaces: Equatable, Sendable {
  /// The person's own: files, or folders of files that end in `.json`. Missing ones are no error.
  public var own: [String] = []
  /// A list in Android's text format; nil for none.
  public var android: String?
  /// The system's `serviceproviders.xml`; nil for the place that its package names.
  public var system: String?
  /// Whether the system's is read at all.
  public var readsSystem = true

  /// The shipped ones and the system's.
  public init() {}
}

/// The carriers of all layers, and what became of each layer.
public struct CarrierLayers: Sendable {
  /// The carriers.
  public let book: CarrierBook
  /// Each file that was looked for, in the order of the layers.
  public let files: [Reading]

  /// Reads all layers, each by itself: what is wrong with one leaves the others as they are.
  public init(_ places: CarrierPlaces) {
    book = CarrierBook()
    files = []
  }

  /// What became of one file.
  public struct Reading: Equatable, Sendable {
    /// The layer that it belongs to.
    public let layer: Layer
    /// Its name, or its path where it is not the program's own.
    public let name: String
    /// What came of it.
    public let outcome: Outcome
  }

  /// What can come of a file.
  public enum Outcome: Equatable, Sendable {
    /// It was read, and has so many carriers.
    case read(carriers: Int)
    /// There is no such file, which is no error.
    case absent
    /// It can't be used.
    case refused(CarriersError)
  }
}
