import Glibc
import Words

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
  ///   - leadsGroup: Whether it is ended with all that it starts.
  /// - Returns: Its number; nil where it can't be run.
  func start(
    input: Int32? = nil, output: Int32? = nil, isSilent: Bool = false, leadsGroup: Bool = false
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if leadsGroup { posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) }
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
      posix_spawnp(&child, program, &actions, &attributes, &arguments, environ) == 0
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
    /// It was ended, since it took too long.
    case tookTooLong
    /// It was ended, since the person wanted that.
    case interrupted
  }
}

extension ChildProcess {
  /// What people type for a shell. What it is told stands on its standard input, and nothing of it among
  /// its arguments, which others can see.
  init(shell text: String) { self.init(["sh", "-c", text]) }

  /// Has it read `input`, and waits for its end.
  ///
  /// - Parameters:
  ///   - output: What it writes standard output to; nil for this program's.
  ///   - patience: How long it may take; without end if left out.
  /// - Returns: What went wrong; nil where it ended with status 0.
  func run(reading input: [UInt8], output: Int32? = nil, patience: Duration? = nil) -> Words? {
    guard let pipe = Pipe() else { return Words("there is no pipe to it") }
    let child = start(input: pipe.reading, output: output, leadsGroup: patience != nil)
    close(pipe.reading)
    // A command that has seen enough reads no further.
    if child != nil { writeAll(input, to: pipe.writing) { _ in } }
    close(pipe.writing)
    guard let child else { return Words("it can't be run") }
    return switch Self.end(of: child, within: patience) {
    case .status(0): nil
    case .status(let number): Words("it ended with the status \(Int(number))")
    case .signal(let number): Words("it was ended by the signal \(Int(number))")
    case .tookTooLong: Words("it took too long, and was ended")
    case .interrupted: Words("it was interrupted, and ended")
    }
  }

  /// Waits for its end, and ends it with its group, if it leads one, where that takes too long.
  static func end(of child: pid_t, within patience: Duration?) -> End {
    guard let patience else { return end(of: child) }
    let clock = ContinuousClock()
    let limit = clock.now + patience
    var information = siginfo_t()
    // Its number stays its own until it is waited for.
    while waitid(P_PID, id_t(child), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
      information.si_signo == 0
    {
      guard clock.now < limit, !Interruption.isRequested else {
        kill(getpgid(child) == child ? -child : child, SIGKILL)
        _ = end(of: child)
        return Interruption.isRequested ? .interrupted : .tookTooLong
      }
      usleep(20_000)
    }
    return end(of: child)
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
