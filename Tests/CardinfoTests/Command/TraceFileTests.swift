import Foundation
import Testing

/// A trace holds what a card said: it is for its owner alone, and goes nowhere else.
struct TraceFileTests {
  private let scratch = try? Scratch()

  private func run(_ script: String) throws -> Command.Result {
    let directory = try #require(scratch).path("")
    return try Command.bash("cd \(directory) && \(script)")
  }

  private let read = "$CARDINFO --virtual plain-sim --trace trace >/dev/null"

  @Test func aNewFileIsForItsOwnerAlone() throws {
    let result = try run("umask 0; \(read); stat -c %a trace; wc -l < trace")
    #expect(result.output.hasPrefix("600\n"), "\(result.errors)")
  }

  @Test func aFileThatOthersMayReadIsNotKept() throws {
    let result = try run(
      "echo old > trace; chmod 666 trace; exec 9<trace; \(read); stat -c %a trace; cat <&9; grep -c old trace"
    )
    // Whoever had the old one open sees nothing of the new one.
    #expect(result.output == "600\nold\n0\n", "\(result.errors)")
  }

  @Test func aLinkIsNotFollowed() throws {
    let result = try run(
      "echo precious > file; ln -s file trace; \(read); echo $?; cat file; ls")
    #expect(result.output == "73\nprecious\nfile\ntrace\n", "\(result.errors)")
  }

  @Test func anotherNameOfTheFileKeepsWhatItHas() throws {
    let result = try run("echo precious > file; ln file trace; \(read); echo $?; cat file")
    #expect(result.output == "0\nprecious\n", "\(result.errors)")
  }

  @Test func aDeviceIsADevice() throws {
    let result = try run(
      "$CARDINFO --virtual plain-sim --trace /dev/null >/dev/null; echo $?; stat -c %F /dev/null")
    #expect(result.output == "0\ncharacter special file\n", "\(result.errors)")
  }
}
