import CardState
import Foundation
import Testing

struct ReadCommandTests {
  @Test func isTheDefault() throws {
    let result = try Command.cardinfo("--virtual", "travel-euicc")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    for text in [
      "ICCID      8944500123456789011", "IMSI       234501234567890", "carrier    Airalo",
      "EID        89049032000000000000012600041755  Giesecke+Devrient",
      "●  enabled   8944500123456789011  airalo expires 5/25", "出差 🇭🇰 每90天充值",
    ] {
      #expect(result.output.contains(text))
    }
  }

  @Test func fitsATerminalOf80Columns() throws {
    let result = try Command.cardinfo("--virtual", "travel-euicc", "--virtual", "pin-locked")
    let lines = result.output.split(separator: "\n")
    #expect(lines.map(\.count).max() ?? 0 <= 80)
    #expect(!result.output.contains(" \n"))
  }

  @Test func readsSeveralCards() throws {
    let result = try Command.cardinfo(
      "--virtual", "china-mobile", "--virtual", "gsm-2g", "--json")
    let cards = try result.document().cards
    #expect(cards.map(\.iccid) == ["898600B5112233445566", "8944110000001234564"])
    #expect(cards.map(\.reader.index) == [0, 1])
  }

  @Test func onlyReadsWhatIsAskedFor() throws {
    let result = try Command.cardinfo(
      "--virtual", "plain-euicc", "--only", "identity,profiles", "--json")
    let card = try #require(try result.document().cards.first)
    #expect(card.cost.apdus == 9)
    #expect(card.iccid == "8965010123456789019")
    #expect(card.subscriber?.spn == nil)
  }

  @Test func aFileIsNotColoured() throws {
    let result = try Command.cardinfo("--virtual", "travel-euicc")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func aTerminalIsColouredUnlessNoColorIsSet() throws {
    let inTerminal = "script -qec '$CARDINFO --virtual travel-euicc' /dev/null"
    let coloured = try Command.bash("unset NO_COLOR; TERM=xterm \(inTerminal)")
    #expect(coloured.output.contains("\u{1B}[32m"))
    #expect(!(try Command.bash("NO_COLOR=1 TERM=xterm \(inTerminal)").output.contains("\u{1B}")))
    #expect(
      !(try Command.bash("unset NO_COLOR; TERM=dumb \(inTerminal)").output.contains("\u{1B}")))
  }

  @Test func aReaderOfThePipeMayLeave() throws {
    let result = try Command.bash(
      "$CARDINFO --virtual sixty-profiles --json | head -1; echo ${PIPESTATUS[0]}")
    #expect(result.output == "{\n0\n")
    #expect(result.errors.isEmpty)
  }

  @Test func aFullDiskIsAnError() throws {
    let result = try Command.bash("$CARDINFO --virtual travel-euicc >/dev/full")
    #expect(result.status == 73)
    #expect(result.errors.contains("No space left on device"))
  }

  @Test(arguments: [
    (["--virtual", "no-such-card"], "there is no virtual card 'no-such-card'"),
    (["--only", "colour"], "--only does not know 'colour'"),
    (["--only", ""], "--only wants parts"),
    (["--reader", "0", "--virtual", "plain-sim"], "exclude each other"),
    (["--show-ids"], "--show-ids is for --trace FILE"),
    (["--no-such-option"], "Unknown option"),
  ]) func mistakesAreExplained(arguments: [String], message: String) throws {
    let result = try Command.run([Command.executable] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
  }

  @Test func aBadCardStandsBesideGoodOnes() throws {
    let result = try Command.cardinfo(
      "--virtual", "plain-sim", "--virtual", "mute", "--virtual", "removed", "--virtual",
      "gsm-2g", "--json")
    #expect(result.status == 1)
    let document = try result.document()
    #expect(
      document.cards.map(\.iccid) == [
        "8944110123456789013", "8944500123456789011", "8944110000001234564",
      ])
    #expect(document.errors.map(\.code) == ["card.mute", "card.removed"])
    #expect(document.errors.map(\.reader) == ["virtual mute", "virtual removed"])
    #expect(document.errors.allSatisfy { $0.hint != nil })
    #expect(result.errors.contains("cardinfo: virtual mute: the card does not answer\n  hint: "))
  }

  @Test func helpAndVersion() throws {
    let help = try Command.cardinfo("--help")
    #expect(help.status == 0)
    for word in ["readers", "profiles", "export", "decode", "doctor", "virtual"] {
      #expect(help.output.contains(word))
    }
    #expect(try Command.cardinfo("read", "--help").output.contains("--redact"))
    #expect(try Command.cardinfo("--version").output == "0.1.0\n")
  }
}

struct ReadmeTests {
  @Test func theTranscriptIsWhatTheCommandPrints() throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let output = try Command.cardinfo("--virtual", "travel-euicc").output
    let milliseconds = try Regex("[0-9]+ ms")
    let transcript =
      "$ cardinfo --virtual travel-euicc\n\(output.replacing(milliseconds, with: "1 ms"))"
    #expect(readme.contains(transcript))
  }

  @Test func theLineOfTheReadmeIsWhatTheCommandSays() throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let desk = try Desk()
    let commands = readme.split(separator: "\n").filter {
      $0.hasPrefix("$ cardinfo line add") || $0.hasPrefix("$ cardinfo log")
    }
    #expect(commands.count == 2)
    for command in commands { try desk.output(String(command.dropFirst(11)), at: "2026-11-23") }
    #expect(readme.contains("$ cardinfo lines\n\(try desk.output("lines", at: "2026-11-23"))"))
  }

  /// Each command of the five minutes is run, in their order, in a home of its own.
  @Test func theFiveMinutesWork() throws {
    let readme = try String(
      contentsOf: Command.package.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## In five minutes\n").last)
    let block = try #require(section.components(separatedBy: "```\n").dropFirst().first)
    let commands = block.split(separator: "\n").filter { !$0.hasPrefix("make ") }.map {
      String($0).replacing(#/ +#.*/#, with: "")
    }
    #expect(commands.count == 8)
    let scratch = try Scratch()
    // No reader is here; the desk ends after a while, and takes any port.
    let script = commands.map { command -> String in
      switch command {
      case "cardinfo", "cardinfo line add --card": "\(command) --virtual plain-sim"
      case "cardinfo desk":
        "{ timeout -s INT 3 \"$CARDINFO\" desk --port 0 > ~/desk || [ $? = 124 ]; }"
      default: command
      }
    }
    let result = try Command.bash(
      "set -e; cardinfo() { \"$CARDINFO\" \"$@\"; }\n" + script.joined(separator: "\n"),
      environment: [
        "HOME": scratch.path("."), "XDG_DATA_HOME": scratch.path(".local/share"),
        "XDG_CONFIG_HOME": scratch.path(".config"), "TZ": "Europe/London",
      ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("giffgaff"))
    #expect(try scratch.text("notices.json").contains("cardinfo.notice"))
    #expect(try scratch.text("lines.ics").contains("BEGIN:VEVENT"))
    #expect(try scratch.text("desk").hasPrefix("http://127.0.0.1:"))
  }
}
