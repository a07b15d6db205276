public import Renewal

/// A person's own files of carriers: each read by itself, then held against the others and against
/// what comes with the program.
public struct OwnFiles: Sendable {
  /// What became of each file that was looked for.
  public private(set) var outcomes: [CarrierLayers.Reading] = []
  /// The files that can be used, by name.
  private(set) var files: [CarrierFile] = []

  /// Their rules.
  public var rules: [Rule] { files.flatMap(\.rules) }

  /// Reads files.
  ///
  /// - Parameter places: files, or folders whose files end in `.json`.
  public init(_ places: [String]) {
    let paths = places.flatMap { SmallFile.paths(in: $0, ending: ".json") ?? [$0] }
    let found = paths.map { path in
      Result { () throws(CarriersError) in try Self.checked(path) }
    }
    var flaws = Self.flaws(across: found.compactMap { try? $0.get() })[...]
    for (path, result) in zip(paths, found) {
      let outcome = CarrierLayers.Outcome { () throws(CarriersError) in
        guard let checked = try result.get() else { return nil }
        if let error = flaws.popFirst() ?? nil { throw CarriersError(error) }
        files.append(checked.file)
        return checked.file.carriers.count
      }
      outcomes.append(CarrierLayers.Reading(layer: .person, name: path, outcome: outcome))
    }
  }

  private static func flaws(across files: [CheckedCarrierFile]) -> [DataFileError?] {
    guard !files.isEmpty else { return [] }
    let shipped: [CarrierFile]
    do throws(DataFileError) {
      shipped = try ShippedFile.carriers.map { file throws(DataFileError) in
        try CarrierFile(file, .carriers)
      }
    } catch {
      // What can't be held against the others is not right.
      return files.map { _ in error }
    }
    return CheckedCarrierFile.flaws(across: files, besides: shipped)
  }

  /// A file that is right by itself; nil where there is none.
  private static func checked(_ path: String) throws(CarriersError) -> CheckedCarrierFile? {
    guard let text = try SmallFile.text(of: path, atMost: 8 << 20) else { return nil }
    do {
      return try CheckedCarrierFile(reading: text, name: path, layer: .person)
    } catch {
      throw CarriersError(error, isOutdated: OutdatedFile(text) != nil)
    }
  }
}
