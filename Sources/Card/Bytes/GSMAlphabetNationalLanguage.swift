extension GSMAlphabet {
  /// A language with tables of its own, as a short message names it
  /// (3GPP TS 23.038 §6.2.1.2.4, national language identifier).
  public struct NationalLanguage: RawRepresentable, Hashable, Sendable {
    /// The identifier.
    public var rawValue: UInt8

    /// Keeps any identifier, known or not.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// None: the default alphabet and its extension table.
    public static let unspecified = NationalLanguage(rawValue: 0)
    /// Turkish.
    public static let turkish = NationalLanguage(rawValue: 1)
    /// Spanish, which has no locking shift table.
    public static let spanish = NationalLanguage(rawValue: 2)
    /// Portuguese.
    public static let portuguese = NationalLanguage(rawValue: 3)
    /// Bengali and Assamese.
    public static let bengali = NationalLanguage(rawValue: 4)
    /// Gujarati.
    public static let gujarati = NationalLanguage(rawValue: 5)
    /// Hindi.
    public static let hindi = NationalLanguage(rawValue: 6)
    /// Kannada.
    public static let kannada = NationalLanguage(rawValue: 7)
    /// Malayalam.
    public static let malayalam = NationalLanguage(rawValue: 8)
    /// Oriya.
    public static let oriya = NationalLanguage(rawValue: 9)
    /// Punjabi.
    public static let punjabi = NationalLanguage(rawValue: 10)
    /// Tamil.
    public static let tamil = NationalLanguage(rawValue: 11)
    /// Telugu.
    public static let telugu = NationalLanguage(rawValue: 12)
    /// Urdu.
    public static let urdu = NationalLanguage(rawValue: 13)
  }

  /// The table that takes the place of the default alphabet for `language`.
  static func lockingShift(_ language: NationalLanguage) -> SeptetTable? {
    switch language {
    case .turkish: turkishLockingShift
    case .portuguese: portugueseLockingShift
    default: scriptTables[language]?.lockingShift
    }
  }

  /// The table that takes the place of the extension table for `language`.
  static func singleShift(_ language: NationalLanguage) -> SeptetTable? {
    switch language {
    case .turkish: turkishSingleShift
    case .spanish: spanishSingleShift
    case .portuguese: portugueseSingleShift
    default: scriptTables[language]?.singleShift
    }
  }
}
