import Glibc
import Words

/// Files and descriptors that a command is given to read.
enum InputFile {
  /// A file, `-` for standard input, of so many bytes at most.
  static func contents(of path: String, atMost limit: Int) throws(SystemFailure) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR, !Interruption.isRequested { continue }
      guard count >= 0 else { throw .unreadable(path) }
      guard count > 0 else { return bytes }
      bytes += block.prefix(count)
      guard bytes.count <= limit else { throw .unreadable(path, EFBIG) }
    }
  }
}

extension SystemFailure {
  /// What can't be read.
  static func unreadable(_ path: String, _ error: Int32 = errno) -> SystemFailure {
    SystemFailure(
      .fileUnreadable, Words("can't read \(path)"), nextStep: Words("check its name and mode"),
      error)
  }
}
