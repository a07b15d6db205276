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
}
