import ArgumentParser
import Carriers
import Renewal
import Words

/// Whose a line is, and what it is found by: numbers, carrier, owner, group, tags, and what its owner
/// wants to remember. An empty text takes away what was said before.
struct LineDetails: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("Its phone number, such as \"+44 7700 900123\"; may be repeated."), valueName: "number")
  )
  var number: [String] = []

  @Option(
    help: ArgumentHelp(
      Words("Who runs it, by a name that cardinfo carrier knows."), valueName: "carrier"),
    completion: CarrierCompletion.carriers)
  var carrier: String?

  @Option(help: ArgumentHelp(Words("Whose it is."), valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp(Words("What it is kept together with."), valueName: "name"))
  var group: String?

  @Option(help: ArgumentHelp(Words("A word to find it by; may be repeated."), valueName: "word"))
  var tag: [String] = []

  @Option(help: ArgumentHelp(Words("What you want to remember of it."), valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      Words("How it is paid for, such as \"mum's Visa\"."), valueName: "text"))
  var paidBy: String?

  @Option(
    help: ArgumentHelp(
      Words("How many days before the last one you want to be done (default: 3)."),
      valueName: "days"))
  var lead: Int?

  func validate() throws {
    for number in number where !number.isBlank && PhoneNumber(number) == nil {
      throw ValidationError(
        Words("a phone number has 5 to 15 digits, such as: +44 7700 900123"))
    }
    guard lead.map({ (0...365).contains($0) }) != false else {
      throw ValidationError(Words("--lead is 0 to 365 days"))
    }
  }

  /// Whether anything is said.
  var isEmpty: Bool {
    number.isEmpty && carrier == nil && owner == nil && group == nil && tag.isEmpty && note == nil
      && paidBy == nil && lead == nil
  }

  /// Puts what is said into a line.
  func apply(to line: inout Line) throws {
    if !number.isEmpty { line.numbers = number.kept }
    if let carrier { line.carrier = try carrier.kept.map(Self.known) }
    if let owner { line.owner = owner.kept }
    if let group { line.group = group.kept }
    if !tag.isEmpty { line.tags = tag.kept }
    if let note { line.note = note.kept }
    if let paidBy { line.paymentMethod = paidBy.kept }
    if let lead { line.leadDays = lead }
  }

  /// The identifier of the only carrier of a name.
  static func known(_ name: String) throws -> Carrier.ID {
    let found = CarrierFiles.known.book.carriers(named: name)
    if let only = found.first, found.count == 1 { return only.id }
    let all = found.isEmpty ? CarrierFiles.all.book.carriers(named: name) : found
    if let only = all.first, all.count == 1 { return only.id }
    guard all.isEmpty else {
      throw ValidationError(Words("'\(name)' can be: \(all.map(\.id).joined(separator: ", "))"))
    }
    // People know a carrier by its hotline, too.
    let reached = CarrierFiles.all.book.carriers(at: name)
    if let only = reached.first, reached.count == 1 { return only.id }
    let meant = CarrierFiles.known.book.near(name)
    throw ValidationError(
      meant.isEmpty
        ? Words("no carrier is called '\(name)'; see: cardinfo carrier NAME")
        : Words(
          "no carrier is called '\(name)'; did you mean: \(meant.joined(separator: ", "))?"))
  }
}

extension String {
  /// Whether there is nothing to see in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without spaces around it; nil where nothing is left.
  fileprivate var kept: String? {
    let text = trimmingPrefix(while: \.isWhitespace)
    let end = text.lastIndex { !$0.isWhitespace }
    return end.map { String(text[...$0]) }
  }
}

extension [String] {
  /// What is left of texts, each once.
  fileprivate var kept: [String] {
    reduce(into: []) { kept, text in
      if let text = text.kept, !kept.contains(text) { kept.append(text) }
    }
  }
}
