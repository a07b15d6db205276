import Foundation
import Testing

/// Where results go is left as it was found, and what can't be written is not said to be.
struct OutputPlacesTests {
  @Test(arguments: ["lines", "readers --json", "virtual list"])
  func aClosedOutputIsNoSuccess(command: String) throws {
    let desk = try Desk()
    try desk.output("line add --name Due --expires 2026-11-24", at: "2026-11-20")
    #expect(try desk.run("\(command) >&-").status == 73)
  }

  @Test func aNoticeThatNobodyGotIsSentAgain() throws {
    let desk = try Desk()
    try desk.output("line add --name Due --expires $(date -d tomorrow +%F)")
    #expect(try desk.run("notify send >&-").status != 0)
    #expect(try desk.output("notify send").contains("Due"))
  }

  @Test(arguments: ["report", "calendar"]) func aPipeStaysOne(command: String) throws {
    let desk = try Desk()
    try desk.output("line add --name Due --expires 2027-11-24")
    let pipe = desk.scratch.path("pipe")
    let result = try Command.bash(
      """
      mkfifo '\(pipe)'
      timeout 20 cat '\(pipe)' >'\(pipe).read' &
      timeout 20 $CARDINFO \(command) -o '\(pipe)' || exit
      wait
      [ -p '\(pipe)' ] && grep -c Due '\(pipe).read'
      """, environment: ["XDG_DATA_HOME": desk.scratch.path("data"), "LC_ALL": "C"])
    #expect(result.status == 0 && result.output != "0\n", "\(result.errors)")
  }

  @Test func aLinkStaysOne() throws {
    let desk = try Desk()
    try desk.output("line add --name Due --expires 2027-11-24")
    let (file, link) = (desk.scratch.path("file"), desk.scratch.path("link"))
    try Data().write(to: URL(filePath: file))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try desk.output("calendar -o '\(link)'")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    #expect(try desk.scratch.text("file").contains("Due"))
    // A desk's link takes no other file's place.
    let other = try desk.run("desk --port 0 --link-file '\(file)'", within: "timeout 20")
    #expect(other.status == 73, "\(other.errors)")
    #expect(try desk.scratch.text("file").contains("Due"))
  }
}
