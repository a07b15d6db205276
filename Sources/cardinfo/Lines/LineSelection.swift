import ArgumentParser
import Renewal
import Words

/// Which lines a list has: those of an owner, of a group, with a tag.
struct LineSelection: ParsableArguments {
  @Option(help: ArgumentHelp(Words("Only lines of this owner."), valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp(Words("Only lines of this group."), valueName: "name"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      Words("Only lines with this tag; with several, those that have all."),
      valueName: "word"))
  var tag: [String] = []

  /// Whether the list has other than all lines.
  var isGiven: Bool { owner != nil || group != nil || !tag.isEmpty }

  /// Whether a line is on the list.
  func includes(_ line: Line) -> Bool {
    let fits = { (wanted: String?, has: String?) in
      wanted.map { $0.lowercased() == has?.lowercased() } ?? true
    }
    let tags = line.tags.map { $0.lowercased() }
    return fits(owner, line.owner) && fits(group, line.group)
      && tag.allSatisfy { tags.contains($0.lowercased()) }
  }
}
