import Foundation
import Testing

/// `cardinfo setup`, as a person answers it on a terminal.
struct SetupTests {
  /// A machine of a person's own, with a systemctl that only notes what it is told.
  private struct Home {
    let scratch: Scratch
    /// Whether systemctl knows the units.
    var hasUnits = true
    var hasManager = true

    init() throws {
      scratch = try Scratch()
      try FileManager.default.createDirectory(
        atPath: scratch.path("bin"), withIntermediateDirectories: true)
      let script = """
        #!/bin/sh
        echo "$*" >> '\(scratch.path("systemctl"))'
        case "$*" in
          *is-enabled*) exit 1 ;;
          *show*) [ -z "$NO_MANAGER" ] ;;
          *) [ -z "$NO_UNITS" ] ;;
        esac

        """
      try Data(script.utf8).write(to: URL(filePath: scratch.path("bin/systemctl")))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: scratch.path("bin/systemctl"))
    }

    var environment: [String: String] {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      return [
        "XDG_DATA_HOME": scratch.path("data"), "XDG_CONFIG_HOME": scratch.path("config"),
        "PATH": scratch.path("bin") + ":" + path, "NO_UNITS": hasUnits ? "" : "1",
        "NO_MANAGER": hasManager ? "" : "1",
        "PCSCLITE_CSOCK_NAME": "/no/such/socket", "TZ": "Europe/London",
      ]
    }

    var configuration: String { scratch.path("config/cardinfo/notify.json") }

    func answer(_ answers: [Command.Answer], _ arguments: String = "") throws -> Command.Result {
      try Command.onTerminal("setup \(arguments)", environment: environment, typing: answers)
    }

    func run(_ arguments: String) throws -> Command.Result {
      try Command.bash("setsid -w $CARDINFO \(arguments)", environment: environment)
    }

    func text(_ name: String) -> String? { try? scratch.text(name) }

    func mode(_ name: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      return try #require(attributes[.posixPermissions] as? Int)
    }

    /// Whether nothing at all was written.
    var isUntouched: Bool {
      ["data", "config"].allSatisfy {
        !FileManager.default.fileExists(atPath: scratch.path($0))
      } && text("systemctl")?.contains("enable --now") != true
    }
  }

  /// A first run from the first to the last question: what is asked, and what is typed.
  private static let firstRun: [Command.Answer] = [
    .init(after: "1  English", text: "\\n"),
    .init(after: "r looks again", text: "\\n"),
    .init(after: "What do you call the line", text: "home\\n"),
    .init(after: "carrier or rule", text: "giffgaff\\n"),
    .init(after: "last day that it is valid", text: "\\n"),
    .init(after: "last top-up, such as", text: "2026-11-01 10 GBP\\n"),
    .init(after: "nowhere yet", text: "9\\n"),
    .init(after: "Address of the server", text: "http://127.0.0.1:1\\n"),
    .init(after: "Token; it is not shown", text: "planted-token-7Q\\n"),
    .init(after: "cardinfo-notify.timer, to", text: "\\n"),
    .init(after: "cardinfo-calendar.timer, to", text: "\\n"),
    .init(after: "Do it?", text: "\\n"),
  ]

  @Test func aFirstRunSetsUpAllThatWasAnswered() throws {
    let home = try Home()
    let result = try home.answer(Self.firstRun + [.init(after: "test notice", text: "n\\n")])
    #expect(result.status == 0, "\(result.output)")
    let lines = try home.run("line show home --json").output
    #expect(lines.contains(#""giffgaff""#) && lines.contains("2026-11-01"))
    let configuration = try #require(home.text("config/cardinfo/notify.json"))
    #expect(configuration.contains(#""file" : "gotify-token""#))
    #expect(configuration.contains("http://127.0.0.1:1"))
    #expect(home.text("config/cardinfo/gotify-token") == "planted-token-7Q\n")
    for place in [result.output, result.errors, configuration, home.text("systemctl") ?? ""] {
      #expect(!place.contains("planted-token"))
    }
    for file in ["notify.json", "gotify-token"] {
      #expect(try home.mode("config/cardinfo/\(file)") == 0o600, "\(file)")
    }
    #expect(try home.mode("config/cardinfo") == 0o700)
    let units = try #require(home.text("systemctl"))
    #expect(units.contains("--user enable --now cardinfo-notify.timer"))
    #expect(!units.contains("enable --now cardinfo-calendar.timer"), "Enter leaves it")
    // What it wrote is what the commands read.
    #expect(try home.run("notify --dry-run").status == 0)
  }

  @Test(arguments: firstRun.indices) func ctrlCAtAQuestionLeavesNothing(question: Int) throws {
    let home = try Home()
    var answers = Array(Self.firstRun.prefix(question))
    answers.append(.init(after: Self.firstRun[question].after, text: "\\x03"))
    let result = try home.answer(answers)
    #expect(result.status == 130, "\(result.output)")
    #expect(home.isUntouched, "\(result.output)")
    #expect(result.output.contains("nothing was changed"), "\(result.output)")
  }

  @Test func noAtTheEndLeavesNothing() throws {
    let home = try Home()
    let result = try home.answer(
      Self.firstRun.dropLast() + [.init(after: "Do it?", text: "n\\n")])
    #expect(result.status == 1 && home.isUntouched, "\(result.output)")
  }

  @Test func enterAloneChangesNothing() throws {
    let home = try Home()
    let result = try home.answer([
      .init(after: "1  English", text: "\\n"), .init(after: "r looks again", text: "\\n"),
      .init(after: "What do you call", text: "\\n"), .init(after: "nowhere yet", text: "\\n"),
      .init(after: "notify.timer, to", text: "n\\n"),
      .init(after: "calendar.timer, to", text: "\\n"),
    ])
    #expect(result.status == 0 && home.isUntouched, "\(result.output)")
    #expect(result.output.contains("cardinfo line add --card"), "it says how to do it later")
  }

  @Test func aSecondRunKeepsWhatIsThere() throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.scratch.path("config/cardinfo"), withIntermediateDirectories: true)
    let before = """
      {"channels": [{"name": "screen", "kind": "stdout"}], "thresholds": [9], "digest": "daily",
       "quietHours": {"from": "22:00", "to": "08:00"}}
      """
    _ = FileManager.default.createFile(
      atPath: home.configuration, contents: Data(before.utf8),
      attributes: [.posixPermissions: 0o600])
    #expect(try home.run("line add --name old").status == 0)
    let kept = [
      Command.Answer(after: "1  English", text: "\\n"),
      .init(after: "r looks again", text: "\\n"), .init(after: "Track another", text: "\\n"),
    ]
    let timers = [
      Command.Answer(after: "notify.timer, to", text: "n\\n"),
      .init(after: "calendar.timer, to", text: "n\\n"),
    ]
    let nothing = try home.answer(kept + [.init(after: "Add a channel", text: "\\n")] + timers)
    #expect(nothing.status == 0, "\(nothing.output)")
    #expect(nothing.output.contains("screen (stdout)"), "what is there is shown")
    #expect(home.text("config/cardinfo/notify.json") == before)
    let more = try home.answer(
      kept + [
        .init(after: "Add a channel", text: "y\\n"), .init(after: "nowhere yet", text: "1\\n"),
        .init(after: "Command for a shell", text: "true\\n"),
      ] + timers + [
        .init(after: "Do it", text: "\\n"), .init(after: "test notice", text: "\\n"),
      ])
    #expect(more.status == 0 && more.output.contains("took the test message"), "\(more.output)")
    let after = try JSONSerialization.jsonObject(
      with: Data(try #require(home.text("config/cardinfo/notify.json")).utf8))
    let members = try #require(after as? [String: Any])
    #expect(members["thresholds"] as? [Int] == [9] && members["digest"] as? String == "daily")
    #expect(members["quietHours"] as? [String: String] == ["from": "22:00", "to": "08:00"])
    let channels = try #require(members["channels"] as? [[String: Any]])
    #expect(channels.compactMap { $0["name"] as? String } == ["screen", "exec"])
    #expect(try home.mode("config/cardinfo/notify.json") == 0o600)
  }

  @Test(arguments: [(0o644, #"{"channels": []}"#), (0o600, "{ oops"), (0o600, #"{"channels": 7}"#)])
  func aConfigurationThatCannotBeReadIsLeft(mode: Int, text: String) throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.scratch.path("config/cardinfo"), withIntermediateDirectories: true)
    _ = FileManager.default.createFile(
      atPath: home.configuration, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
    let result = try home.answer([
      .init(after: "1  English", text: "\\n"), .init(after: "r looks again", text: "\\n"),
      .init(after: "What do you call", text: "home\\n"),
      .init(after: "carrier or rule", text: "\\n"), .init(after: "last day", text: "2027-06-01\\n"),
      .init(after: "notify.timer, to", text: "n\\n"),
      .init(after: "calendar.timer, to", text: "n\\n"), .init(after: "Do it", text: "\\n"),
    ])
    #expect(home.text("config/cardinfo/notify.json") == text)
    #expect(result.status != 0 && result.output.contains("left as"), "\(result.output)")
    // The rest is set up all the same.
    #expect(try home.run("lines").output.contains("home"), "\(result.output)")
  }

  @Test func theLinesOfACardAreTracked() throws {
    let home = try Home()
    let result = try home.answer(
      [
        .init(after: "1  English", text: "\\n"), .init(after: "Track them", text: "\\n"),
        .init(after: "nowhere yet", text: "\\n"), .init(after: "notify.timer, to", text: "n\\n"),
        .init(after: "calendar.timer, to", text: "n\\n"), .init(after: "Do it", text: "\\n"),
      ], "--virtual travel-euicc")
    #expect(result.status == 0, "\(result.output)")
    #expect(try home.run("lines").output.contains("airalo"), "\(result.output)")
  }

  @Test func theLanguageIsKeptAndSpokenFromThenOn() throws {
    let home = try Home()
    let result = try home.answer(
      [
        .init(after: "1  English", text: "2\\n"), .init(after: "Track them\\|跟踪它们", text: "n\\n"),
        .init(after: "What do you call\\|怎么称呼", text: "\\n"),
        .init(after: "nowhere yet\\|暂不", text: "\\n"),
        .init(after: "notify.timer", text: "n\\n"), .init(after: "calendar.timer", text: "n\\n"),
        .init(after: "Do it?\\|执行吗", text: "\\n"),
      ], "--virtual travel-euicc")
    #expect(result.status == 0, "\(result.output)")
    #expect(home.text("config/cardinfo/language") == "zh-Hans\n")
    #expect(try home.run("--help").output.contains("用法"))
    #expect(try home.run("--lang en --help").output.contains("USAGE"))
  }

  @Test func withoutATerminalItSaysWhichCommandsDoIt() throws {
    let home = try Home()
    let result = try home.run("setup --virtual travel-euicc")
    #expect(result.status == 64 && home.isUntouched, "\(result.output)")
    #expect(result.output.contains("cardinfo line add --card"))
    #expect(result.output.contains("systemctl --user enable --now cardinfo-notify.timer"))
    #expect(result.errors.contains("no terminal"))
    var bare = home
    bare.hasUnits = false
    #expect(try bare.run("setup --virtual travel-euicc").output.contains("crontab"))
    // What can't be asked may well have them.
    bare.hasManager = false
    let open = try bare.run("setup --virtual travel-euicc").output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(open.contains("is not known") && !open.contains("none is enabled"))
  }
}
