import FoundationEssentials

/// The programs that run on this machine.
enum Processes {
  /// Their names, as far as the kernel shows them.
  static func names() -> Set<String> {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let processes = entries.filter { $0.allSatisfy(\.isNumber) }
    return Set(
      processes.compactMap { process in
        FileManager.default.contents(atPath: "/proc/\(process)/comm").map {
          String(decoding: $0, as: UTF8.self).filter { !$0.isNewline }
        }
      })
  }
}
