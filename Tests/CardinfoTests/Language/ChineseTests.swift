import Foundation
import Testing
import VirtualCard
import Words

@testable import cardinfo

/// What people see in Simplified Chinese: the whole of it, and well set.
struct ChineseTests {
  static let runs = [
    "--virtual travel-euicc", "--virtual travel-euicc --verbose",
    "profiles --full --virtual travel-euicc",
    "chip --virtual travel-euicc", "notifications --virtual travel-euicc",
    "--virtual pin-locked", "--virtual china-mobile", "--virtual gsm-2g", "--virtual wiped",
    "--virtual plain-sim --only messages", "--virtual no-signing-roots profiles --full",
    "--virtual mute", "--virtual removed", "--virtual m2m-euicc profiles", "--virtual empty-euicc",
    "profiles enable 8985203012345678902 --dry-run --virtual travel-euicc",
    "profiles enable 8985203012345678902 --yes --virtual travel-euicc",
    "profiles enable 8985203012345678902 --yes --virtual says-done",
    "profiles delete 8944500123456789011 --yes --virtual travel-euicc",
    "notifications remove 99 --yes --virtual travel-euicc",
    "readers", "doctor", "virtual list", "profiles --virtual plain-sim",
    "--trace /nowhere/trace --virtual plain-sim",
    "decode sw 6A82", "decode sw 1234", "decode iccid 89", "decode atr 3B",
    "decode imsi 460001234567890",
    "decode eid 89049032000000000000012600041755",
    "decode atr 3B9F96801FC78031A073BE21136743200718000001A5",
    "help", "help read", "readers --help", "profiles --help", "profiles enable --help",
    "profiles reset --help", "notifications dump --help", "notifications remove --help",
    "lpac --help", "virtual serve --help", "decode --help", "decode file --help", "export --help",
    "report --help", "calendar --help", "desk --help", "--bogus", "profiles enable",
    "read --only nonsense", "linse", "line show --quiet",
    "--virtual nobody",
    "--format",
    "profiles --format foo", "readers more", "--reader 1 --virtual plain-sim",
  ]

  /// Names, commands and words of specifications, which are the same in every language.
  private static let names = Set(Language.all.map(\.tag)).union([
    "cardinfo", "pcscd", "vpcd", "polkit", "systemctl", "sudo", "udev", "libccid", "apt", "make",
    "lpac", "profile", "notification", "driver", "version", "eSTK", "javacard", "akaCave", "other",
    "euicc", "virtual",
    // Commands, options and their values.
    "read", "readers", "watch", "profiles", "notifications", "chip", "export", "decode", "doctor",
    "help",
    "list", "line", "lines", "add", "iccid", "imsi", "eid", "atr", "sw", "tlv", "sms", "file",
    "enable", "download", "discover", "install", "start", "restart", "text", "json", "hex",
    "base", "der", "dump", "info",
    "identity", "names", "pin", "registration", "messages", "contacts", "files", "only", "serve",
    "mf", "usim", "isim", "csim", "gsm", "telecom", "cdma",
    "report", "desk", "html", "calendar", "iCalendar", "remove", "rename", "disable", "delete",
    "reset",
    "log", "reply", "renew",
    "carrier", "name",
    "output",
    "nonsense", "bogus", "foo", "nobody", "more", "nowhere", "trace", "format", "reader", "tag",
    "import", "set", "show", "purge", "rules", "guide", "submitted", "confirm", "fail", "verify",
    "notify", "setup", "send", "snooze", "mute", "unmute", "test", "digest", "daily",
    "check", "metrics", "plain", "sim", "travel", "china", "mobile", "locked", "gpg", "agent",
    "socket", "handle",
    // Names on the cards.
    "airalo", "expires", "network", "giffgaff",
  ])

  /// A word that stands by itself: no part of a name, a path, an option or a value.
  private static func leftovers(_ text: String) throws -> [String] {
    let values = try Regex(#"(?m)^ +cardinfo .*$|<[^>]*>|\{[^}]*\}|`[^`]*`|“[^”]*”|'[^']*'"#)
    let token = try Regex("[A-Za-z0-9_./+@:=#-]+", as: Substring.self)
    let word = try Regex("[a-z]{2,}")
    return text.replacing(values, with: " ").matches(of: token)
      .map { $0.output.reversed().drop { ".:".contains($0) } }
      .map { String($0.reversed()) }
      .filter {
        $0.wholeMatch(of: word) != nil && !names.contains($0) && NamedCard.named($0) == nil
      }
  }

  private static func run(_ arguments: String, _ rest: [String] = ["--lang", "zh-Hans"]) throws
    -> Command.Result
  {
    try Command.run(
      [Command.executable] + arguments.split(separator: " ").map(String.init) + rest,
      environment: ["XDG_DATA_HOME": "/nowhere", "PCSCLITE_CSOCK_NAME": "/nowhere/pcscd"])
  }

  @Test(arguments: runs) func nothingIsLeftInEnglish(arguments: String) throws {
    let result = try Self.run(arguments)
    let text = result.output + result.errors
    #expect(text.contains(/\p{Script=Han}/), "\(text)")
    let leftovers = try Self.leftovers(text)
    #expect(leftovers == [], "\(text)")
    #expect(!text.contains("\u{1B}"))
    // Messages stay in one line, and so do commands to copy.
    let whole = ["cardinfo:", "错误：", "    cardinfo ", "  > "]
    for line in text.split(separator: "\n") where !whole.contains(where: line.hasPrefix) {
      #expect(Terminal.width(String(line)) <= 80, "\(line)")
    }
    #expect(try Self.run(arguments, []).status == result.status)
  }

  @Test func theCheckFindsEnglish() throws {
    #expect(
      try Self.leftovers("卡 is in the 读卡器 cardinfo `a word` x.example") == ["is", "in", "the"])
  }

  @Test func columnsAlign() throws {
    let lines = try Self.run("--virtual travel-euicc --verbose").output.split(separator: "\n")
    let starts = ["运营商", "号码", "下一步", "ICCID", "网络", "PIN1", "开销", "驻网", "线路", "EID"].map { label in
      lines.first { $0.dropFirst(2).hasPrefix(label + " ") }.map { line in
        let rest = line.dropFirst(2 + label.count)
        return 2 + Terminal.width(label) + rest.prefix { $0 == " " }.count
      }
    }
    #expect(Set(starts).count == 1 && starts[0] != nil, "\(starts)")
    let states = lines.filter { $0.hasPrefix("  ●") || $0.hasPrefix("  ○") }.map { line in
      line.range(of: "  89").map { Terminal.width(String(line[..<$0.lowerBound])) }
    }
    #expect(states.count == 4 && Set(states).count == 1)
  }

  @Test func theLocaleDoesTheSame() throws {
    let milliseconds = try Regex("[0-9]+ 毫秒")
    func output(_ arguments: [String], _ environment: [String: String]) throws -> String {
      try Command.run([Command.executable] + arguments, environment: environment)
        .output.replacing(milliseconds, with: "")
    }
    let chinese = try output(["--virtual", "travel-euicc", "--lang", "zh-Hans"], [:])
    let locale = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"]
    #expect(try output(["--virtual", "travel-euicc"], locale) == chinese)
    #expect(try output(["--lang", "zh-Hans", "read", "--virtual", "travel-euicc"], [:]) == chinese)
    #expect(try output(["--virtual", "travel-euicc", "--lang", "en"], locale).contains("enabled"))
  }

  @Test func anUnknownLanguageIsAMistake() throws {
    let result = try Command.cardinfo("--lang", "xx", "readers")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("'xx'"))
    #expect(result.errors.contains("en (English), zh-Hans (简体中文)"))
  }

  @Test(arguments: [
    "--virtual travel-euicc --virtual pin-locked --virtual mute --virtual wiped --json --full",
    "export --virtual no-signing-roots", "readers --json", "doctor --json", "virtual list --json",
    "decode sw 6A82 --json", "decode iccid 8944500123456789011 --json",
    "profiles --virtual plain-sim --json", "profiles --virtual mute --format lpac",
    "chip --virtual travel-euicc --format lpac", "--virtual plain-sim --json --trace -",
    "profiles enable 8985203012345678902 --yes --virtual says-done --json",
    "--version",
  ])
  func whatProgramsReadHasNoLanguage(arguments: String) throws {
    let changing = try Regex(
      #""(generatedAt|readAt|milliseconds)" : [^,\n]+|(?m)^ *[0-9]+\.[0-9]+  |^#.*"#)
    let english = try Self.run(arguments, ["--lang", "en"])
    let chinese = try Self.run(arguments, ["--lang", "zh-Hans"])
    #expect(!english.output.isEmpty)
    #expect(
      english.output.replacing(changing, with: "") == chinese.output.replacing(changing, with: ""))
    if arguments.contains("--trace") {
      #expect(
        english.errors.replacing(changing, with: "") == chinese.errors.replacing(changing, with: "")
      )
    }
    #expect(english.status == chinese.status)
  }
}
