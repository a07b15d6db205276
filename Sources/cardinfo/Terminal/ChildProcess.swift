import Glibc

/// A program that is run for its answer, and what it is given and gives.
struct ChildProcess {
  private let words: [String]

  /// - Parameter words: The program, looked for on PATH, and its arguments, which others can see.
  init(_ words: [String]) { self.words = words }

  /// Starts it.
  ///
  /// - Parameters:
  ///   - input: What it reads as standard input; nil for this program's.
  ///   - output: What it writes standard output to; nil for this program's.
  ///   - isSilent: Whether what it says on standard error is dropped.
  /// - Returns: Its number; nil where it can't be run.
  func start(input: Int32? = nil, output: Int32? = nil, isSilent: Bool = false) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard let program = words.first,
      posix_spawnp(&child, program, &actions, nil, &arguments, environ) == 0
    else { return nil }
    return child
  }

  /// Waits for its end.
  static func end(of child: pid_t) -> End {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? .status(status >> 8) : .signal(status & 0x7F)
  }

  /// How it ended.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }
}

/// A pipe to or from a child. Other children don't get its ends, which would keep it open.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// Nil where the system has none left.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0, let reading = ends.first, let writing = ends.last else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (self.reading, self.writing) = (reading, writing)
  }
}
