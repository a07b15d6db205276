import Glibc
import Words

/// QR codes in images, as ZBar's program reads them.
enum QRImage {
  /// The activation code in an image; where there are several codes, the one that looks like one.
  static func activationCode(in path: String) throws(Problem) -> String {
    guard access(path, R_OK) == 0 else {
      throw SystemFailure(
        .fileUnreadable, Words("can't read \(path)"), nextStep: Words("check its name and mode")
      ).problem
    }
    return try code(try read(path, called: path, input: nil), called: path)
  }

  /// The activation code in a picture that somebody sent. It gets no name that others could open: whoever has
  /// the code can download the profile.
  static func activationCode(inPicture bytes: [UInt8]) throws(Problem) -> String {
    let name = Words("the picture").text
    // The program is told what it is, so that it takes it for nothing else.
    guard let kind = kinds.first(where: { bytes.starts(with: $0.beginning) }) else {
      throw Problem(
        .unreadableImage, Words("\(name) can't be read as an image"),
        nextStep: Words("PNG and JPEG can be read"))
    }
    var template = Array("/tmp/cardinfo.XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw SystemFailure.writing("/tmp").problem }
    unlink(template)
    defer { close(file) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var failure: SystemFailure?
    writeAll(bytes, to: file) { _ in failure = .writing("/tmp") }
    if let failure { throw failure.problem }
    lseek(file, 0, SEEK_SET)
    return try code(
      try read("\(kind.name):-", called: name, input: file), called: name)
  }

  private static let kinds: [(name: String, beginning: [UInt8])] = [
    ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("jpeg", [0xFF, 0xD8, 0xFF]),
  ]

  private static func code(_ text: String, called name: String) throws(Problem) -> String {
    let lines = text.split(separator: "\n").map(String.init)
    guard let code = lines.first(where: { $0.lowercased().contains("lpa:") }) ?? lines.first else {
      throw Problem(
        .unreadableImage, Words("there is no QR code in \(name) that can be read"),
        nextStep: Words("a straight, sharp picture with a white border around the code is best"))
    }
    return code
  }

  /// How long the program may look at one.
  private static let patience = Duration.seconds(30)

  private static func read(
    _ path: String, called name: String, input: Int32?
  ) throws(Problem) -> String {
    guard let pipe = Pipe() else { throw missing }
    defer { close(pipe.reading) }
    // Behind `--` a name that begins with a hyphen is a file, too.
    let child = ChildProcess(["zbarimg", "--quiet", "--raw", "--", path])
      .start(input: input, output: pipe.writing, isSilent: true)
    close(pipe.writing)
    guard let child else { throw missing }
    let clock = ContinuousClock()
    let end = clock.now + patience
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 0x1_0000, clock.now < end {
      var waiting = pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 200) > 0 else { continue }
      let count = Glibc.read(pipe.reading, &block, block.count)
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    // zbarimg ends with 4 where it found no code; with anything else it has not looked.
    guard [.status(0), .status(4)].contains(ChildProcess.end(of: child, within: end - clock.now))
    else {
      throw Problem(
        .unreadableImage, Words("\(name) can't be read as an image"),
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
