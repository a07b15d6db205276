import ArgumentParser
import Card
import CardState
import Words

/// A change that somebody wants of a profile in a reader.
struct WantedChange {
  let kind: Kind
  let reader: String
  let euicc: EUICC
  /// What names the profile: its ICCID, or its AID where it has none.
  let profile: String
  /// What it is called.
  let name: String
  let nickname: String

  /// The changes that there are, by the names of their buttons.
  enum Kind: String, CaseIterable {
    case enable, disable, rename, delete

    /// What the button says that makes it.
    var button: Words {
      switch self {
      case .enable: Words("Enable it")
      case .disable: Words("Disable it")
      case .rename: Words("Rename it")
      case .delete: Words("Delete it for good")
      }
    }
  }

  /// - Throws: A ``Problem`` where a form names no change, or its profile can't be named.
  init(_ visit: Visit, _ place: CardPlace) throws(Problem) {
    let (euicc, profile) = try place.profile()
    guard let kind = Kind.allCases.first(where: { visit.request.field($0.rawValue) != nil }) else {
      throw Problem(.usage, Words("the form says nothing that can be done"))
    }
    guard let number = profile.iccid ?? profile.aid else {
      throw ChangeRefusal.profileWithoutICCID.problem
    }
    self.kind = kind
    self.euicc = euicc
    self.profile = number
    reader = place.reader.name
    name = visit.shown(profile.calledName ?? Words("a profile without a name").text)
    nickname = visit.request.field("nickname") ?? ""
  }

  /// What it is.
  var title: Words {
    switch kind {
    case .enable: Words("Enable \(name)")
    case .disable: Words("Disable \(name)")
    case .rename: Words("Rename \(name)")
    case .delete: Words("Delete \(name)")
    }
  }

  /// The command that makes it.
  func command(_ service: DeskService, isTold: Bool) throws -> any ChangeCommand {
    let arguments = service.arguments(for: euicc, isTold: isTold) + ["--", profile]
    return switch kind {
    case .enable: try EnableProfile.parse(arguments)
    case .disable: try DisableProfile.parse(arguments)
    case .rename: try RenameProfile.parse(arguments + [nickname])
    case .delete: try DeleteProfile.parse(arguments)
    }
  }
}

/// A change as it was shown to somebody who may agree to it.
struct ShownChange {
  let wanted: WantedChange
  let question: String
  let losses: [String]
  /// What has to be typed, if anything has to be.
  let tail: String?
  let names: [String]
  /// Whether servers are told of such a change.
  let isTold: Bool

  init(wanted: WantedChange, question: String, _ prepared: PreparedChange) {
    self.wanted = wanted
    self.question = question
    losses = prepared.losses.map(\.text)
    (tail, names) = (prepared.tail, prepared.names)
    isTold = prepared.plan.change.goal.isTold
  }

  /// Makes it, if the card is as it was shown; the card is shown anew then, whatever came of it.
  func make(
    _ service: DeskService, _ visit: Visit, isTold: Bool, _ report: DeskWork.Report
  ) throws -> DeskWork.End {
    let command = try wanted.command(service, isTold: isTold)
    report(Words("reading the card"), nil)
    let run = try service.run(command.change, in: wanted.reader)
    let prepared = try command.prepare(run)
    let now = ShownChange(wanted: wanted, question: visit.shown(prepared.question), prepared)
    guard now.isSame(as: self) else {
      throw Problem(
        .declined, Words("the card is not as it was shown, so nothing was changed"),
        nextStep: Words("look at the cards again"))
    }
    if prepared.isMade, let alreadySo = prepared.alreadySo {
      return DeskWork.End(done: [Words("\(alreadySo): nothing to do")])
    }
    report(Words("changing the card"), nil)
    var notes: [Words] = []
    let document = command.make(prepared.plan, run) { notes.append($0) }
    var end = DeskWork.End(
      done: document.errors.isEmpty ? [Words(verbatim: visit.shown(prepared.done))] : [],
      problems: document.errors, notes: notes)
    do throws(Problem) { try service.readAgain(wanted.reader) } catch { end.problems.append(error) }
    return end
  }

  private func isSame(as other: ShownChange) -> Bool {
    question == other.question && losses == other.losses && tail == other.tail
      && names == other.names
  }
}

extension Problem {
  /// A form that was sent before.
  static let agreedBefore = Problem(
    .declined,
    Words("this was agreed to before, or was shown long ago; nothing was done now"),
    nextStep: Words("look at the cards again"))
}
