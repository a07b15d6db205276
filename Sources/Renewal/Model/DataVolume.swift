/// An amount of data as a carrier writes it.
public struct DataVolume: Codable, Hashable, Sendable {
  /// How many of its unit: digits with at most one point.
  public let figure: String
  /// What is counted.
  public let unit: Unit

  /// An amount of data.
  public init(_ figure: String, _ unit: Unit) {
    self.figure = figure
    self.unit = unit
  }

  /// Figure and unit, the same in every language.
  public var text: String { "\(figure) \(unit.rawValue)" }

  /// What data is counted in.
  public enum Unit: String, Vocabulary {
    /// Kilobytes.
    case kilobyte = "KB"
    /// Megabytes.
    case megabyte = "MB"
    /// Gigabytes.
    case gigabyte = "GB"
    /// Terabytes.
    case terabyte = "TB"
  }
}
