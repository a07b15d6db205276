import Glibc
import Words

/// The way into the desk.
struct DeskEntrance {
  /// The desk's address, such as `http://127.0.0.1:8372`.
  let root: String
  let sessions: Sessions

  /// A link that lets one browser in, once.
  func newLink() -> String {
    "\(root)\(DeskGate.entrance)?\(DeskGate.pass)=\(sessions.newLink().text)"
  }

  /// Sees to it that a file, readable by its owner alone, has a link that was not used yet.
  func keepLink(in file: String) throws {
    guard !sessions.hasLink else { return }
    try PrivateFile.replace(file, with: Array("\(newLink())\n".utf8))
  }

  /// Refuses a file that is there and is no link that a desk has left: it would be lost.
  static func requireFree(_ file: String) throws {
    var status = stat()
    guard lstat(file, &status) == 0 else { return }
    let isFile = status.st_mode & S_IFMT == S_IFREG && status.st_size < 1_000
    let text = isFile ? try InputFile.contents(of: file, atMost: 1_000) : []
    guard isFile, text.isEmpty || text.starts(with: Array("http".utf8)) else {
      throw Problem(
        .fileUnwritable, Words("\(file) is there, and is no link of a desk"),
        nextStep: Words("name a file that is not there yet"))
    }
  }
}
