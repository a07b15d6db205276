import ArgumentParser
import Card

/// `cardinfo read`, the default.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the cards in the readers.")

  @OptionGroup var cards: CardOptions

  @Option(
    help: ArgumentHelp(
      "Read only these parts, separated by commas: \(ReadingPlan.Section.list).",
      valueName: "parts"),
    transform: ReadingPlan.Section.parse)
  var only: Set<ReadingPlan.Section>?

  @Flag(help: "Read what says nothing of the line too: icons and access rules of profiles.")
  var full = false

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func run() throws {
    let plan = ReadingPlan(only ?? ReadingPlan.Section.standard, isFull: full)
    try cards.read(plan).report(asJSON: json, text: CardText.init)
  }
}

extension ReadingPlan.Section {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  static func parse(_ list: String) throws -> Set<Self> {
    let names = list.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
    guard !names.isEmpty else { throw ValidationError("--only wants parts: \(Self.list)") }
    return Set(
      try names.map { name in
        guard let section = Self(rawValue: String(name)) else {
          throw ValidationError("--only does not know '\(name)'; it knows \(Self.list)")
        }
        return section
      })
  }
}
