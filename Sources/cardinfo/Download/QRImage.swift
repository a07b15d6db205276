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
    guard let pipe = Pipe() else { throw missing }
    defer { close(pipe.reading) }
    // Behind `--` a name that begins with a hyphen is a file, too.
    let child = ChildProcess(["zbarimg", "--quiet", "--raw", "--", path])
      .start(output: pipe.writing, isSilent: true)
    close(pipe.writing)
    guard let child else { throw missing }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 0x1_0000 {
      let count = Glibc.read(pipe.reading, &block, block.count)
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    // zbarimg ends with 4 where it found no code; with anything else it has not looked.
    guard [.status(0), .status(4)].contains(ChildProcess.end(of: child)) else {
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
