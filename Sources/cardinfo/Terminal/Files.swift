import Glibc
import Words

/// A call to the operating system that failed on a file.
struct SystemFailure: Explained {
  let problem: Problem

  /// Says what could not be done, and the system's reason from `errno`.
  init(
    _ code: Problem.Code, _ what: Words, nextStep: Words? = nil, _ error: Int32 = errno
  ) {
    problem = Problem(code, Words("\(what): \(Self.reason(error))"), nextStep: nextStep)
  }

  /// What can't be written.
  static func writing(_ path: String) -> SystemFailure {
    SystemFailure(
      .fileUnwritable, Words("can't write \(path)"),
      nextStep: Words("name a file in a directory that you may write"))
  }

  /// The system's own words, which are English unless translations of them are installed; the usual
  /// ones are ours.
  private static func reason(_ error: Int32) -> Words {
    switch error {
    case ENOENT: Words("No such file or directory")
    case EACCES: Words("Permission denied")
    case EPERM: Words("Operation not permitted")
    case EISDIR: Words("Is a directory")
    case ENOTDIR: Words("Not a directory")
    case EROFS: Words("Read-only file system")
    case ENOSPC: Words("No space left on device")
    case EBADF: Words("Bad file descriptor")
    case EINVAL: Words("Invalid argument")
    default: Words(verbatim: String(cString: strerror(error)))
    }
  }
}

/// Files that hold people's identifiers: readable by their owner alone.
enum PrivateFile {
  /// Opens a new, empty file at `path`, in the place of one of one's own that may be there: what others
  /// have open, or may read, is not written to, and what is no file of one's own is left as it is.
  /// Devices and pipes are opened as they are.
  static func open(_ path: String) throws(SystemFailure) -> Int32 {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .writing(path) }
      return descriptor
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG where status.st_uid == geteuid():
      return try replaced(path)
    case S_IFREG, S_IFLNK:
      throw SystemFailure(
        .fileUnwritable, Words("\(path) is a link, or a file of somebody else"),
        nextStep: Words("name a file that is not there yet"), EPERM)
    default:
      let descriptor = Glibc.open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { throw .writing(path) }
      return descriptor
    }
  }

  private static func replaced(_ path: String) throws(SystemFailure) -> Int32 {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .writing(path) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    guard rename(template, path) == 0 else {
      let failure = SystemFailure.writing(path)
      unlink(template)
      close(descriptor)
      throw failure
    }
    return descriptor
  }

  /// Writes a file beside `path` and renames it to `path`, so that there is never half a file.
  ///
  /// - Parameter readableByAll: Whether everybody may read it, and not its owner alone.
  static func replace(
    _ path: String, with bytes: [UInt8], readableByAll: Bool = false
  ) throws {
    try replace(path, readableByAll: readableByAll) { write in try write(bytes) }
  }

  /// The same with bytes that `body` writes one piece after the other. What it throws leaves
  /// `path` as it was. A link stays one: the file that it leads to is replaced. Devices and pipes are
  /// written to as they are.
  static func replace(
    _ path: String, readableByAll: Bool = false,
    by body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemFailure.writing(path) }
      defer { close(descriptor) }
      return try write(to: descriptor, path, body)
    }
    let target = realpath(path, nil)
    defer { free(target) }
    let path = target.map { String(cString: $0) } ?? path
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemFailure.writing(path) }
    do {
      defer { close(descriptor) }
      try write(to: descriptor, path, body)
      guard !readableByAll || fchmod(descriptor, 0o644) == 0,
        fsync(descriptor) == 0 || errno == EINVAL
      else { throw SystemFailure.writing(path) }
    } catch {
      unlink(template)
      throw error
    }
    guard rename(template, path) == 0 else {
      let failure = SystemFailure.writing(path)
      unlink(template)
      throw failure
    }
  }
}

extension PrivateFile {
  private static func write(
    to descriptor: Int32, _ path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try body { bytes in
      var failure: SystemFailure?
      writeAll(bytes, to: descriptor) { _ in failure = .writing(path) }
      if let failure { throw failure }
    }
  }
}

/// Directories of a person's own.
enum PrivateDirectory {
  /// Makes it where it is missing, and those above, as a person's first program of all does: for their
  /// owner alone.
  static func make(_ path: String) throws(SystemFailure) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    var parent = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      parent += "/\(part)"
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES else {
        throw SystemFailure.writing(parent)
      }
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemFailure.writing(path) }
  }
}

/// The directories of the XDG Base Directory Specification.
enum XDG {
  /// Where the ledger is kept.
  static var data: String { directory("XDG_DATA_HOME", else: ".local/share") }
  /// Where a person's own rules and carriers are.
  static var config: String { directory("XDG_CONFIG_HOME", else: ".config") }

  private static func directory(_ variable: String, else usual: String) -> String {
    // A relative path is to be ignored, as the specification says.
    if let path = environment(variable), path.hasPrefix("/") { return "\(path)/cardinfo" }
    return "\(environment("HOME") ?? home)/\(usual)/cardinfo"
  }

  /// Services may run without `HOME`: the ledger is where its owner has it all the same.
  private static var home: String {
    getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) } ?? ""
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
