import Glibc
import Renewal
import Words

/// A file that is read whole, up to a limit.
enum SmallFile {
  /// Why a file can't be had.
  enum Failure: Error, Equatable {
    /// There is none.
    case absent
    /// It can't be opened, or is no plain file.
    case unreadable
    /// It is larger than the limit.
    case tooLarge
  }

  /// The bytes of a file. Anything but a plain file is refused without waiting for it.
  static func read(_ path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable
    }
    guard status.st_size <= limit else { throw .tooLarge }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable
      }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else { throw .tooLarge }
    }
  }

  /// The bytes of a file of carriers; nil where there is none.
  static func text(of path: String, atMost limit: Int) throws(CarriersError) -> [UInt8]? {
    do {
      return try read(path, atMost: limit)
    } catch {
      switch error {
      case .absent: return nil
      case .unreadable:
        throw CarriersError(
          .fileUnreadable, Words("\(path) can't be read"),
          hint: Words("it has to be a plain file that you may read"))
      case .tooLarge:
        throw CarriersError(
          .fileTooLarge, Words("\(path) is larger than any list of carriers"),
          hint: Words("is it the right file?"))
      }
    }
  }

  /// The day on which a file was written, in UTC.
  static func day(of path: String) -> CalendarDay? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var parts = tm()
    guard gmtime_r(&status.st_mtim.tv_sec, &parts) != nil else { return nil }
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The paths of the files in a folder that end so, by name; nil where no folder can be read.
  static func paths(in folder: String, ending suffix: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }
}
