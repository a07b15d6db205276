import FoundationEssentials
public import Renewal

/// How a person's own table is read: what its columns are called, and what its cells mean that could
/// mean several things.
public struct TableReading: Sendable {
  /// The languages of its column names, months and currencies.
  public var languages: [LanguagePatterns]
  /// Columns by what the table calls them, beside the names that are known.
  public var columns: [NamedColumn] = []
  /// The order of a date's numbers, where they could be read in several.
  public var dateOrder: DateOrder?
  /// The encoding of its text; nil for UTF-8, and for UTF-16 that shows itself.
  public var encoding: TextEncoding?
  /// The carriers, by their names for programs, that a cell may name.
  public var carriers: @Sendable (_ name: String) -> [String] = { _ in [] }
  /// What a line bills in, where that is known.
  public var currency: @Sendable (Line) -> Currency? = { _ in nil }

  /// A reading of the names that the program itself writes, and of column names in some languages.
  public init(languages: [LanguagePatterns] = []) { self.languages = languages }

  /// A column, and what a table calls it.
  public struct NamedColumn: Equatable, Sendable {
    /// The column, one of ``names``.
    public let name: String
    /// What stands in the table's header.
    public let header: String

    /// A column, if there is one of that name in any case.
    public init?(_ name: String, header: String) {
      guard let known = LineTable.named(name) else { return nil }
      self.name = known
      self.header = header
    }

    /// The columns of a line in a person's table.
    public static var names: [String] { LineTable.ofPersons }
  }
}
