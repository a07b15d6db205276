import Renewal
import Words

/// Where carriers are read from, besides what comes with the program.
public struct CarrierPlaces: Equatable, Sendable {
  /// The person's own: files, or folders whose files end in `.json`.
  public var own: [String] = []
  /// A list in Android's text form, `carrier_list.textpb`; nil for none.
  public var android: String?
  /// The system's `serviceproviders.xml`; nil for the place that its package names.
  public var system: String?

  /// The shipped ones and the system's.
  public init() {}
}

/// The carriers of all layers, and what became of each layer.
public struct CarrierLayers: Sendable {
  /// The carriers.
  public private(set) var book = CarrierBook()
  /// Each file that was looked for, in the order of the layers.
  public private(set) var files: [Reading] = []

  /// Reads all layers, each by itself: what is wrong with one leaves the others as they are.
  ///
  /// The system's list is read once, here; it is most of the cost (`Docs/carriers.md`).
  public init(_ places: CarrierPlaces = CarrierPlaces()) {
    for path in places.own { addOwn(path) }
    for (name, text) in CarrierBook.shippedFiles {
      add(.shipped, name) { () throws(CarriersError) in
        try Self.shippedCarriers(in: text, name: name)
      }
    }
    if let path = places.android { addAndroid(path) }
    addSystem(places.system)
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

  private mutating func addOwn(_ path: String) {
    let inside = SmallFile.paths(in: path, ending: ".json")
    for file in inside.isEmpty ? [path] : inside {
      add(.person, file) { () throws(CarriersError) in
        guard let text = try SmallFile.text(of: file, atMost: 8 << 20) else { return nil }
        return try Self.ownCarriers(in: text, name: file)
      }
    }
  }

  private mutating func addAndroid(_ path: String) {
    add(.android, path) { () throws(CarriersError) in
      guard let text = try SmallFile.text(of: path, atMost: AndroidCarrierList.largest) else {
        return nil
      }
      return try AndroidCarrierList.carriers(in: text, from: SmallFile.day(of: path))
    }
  }

  private mutating func addSystem(_ given: String?) {
    let package = PackageConfiguration(package: "mobile-broadband-provider-info")
    let installed = given == nil ? package.variable("database") : nil
    let version = installed == nil ? nil : package.version.flatMap(CalendarDay.init(digits:))
    let path = given ?? installed ?? Self.usualPlace
    add(.system, path) { () throws(CarriersError) in
      guard let text = try SmallFile.text(of: path, atMost: ProviderInfo.largest) else {
        return nil
      }
      return try Self.systemCarriers(in: text, from: version ?? SmallFile.day(of: path))
    }
  }

  private static let usualPlace =
    "/usr/share/mobile-broadband-provider-info/serviceproviders.xml"

  private mutating func add(
    _ layer: Layer, _ name: String, _ read: () throws(CarriersError) -> [Carrier]?
  ) {
    var outcome = Outcome.absent
    do {
      if let carriers = try read() {
        book.add(carriers)
        outcome = .read(carriers: carriers.count)
      }
    } catch {
      outcome = .refused(error)
    }
    files.append(Reading(layer: layer, name: name, outcome: outcome))
  }

  private static func ownCarriers(
    in text: [UInt8], name: String
  ) throws(CarriersError) -> [Carrier] {
    do {
      return try CarrierFile(reading: text, name: name, layer: .person).carriers
    } catch {
      throw CarriersError(error)
    }
  }

  private static func shippedCarriers(
    in text: [UInt8], name: String
  ) throws(CarriersError) -> [Carrier] {
    do {
      return try CarrierFile(shipped: text, name: name).carriers
    } catch {
      throw CarriersError(error)
    }
  }

  private static func systemCarriers(
    in text: [UInt8], from date: CalendarDay?
  ) throws(CarriersError) -> [Carrier] {
    do {
      return try ProviderInfo.carriers(in: text, from: date)
    } catch {
      throw CarriersError(error)
    }
  }
}

extension CalendarDay {
  /// The day that a package's version such as `20230416` names.
  fileprivate init?(digits: String) {
    guard digits.count == 8 else { return nil }
    self.init("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }
}
