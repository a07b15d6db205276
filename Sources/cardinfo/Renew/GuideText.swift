import Carriers
import FoundationEssentials
import Renewal
import Words

/// A guide, or the answer to a problem, for people.
struct GuideText {
  let situation: GuideCase
  /// Whether to draw a QR code for each address that a phone opens.
  let drawsCodes: Bool

  /// The four steps.
  func lines(_ guide: Guide, colour: Bool) -> [String] {
    var number = 0
    return heading(colour)
      + guide.steps.enumerated().flatMap { place, step -> [String] in
        let title = "\(place + 1) \(step.phase.words.text)"
        return ["", Style.heading.apply(Terminal.clean(title), colour)]
          + step.actions.flatMap { action -> [String] in
            number += 1
            return lines(action, number, colour)
          }
      }
  }

  /// What to do about a problem.
  func lines(_ actions: [GuideAction], _ problem: GuideProblem, colour: Bool) -> [String] {
    heading(colour) + ["", Style.heading.apply(Terminal.clean(problem.words.text), colour)]
      + actions.enumerated().flatMap { lines($1, $0 + 1, colour) }
  }

  private func heading(_ colour: Bool) -> [String] {
    let name = Style.heading.apply(Terminal.clean(situation.line.name), colour)
    let verdict = VerdictText(verdict: situation.verdict, events: [], zone: situation.zone)
    let carriers = situation.carriers.map { $0.names.text(in: .ofThisRun) }
    let who =
      carriers.isEmpty
      ? unknownCarrier
      : carriers.count == 1
        ? Words("run by \(carriers[0])")
        : Words("run by \(carriers[0]), or else by \(carriers[1...].joined(separator: ", "))")
    return ["\(name)  \(Terminal.clean(verdict.summary.text))"]
      + Terminal.wrapped(who.text, indent: 2)
  }

  /// What little the ICCID tells.
  private var unknownCarrier: Words {
    let countries = Country.countries(iccid: situation.line.iccid ?? "").compactMap(\.code)
    let names = countries.compactMap { CarrierFiles.name(of: $0) }
    return names.isEmpty
      ? Words("who runs it is not known")
      : Words("who runs it is not known; its ICCID is of \(names.joined(separator: ", "))")
  }

  private func lines(_ action: GuideAction, _ number: Int, _ colour: Bool) -> [String] {
    let label = Table.padded("\(number)", to: 3)
    var lines = Terminal.wrapped(
      action.sentence(for: ShellWord.quoted(situation.line.name), in: .ofThisRun).text, indent: 4)
    if let first = lines.first { lines[0] = label + " " + first.dropFirst(4) }
    let address = action.method?.uri
    if let address, address.hasPrefix("tel:") || address.hasPrefix("sms:") {
      lines.append("    " + Style.label.apply(Terminal.clean(address), colour))
    }
    lines += remarks(action).flatMap { Terminal.wrapped($0.text, indent: 4) }
      .map { Style.label.apply($0, colour) }
    if drawsCodes, let address, let code = QRCode(address) {
      lines += code.lines.map { "    " + $0 }
    }
    return lines
  }

  private func remarks(_ action: GuideAction) -> [Words] {
    let today = CalendarDay(situation.now, in: situation.zone)
    let note = action.fact?.note.map { Words(verbatim: $0.text(in: .ofThisRun)) }
    // Where it holds in the whole country of its carrier, that goes without saying.
    let region = action.fact?.region.flatMap { region in
      region == situation.carriers.first?.country ? nil : Words("in \(region)")
    }
    let source = action.fact.map { Words("(\($0.source.words(on: today)))") }
    let parts = [note, region, source].compactMap { $0 }
    return parts.isEmpty ? [] : [Words.sentences(parts)]
  }
}
