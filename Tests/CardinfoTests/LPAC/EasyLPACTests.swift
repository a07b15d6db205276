import Foundation
import Testing

/// EasyLPAC's argument lists, in the order of somebody who uses it, each with the environment that it gives
/// and no other, through real pcscd.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct EasyLPACTests {
  private static let iccid = TestServers.iccid

  /// What is run; a number stands for the latest notification. Each is as in its source, `cmd.go`.
  private static func words(_ servers: TestServers) -> [String] {
    let refresh = ["profile list", "notification list", "chip info"]
    return ["version", "driver list", "driver apdu list"] + refresh
      + ["profile download -s \(servers.smdp) -m \(TestServers.code) -c 4711 -i 356938035643809"]
      + refresh + ["notification process -r 1", "notification list"]
      + ["profile enable \(iccid)"] + refresh + ["notification process -r 2"]
      + ["profile nickname \(iccid) Trip", "chip defaultsmdp \(servers.smdp)"]
      + ["profile disable \(iccid)"] + refresh + ["notification process -r 3"]
      + ["profile delete \(iccid)"] + refresh
      + ["notification process 4", "notification list", "notification remove 4"] + refresh
  }

  private func replay(_ servers: TestServers) throws -> [EasyLPAC.Step] {
    let scratch = try Scratch()
    let script = try #require(
      FileManager.default.createFile(
        atPath: scratch.path("run"),
        contents: Data(
          """
          # It finds lpac by its name, in a directory; ours trusts the test CI there.
          cat > "$1/lpac" <<END
          #!/bin/sh
          export XDG_DATA_HOME=$1 PCSCLITE_CSOCK_NAME=$PCSCLITE_CSOCK_NAME
          exec $CARDINFO lpac --ca $PWD/\(TestServers.root) "\\$@"
          END
          chmod +x "$1/lpac"
          while read -r words; do
            env -i LPAC_HTTP=curl LPAC_CUSTOM_ISD_R_AID=A0000005591010FFFFFFFF8900000100 \\
              LPAC_APDU=pcsc LPAC_APDU_PCSC_DRV_IFID=0 \\
              LPAC_APDU_PCSC_DRV_NAME='Virtual slot 1 00 00' \\
              "$1/lpac" $words >"$1/output" 2>"$1/errors" </dev/null
            echo "$? $(tail -n 1 "$1/output")"
          done

          """.utf8)) ? scratch.path("run") : nil)
    let words = Self.words(servers)
    let list = scratch.path("words")
    try Data(words.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: list))
    let result = try PCSCD.with(
      ["blank-euicc"], "bash \(script) \(scratch.path("")) < \(list)")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == words.count, "\(result.output)\(result.errors)")
    return try zip(words, lines).map { words, line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return EasyLPAC.Step(
        words: words, status: try #require(parts.first.flatMap { Int32($0) }),
        line: Data((parts.dropFirst().first ?? "").utf8))
    }
  }

  @Test func itsArgumentListsRunUnchanged() throws {
    let servers = try TestServers(order: ["confirmation_code": "4711"])
    var profiles: [[EasyLPAC.Profile]] = []
    var notifications: [[EasyLPAC.Notification]] = []
    var chips: [EasyLPAC.Chip] = []
    for step in try replay(servers) {
      switch step.words {
      case "version": #expect(try step.data(String.self).hasPrefix("2."))
      case "driver list":
        #expect(try step.payload(EasyLPAC.DriverList.self).LPAC_APDU == ["pcsc"])
      case "driver apdu list":
        let devices = try step.payload(EasyLPAC.DeviceList.self).data
        #expect(devices?.first?.env == "0")
        #expect(devices?.first?.name == "Virtual slot 1 00 00")
      case "profile list": profiles.append(try step.data([EasyLPAC.Profile].self))
      case "notification list": notifications.append(try step.data([EasyLPAC.Notification].self))
      case "chip info": chips.append(try step.data(EasyLPAC.Chip.self))
      default: try step.succeeded()
      }
    }
    // Before, downloaded, enabled, disabled, deleted, and when that was told.
    #expect(
      profiles.map { $0.compactMap(\.profileState) }
        == [[], ["disabled"], ["enabled"], ["disabled"], [], []])
    #expect(
      profiles.map { $0.compactMap(\.profileNickname) } == [[], [], [], ["Trip"], [], []])
    #expect(profiles.dropFirst().first?.first?.iccid == Self.iccid)
    // It looks for numbers that were not there before; one at a time, as it sends each.
    #expect(notifications.map { $0.map(\.seqNumber) } == [[], [1], [], [2], [3], [4], [4], []])
    #expect(
      notifications.flatMap { $0 }.compactMap(\.profileManagementOperation)
        == ["install", "enable", "disable", "delete", "delete"])
    #expect(chips.allSatisfy { $0.eidValue == "89049032000000000000012600074735" })
    #expect(chips.allSatisfy { ($0.EUICCInfo2?.extCardResource?.freeNonVolatileMemory ?? 0) > 0 })
    #expect(chips.last?.EuiccConfiguredAddresses?.defaultDpAddress == servers.smdp)
    #expect(try servers.requests().filter { $0 == "handleNotification" }.count == 4)
    #expect(try servers.violations() == [])
  }
}
