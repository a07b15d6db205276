public import Renewal
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
  public private(set) var book: CarrierBook
  private let own: [Reading]
  private var lists: [Reading] = []

  /// Each file that was looked for, in the order of the layers.
  public var files: [Reading] { own + Self.shipped + lists }

  /// Reads all layers, each by itself: what is wrong with one leaves the others as they are.
  ///
  /// The system's list is read once, here; it is most of the cost (`Docs/carriers.md`).
  public init(_ places: CarrierPlaces = CarrierPlaces()) {
    self.init(OwnFiles(places.own))
    addLists(places)
  }

  /// A person's own carriers, then the shipped ones: whatever has rules or hosts.
  ///
  /// - Parameter onFlaw: Told of a shipped file that can't be read, when it is looked into; ``files`` tells
  ///   of all.
  public init(_ own: OwnFiles, onFlaw: @escaping @Sendable (CarriersError) -> Void = { _ in }) {
    self.own = own.outcomes
    book = CarrierBook(own.files, before: ShippedReading(.carriers, onFlaw: onFlaw))
  }

  private static var shipped: [Reading] {
    ShippedFile.carriers.map { file in
      let outcome = Outcome { () throws(CarriersError) in
        do throws(DataFileError) {
          return try CarrierFile(file, .carriers).carriers.count
        } catch {
          throw CarriersError(error)
        }
      }
      return Reading(layer: .shipped, name: file.name, outcome: outcome)
    }
  }

  /// Adds the lists of others that know of networks, names and codes: Android's and the system's.
  ///
  /// - Returns: what became of them.
  @discardableResult
  public mutating func addLists(_ places: CarrierPlaces) -> [Reading] {
    book = book.reading(.all)
    if let path = places.android { addAndroid(path) }
    addSystem(places.system)
    return lists
  }

  /// What became of one file.
  public struct Reading: Equatable, Sendable {
    /// The layer that it belongs to.
    public let layer: Source.Layer
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

    /// What comes of reading a file: how many carriers, or nil where there is none.
    init(_ read: () throws(CarriersError) -> Int?) {
      do {
        self = try read().map { .read(carriers: $0) } ?? .absent
      } catch {
        self = .refused(error)
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
    _ layer: Source.Layer, _ name: String, _ read: () throws(CarriersError) -> [Carrier]?
  ) {
    let outcome = Outcome { () throws(CarriersError) in
      guard let carriers = try read() else { return nil }
      book.add(carriers)
      return carriers.count
    }
    lists.append(Reading(layer: layer, name: name, outcome: outcome))
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
