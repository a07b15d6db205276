import Carriers
import FoundationEssentials
import Renewal
import Words

/// A guide, or the answer to a problem, for people.
struct GuideText {
  let situation: GuideCase
  /// Whether to show all that is known, and not only what fits a screen.
  let showsAll: Bool
  /// The action to draw a QR code for, by its number.
  let drawnCode: Int?

  /// What to do first, then the shortest way through, or the four steps with all that is known.
  func lines(_ guide: Guide, colour: Bool) -> [String] {
    heading(colour) + first(guide, colour)
      + (showsAll ? steps(guide, colour) : brief(guide, colour))
  }

  private func first(_ guide: Guide, _ colour: Bool) -> [String] {
    guard let first = guide.first else {
      return Terminal.wrapped(
        situation.verdict.idle(of: situation.line, situation.attempts).text, indent: 2)
    }
    let when = first.duty.words(on: CalendarDay(situation.now, in: situation.zone))
    return Terminal.wrapped(when.text, indent: 2).map { Style.heading.apply($0, colour) }
      + Terminal.wrapped(sentence(first.way).text, indent: 2)
  }

  private func brief(_ guide: Guide, _ colour: Bool) -> [String] {
    let more = Words("all that is known: cardinfo renew \(name) guide --all")
    return [""]
      + guide.brief.enumerated().flatMap { place, action in
        numbered(
          Words.sentences([sentence(action), source(action)].compactMap { $0 }), place + 1)
          + code(of: action, place + 1)
      }
      + [""] + Terminal.wrapped(more.text, indent: 0).map { Style.label.apply($0, colour) }
  }

  private func steps(_ guide: Guide, _ colour: Bool) -> [String] {
    var number = 0
    return guide.steps.enumerated().flatMap { place, step -> [String] in
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
      + Terminal.wrapped(who.text, indent: 2) + labelled(Words("note"), verdict.notes, 2)
  }

  /// What little the ICCID tells.
  private var unknownCarrier: Words {
    let countries = Country.countries(iccid: situation.line.iccid ?? "").compactMap(\.code)
    let names = countries.compactMap { CarrierFiles.name(of: $0) }
    return names.isEmpty
      ? Words("who runs it is not known")
      : Words("who runs it is not known; its ICCID is of \(names.joined(separator: ", "))")
  }

  private var name: String { ShellWord.quoted(situation.line.name) }

  private func sentence(_ action: GuideAction) -> Words {
    action.sentence(for: name, in: .ofThisRun)
  }

  private func numbered(_ words: Words, _ number: Int) -> [String] {
    var lines = Terminal.wrapped(words.text, indent: 4)
    if let first = lines.first {
      lines[0] = Table.padded("\(number)", to: 3) + " " + first.dropFirst(4)
    }
    return lines
  }

  private func code(of action: GuideAction, _ number: Int) -> [String] {
    guard number == drawnCode, let code = action.method?.uri.flatMap({ QRCode($0) }) else {
      return []
    }
    return code.lines.map { "    " + $0 }
  }

  private func lines(_ action: GuideAction, _ number: Int, _ colour: Bool) -> [String] {
    var lines = numbered(sentence(action), number)
    let address = action.method?.uri
    if let address, address.hasPrefix("tel:") || address.hasPrefix("sms:") {
      lines.append("    " + Style.label.apply(Terminal.clean(address), colour))
    }
    lines += remarks(action).flatMap { Terminal.wrapped($0.text, indent: 4) }
      .map { Style.label.apply($0, colour) }
    return lines + code(of: action, number)
  }

  private func source(_ action: GuideAction) -> Words? {
    let today = CalendarDay(situation.now, in: situation.zone)
    return action.fact.map { Words("(\($0.source.words(on: today)))") }
  }

  private func remarks(_ action: GuideAction) -> [Words] {
    let note = action.fact?.note.map { Words(verbatim: $0.text(in: .ofThisRun)) }
    // Where it holds in the whole country of its carrier, that goes without saying.
    let region = action.fact?.region.flatMap { region in
      region == situation.carriers.first?.country ? nil : Words("in \(region)")
    }
    let parts = [note, region, source(action)].compactMap { $0 }
    return parts.isEmpty ? [] : [Words.sentences(parts)]
  }
}

extension Verdict {
  /// What is said where nothing has to be done as far as that is known.
  func idle(of line: Line, _ attempts: [RenewalAttempt]) -> Words {
    if attempts.contains(where: { $0.phase == .submitted }) {
      return NextStep(.verifyRenewal).of(line).sentence
    }
    guard state == .unknown else { return Words("there is nothing to do now") }
    guard let step = next.first else { return Words("how it stands is not known") }
    return Words("how it stands is not known, so find out before you pay; \(step.sentence)")
  }
}

extension Duty {
  /// What has to be done, and by when, as it is on a day.
  func words(on today: CalendarDay?) -> Words {
    let what = what.words
    let isLate = today.map(isPressing) == true
    return switch deadline {
    case nil: Words("\(what): now")
    case let day? where isLate: Words("\(what): now, at the latest on \(day)")
    case let day?: Words("\(what): by \(actBy), at the latest on \(day)")
    }
  }
}
