/// Text as one word of a shell's command line.
public enum ShellWord {
  /// The text as it stands, or between quotes where a shell would take it apart.
  public static func quoted(_ text: String) -> String {
    // A line is broken between wide characters, but not between quotes.
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value < 0x1100 && $0.properties.isAlphabetic || $0.properties.numericType == .decimal
        || "-_.".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-")
      ? text
      : "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}
