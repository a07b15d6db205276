import Foundation
import Testing

/// Activation codes are kept out of what others see.
struct DownloadCodeTests {
  private static let secret = "SECRET-4711"
  private static let code = "LPA:1$localhost:1$\(secret)"

  @Test(arguments: [
    "profiles download '\(code)' --virtual travel-euicc --yes",
    "profiles download - --virtual travel-euicc --yes <<< '\(code)'",
    "profiles download --code-fd 3 --virtual travel-euicc --yes 3<<< '\(code)'",
    "profiles download --smdp localhost:1 --matching-id \(secret) --virtual travel-euicc --yes",
    "profiles download '\(code)$x' --virtual travel-euicc --yes",
    "profiles download --smdp '\(code)' --virtual travel-euicc --yes",
    "profiles download x '\(code)' --virtual travel-euicc --yes",
    "profiles download --code-fd '\(code)' --virtual travel-euicc --yes",
    "profiles download x --imei SECRET-47114901542032 --virtual travel-euicc --yes",
  ]) func noOutputHasTheCode(command: String) throws {
    let desk = try Desk()
    let trace = desk.scratch.path("trace")
    let script = command.replacing("--virtual", with: "--trace \(trace) --virtual")
    for form in ["", "--json"] {
      let result = try desk.run(script.replacing("--yes", with: "--yes \(form)"))
      #expect(result.status != 0)
      #expect(!(result.output + result.errors).contains(Self.secret), "\(command)")
    }
    let written = FileManager.default.enumerator(atPath: desk.scratch.directory.path())
    for case let file as String in try #require(written) {
      let bytes = FileManager.default.contents(atPath: desk.scratch.path(file)) ?? Data()
      #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, "\(file)")
    }
  }

  @Test(arguments: [
    ("--code-fd 9", "can't read"), ("--qr README.md", "can't be read as an image"),
    ("--qr no-such.png", "can't read"), ("- < /", "can't read"),
    ("hello", "this is no activation code"),
    ("'LPA:1$localhost$X' --confirmation-code-fd 2468", "no open descriptor"),
    ("- < /dev/null", "no activation"),
  ]) func whatCantBeReadIsNoMissingCode(source: String, says: String) throws {
    let result = try Desk().run("profiles download \(source) --virtual blank-euicc --yes")
    #expect(result.status != 0 && result.errors.contains(says), "\(result.errors)")
  }

  @Test func theArgumentIsGoneFromTheListOfProcesses() throws {
    // A server that does not answer: the command waits, and is looked at.
    let script = """
      /usr/bin/python3 -c 'import socket,time
      s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True)
      time.sleep(300)' > $XDG_DATA_HOME/port &
      server=$!
      until [ -s $XDG_DATA_HOME/port ]; do sleep 0.05; done
      $CARDINFO profiles download "LPA:1\\$localhost:$(cat $XDG_DATA_HOME/port)\\$\(Self.secret)" \
        --virtual blank-euicc --yes >/dev/null 2>&1 &
      command=$!
      for _ in $(seq 600); do grep -qa '*' /proc/$command/cmdline && break; sleep 0.1; done
      sleep 1
      tr '\\0' ' ' < /proc/$command/cmdline
      kill -INT $command; wait $command; echo "ended with $?"
      kill $server
      """
    let scratch = try Scratch()
    let result = try Command.bash(script, environment: ["XDG_DATA_HOME": scratch.path("")])
    #expect(result.output.contains("profiles download *"))
    #expect(!result.output.contains(Self.secret))
    #expect(result.output.contains("ended with 130"))
  }
}
