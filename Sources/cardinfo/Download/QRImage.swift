import Glibc
import Words

/// QR codes in images, as ZBar's program reads them.
enum QRImage {
  /// The activation code in an image; where there are several codes, the one that looks like one.
  static func activationCode(in path: String) throws(Problem) -> String {
    let lines = try read(path).split(separator: "\n").map(String.init)
    guard let code = lines.first(where: { $0.lowercased().contains("lpa:") }) ?? lines.first else {
      throw Problem(
        .unreadableImage, Words("there is no QR code in \(path) that can be read"),
        nextStep: Words("a straight, sharp picture with a white border around the code is best"))
    }
    return code
  }

  private static func read(_ path: String) throws(Problem) -> String {
    guard access(path, R_OK) == 0 else {
      throw SystemFailure(
        .fileUnreadable, Words("can't read \(path)"), nextStep: Words("check its name and mode")
      ).problem
    }
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0, let reading = pipes.first, let writing = pipes.last else {
      throw missing
    }
    defer { close(reading) }
    // What another child would inherit would keep the pipe open.
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // Behind `--` a name that begins with a hyphen is a file, too.
    let words = ["zbarimg", "--quiet", "--raw", "--", path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, "zbarimg", &actions, nil, &arguments, environ)
    close(writing)
    guard error == 0 else { throw missing }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 0x1_0000 {
      let count = Glibc.read(reading, &block, block.count)
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    // zbarimg ends with 4 where it found no code; with anything else it has not looked.
    guard [0, 4 << 8].contains(status) else {
      throw Problem(
        .unreadableImage, Words("\(path) can't be read as an image"),
        nextStep: Words("PNG and JPEG can be read"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static var missing: Problem {
    Problem(
      .unreadableImage, Words("zbarimg, which reads QR codes, is not installed"),
      nextStep: Words("apt install zbar-tools, or copy the code's text"))
  }
}
