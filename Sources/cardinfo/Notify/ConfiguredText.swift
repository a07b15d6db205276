import FoundationEssentials
import Glibc
import Renewal
import Words

/// A text of the configuration: as it stands there, or in a file or a variable of the environment that it
/// names.
enum ConfiguredText: Decodable {
  case literal(String)
  case file(String)
  case environment(String)

  private enum CodingKeys: CodingKey, CaseIterable { case file, environment }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .literal(text)
      return
    }
    let container = try decoder.members(CodingKeys.self)
    let file = try container.decodeIfPresent(String.self, forKey: .file)
    let variable = try container.decodeIfPresent(String.self, forKey: .environment)
    switch (file, variable) {
    case (let file?, nil): self = .file(file)
    case (nil, let variable?): self = .environment(variable)
    case (nil, nil), (.some, .some):
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "a text, or an object with file or environment"))
    }
  }

  /// The text, in one line.
  ///
  /// - Parameter directory: where files without a path are.
  func value(beside directory: String) throws -> String {
    let text: String
    switch self {
    case .literal(let literal): text = literal
    case .environment(let name):
      guard let value = getenv(name) else {
        throw Problem(
          .noSecret, Words("the environment has no \(name), which holds a secret"),
          nextStep: Words("set it for this program, or keep the secret in a file"))
      }
      text = String(cString: value)
    case .file(let path):
      let bytes = try OwnFile.contents(of: Self.place(of: path, beside: directory))
      text = String(decoding: bytes, as: UTF8.self)
    }
    var line = text
    while line.last?.isNewline == true { line.removeLast() }
    guard !line.isEmpty, line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else {
      throw Problem(
        .noSecret, Words("a secret or setting of a channel is empty, or is not one line of text"),
        nextStep: Words("put it into its file or variable as one line"))
    }
    return line
  }

  private static func place(of path: String, beside directory: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/") {
      return (getenv("HOME").map { String(cString: $0) } ?? "") + path.dropFirst()
    }
    return "\(directory)/\(path)"
  }
}

/// Files that hold secrets: read only where nobody else could.
enum OwnFile {
  /// The contents, of 64 KB at most. Nil where there is no such file.
  static func contentsIfThere(_ path: String) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw SystemFailure.unreadable(path)
    }
    defer { close(descriptor) }
    // What was opened is looked at, and not what has its name by then.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SystemFailure.unreadable(path, EINVAL)
    }
    guard [geteuid(), 0].contains(status.st_uid), status.st_mode & 0o077 == 0 else {
      throw Problem(
        .readableByOthers, Words("others can read \(path), or it is theirs"),
        nextStep: Words("make it yours alone: chmod 600 \(ShellWord.quoted(path))"))
    }
    guard status.st_size <= 1 << 16 else { throw SystemFailure.unreadable(path, EFBIG) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &block, block.count)
      guard count >= 0 else { throw SystemFailure.unreadable(path) }
      guard count > 0 else { return bytes }
      bytes += block.prefix(count)
      guard bytes.count <= 1 << 16 else { throw SystemFailure.unreadable(path, EFBIG) }
    }
  }

  static func contents(of path: String) throws -> [UInt8] {
    guard let bytes = try contentsIfThere(path) else {
      throw SystemFailure.unreadable(path, ENOENT)
    }
    return bytes
  }
}
