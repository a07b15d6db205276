import Glibc
import Words

/// Timers of systemd, for the person alone: each hour what has come due is told of, and the calendar is
/// written.
struct TimerSetup: SetupPart {
  private var units: [Unit]
  var problem: Problem?

  /// A timer, and how it stands.
  private struct Unit {
    let name: String
    let what: Words
    /// What Enter alone means.
    let usual: Bool
    var state: State
    var isWanted = false

    enum State {
      case enabled, installed, missing
      /// Systemd can't be asked.
      case unknown
    }

    init(_ name: String, _ what: Words, usual: Bool) {
      self.name = name
      self.what = what
      self.usual = usual
      state =
        TimerSetup.systemctl("--quiet", "is-enabled", name)
        ? .enabled
        : TimerSetup.systemctl("cat", name)
          ? .installed : TimerSetup.systemctl("show", "--property=Version") ? .missing : .unknown
    }

    var command: [String] { ["enable", "--now", name] }
  }

  init() {
    units = [
      Unit("cardinfo-notify.timer", Words("send notices each hour"), usual: true),
      Unit("cardinfo-calendar.timer", Words("write a calendar each hour"), usual: false),
    ]
  }

  /// Runs systemctl on the person's own manager, and says whether it did as it was told.
  private static func systemctl(_ words: String...) -> Bool {
    systemctl(words, isSilent: true)
  }

  private static func systemctl(_ words: [String], isSilent: Bool) -> Bool {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nowhere) }
    let child = ChildProcess(["systemctl", "--user"] + words)
      .start(input: nowhere, output: nowhere, isSilent: isSilent)
    return child.map { ChildProcess.end(of: $0) == .status(0) } ?? false
  }

  mutating func ask() throws {
    if units.contains(where: { $0.state == .unknown }) {
      return SetupText.say(Words("Timers: \(Self.notAsked)"))
    }
    guard units.contains(where: { $0.state != .missing }) else {
      return SetupText.say(
        Words(
          """
          Timers: no units of cardinfo are known to a systemd of yours; `make install` puts them in place, or \
          cron runs cardinfo notify
          """))
    }
    for index in units.indices {
      let unit = units[index]
      switch unit.state {
      case .missing, .unknown: continue
      case .enabled: SetupText.say(Words("Timers: \(unit.name) is enabled"))
      case .installed:
        units[index].isWanted = try Question.agree(
          to: Words("Enable \(unit.name), to \(unit.what)?"), usual: unit.usual)
      }
    }
  }

  private static var notAsked: Words {
    Words("a systemd of yours can't be asked, so whether one is enabled is not known")
  }

  var plan: [Words] {
    units.filter(\.isWanted).map {
      Words(verbatim: (["systemctl", "--user"] + $0.command).joined(separator: " "))
    }
  }

  mutating func perform() throws {
    for index in units.indices where units[index].isWanted {
      guard Self.systemctl(units[index].command, isSilent: false) else {
        throw Problem(
          .commandFailed, Words("systemctl did not enable \(units[index].name)"),
          nextStep: Words("try it by hand, or run cardinfo notify from cron"))
      }
      units[index].state = .enabled
    }
  }

  var row: SetupAnswer.Row {
    let enabled = units.filter { $0.state == .enabled }.map { Words(verbatim: $0.name) }
    let open = units.filter { $0.state != .enabled }
    let tellsOfNothing = open.contains { $0.usual }
    let state: SetupAnswer.State =
      problem != nil
      ? .failed : tellsOfNothing ? .open : units.contains(where: \.isWanted) ? .done : .kept
    return SetupAnswer.Row(
      part: .timer, state: state,
      finding: open.contains { $0.state == .unknown }
        ? Self.notAsked
        : enabled.isEmpty
          ? Words("none is enabled, so nothing is told by itself")
          : Words(
            """
            enabled: \(Words.listed(enabled)); `loginctl enable-linger` keeps them going while nobody is logged in
            """),
      commands: commands(for: open.filter { $0.usual || $0.state == .installed }))
  }

  /// The program by its path: cron looks in few directories.
  private static let program: String = {
    let path = Program.path ?? "cardinfo"
    return ShellWord.quoted(path.filter { $0 != "/" }).hasPrefix("'") ? "cardinfo" : path
  }()

  private func commands(for units: [Unit]) -> [String] {
    units.map { unit in
      unit.state == .installed
        ? (["systemctl", "--user"] + unit.command).joined(separator: " ")
        : "(crontab -l; echo '7 * * * * \(Self.program) notify') | crontab -"
    }
  }
}
