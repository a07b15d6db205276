import CardState
import Words

/// Every file that was asked for, for people.
struct FilesText {
  private let files: [FileSnapshot]

  init(_ files: [FileSnapshot]) { self.files = files }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    for file in files where ![.absent, .notAsked].contains(file.status) {
      table.add(
        Table.Cell(file.path, .label), Table.Cell(file.name ?? ""),
        Table.Cell(file.status.words, file.status == .read ? .good : .attention),
        Table.Cell(file.summary))
    }
    return table.lines(indent: 2, colour: colour)
      + names(.absent) { Words("absent: \($0)") }
      + names(.notAsked) { Words("not asked for: \($0)") }
  }

  private func names(_ status: FileSnapshot.Status, _ words: (String) -> Words) -> [String] {
    let names = files.filter { $0.status == status }.compactMap(\.name)
    guard !names.isEmpty else { return [] }
    return Terminal.wrapped(words(names.joined(separator: ", ")).text, indent: 2)
  }
}

extension FileSnapshot {
  fileprivate var summary: String {
    if let problem { return problem.text }
    if let records {
      let used = records.count { $0.status == .read }
      let all = records.count
      return Words(
        all, one: "\(used) of \(all) record in use", other: "\(used) of \(all) records in use"
      ).text
    }
    guard let value = value?.summary else { return "" }
    return value.count > 60 ? value.prefix(59) + "…" : value
  }
}
