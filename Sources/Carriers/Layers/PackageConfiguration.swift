import Glibc

/// What `pkg-config` says of a package of the system.
struct PackageConfiguration {
  /// The package's name.
  let package: String

  /// A variable of the package; nil where there is no pkg-config or no such package.
  func variable(_ name: String) -> String? { answer("--variable=\(name)") }

  /// The package's version.
  var version: String? { answer("--modversion") }

  /// The first line that pkg-config prints.
  private func answer(_ option: String) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let started = start(option, writingTo: ends[1])
    close(ends[1])
    guard let process = started else { return nil }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while text.count < 1 << 16 {
      let count = read(ends[0], &chunk, chunk.count)
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        break
      }
      text += chunk.prefix(count)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return status == 0 && !line.isEmpty ? line : nil
  }

  private func start(_ option: String, writingTo output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let words = ["pkg-config", option, package].map { (word: String) in strdup(word) }
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let result = posix_spawnp(&process, "pkg-config", &actions, nil, words + [nil], environ)
    return result == 0 ? process : nil
  }
}
