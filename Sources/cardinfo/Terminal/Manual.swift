import Glibc

/// The program that runs.
enum Program {
  /// Where it is, links followed; nil where the system does not say.
  static var path: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

/// The documents that are installed with the program.
enum Manual {
  /// Where a document is, such as `notify`: beside the program that runs, or in its sources.
  static func page(_ name: String) -> String {
    let parts = (Program.path ?? "").split(separator: "/").dropLast(2)
    let path = "/\(parts.joined(separator: "/"))/share/doc/cardinfo/\(name).md"
    return access(path, R_OK) == 0 ? path : "Docs/\(name).md"
  }
}
