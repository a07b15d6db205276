import Glibc

/// The directories of the XDG Base Directory Specification.
enum XDG {
  /// Where the ledger is kept.
  static var data: String { directory("XDG_DATA_HOME", else: ".local/share") }
  /// Where a person's own rules and carriers are.
  static var config: String { directory("XDG_CONFIG_HOME", else: ".config") }

  private static func directory(_ variable: String, else usual: String) -> String {
    // A relative path is to be ignored, as the specification says.
    if let path = environment(variable), path.hasPrefix("/") { return "\(path)/cardinfo" }
    return "\(environment("HOME") ?? "")/\(usual)/cardinfo"
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
