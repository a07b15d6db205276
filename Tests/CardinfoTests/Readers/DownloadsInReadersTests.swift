import CardState
import Foundation
import Testing

@testable import cardinfo

/// Downloads through real pcscd and TLS, from a server that shares no code with what is tried. One card
/// takes one profile after the other, as people give the codes: what it lists, what the server was told
/// and what the ledger has is asked for afterwards.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct DownloadsInReadersTests {
  private static let eid = "89049032000000000000012600074735"
  // By a code, an image, a confirmation code, the default SM-DP+, the SM-DS.
  private static let iccids = [
    TestServers.iccid, "8900100000000000028", "8900100000000000036", "8900100000000000044",
    "8900100000000000051",
  ]
  private static let orders: [[String: any Sendable]] = [
    ["iccid": iccids[1], "matching_id": "IN-AN-IMAGE", "name": "Image"],
    [
      "iccid": iccids[2], "matching_id": "CONFIRMED", "confirmation_code": "2468", "tries": 2,
      "name": "Confirmed",
    ],
    ["iccid": iccids[3], "eid": eid, "is_default": true, "name": "Default"],
    ["iccid": iccids[4], "eid": eid, "matching_id": "EVENT-7", "name": "Event"],
    ["iccid": "8900100000000000069", "matching_id": "SPENT", "confirmation_code": "1", "tries": 2],
  ]

  @Test func everyWayToAProfile() throws {
    let servers = try TestServers(others: [
      "orders": Self.orders, "events": [["eid": Self.eid, "event_id": "EVENT-7"]],
    ])
    let scratch = try Scratch()
    try QRPicture.write("LPA:1$\(servers.smdp)$IN-AN-IMAGE", to: scratch.path("code.pbm"))
    let result = try PCSCD.with(
      ["blank-euicc"],
      """
      cd \(scratch.directory.path()); export XDG_DATA_HOME=$PWD/data
      root=\(Command.package.path())\(TestServers.root)
      get() { $CARDINFO profiles download --ca $root --yes --json "$@" </dev/null; echo "ends $?" >&2; }
      get "LPA:1\\$\(servers.smdp)\\$\(TestServers.code)" --send --name Trip
      get --qr code.pbm --send --enable
      get "1\\$\(servers.smdp)\\$CONFIRMED\\$\\$1" --send --confirmation-code-fd 3 3<<<1357
      get "1\\$\(servers.smdp)\\$CONFIRMED\\$\\$1" --send --confirmation-code-fd 3 3<<<2468
      $CARDINFO profiles default-address \(servers.smdp) --yes >/dev/null
      get --send
      eval "$($CARDINFO profiles discover --smds \(servers.smds) --ca $root | sed "s|^cardinfo profiles download|get --send|")"
      get "1\\$\(servers.smdp)\\$SPENT" --confirmation-code-fd 3 3<<<8
      get "1\\$\(servers.smdp)\\$SPENT" --confirmation-code-fd 3 3<<<9
      get "1\\$\(servers.smdp)\\$SPENT" --confirmation-code-fd 3 3<<<1
      $CARDINFO profiles --json >profiles; $CARDINFO notifications list --json >notifications
      $CARDINFO line show Trip >line
      """)
    let ends = result.errors.split(separator: "\n").filter { $0.hasPrefix("ends ") }
    #expect(ends.map { $0.dropFirst(5) } == ["0", "0", "1", "0", "0", "0", "1", "1", "1"])
    let said = try Self.documents(in: result.output)
    #expect(said.map(\.isOnCard) == ["yes", "yes", "no", "yes", "yes", "yes", "no", "no", "no"])
    #expect(
      said.map(\.isCodeUsed)
        == ["yes", "yes", "no", "yes", "yes", "yes", "no", "yes", "unknown"])

    // What the card lists.
    let profiles = try Self.euicc(in: scratch.text("profiles"))
    #expect(profiles.profiles?.map(\.iccid) == Self.iccids)
    #expect(
      profiles.profiles?.map(\.state) == [
        .disabled, .enabled, .disabled, .disabled, .disabled,
      ])
    #expect(try Self.euicc(in: scratch.text("notifications")).notifications?.isEmpty == true)
    // What the server was told: of each profile, and that one was enabled.
    let told = try servers.control.value([Told].self, at: "/notifications")
    #expect(told.allSatisfy { $0.isVerified && $0.eid == Self.eid })
    #expect(told.filter { $0.operation == "install" }.map(\.iccid) == Self.iccids)
    #expect(told.filter { $0.operation == "enable" }.map(\.iccid) == [Self.iccids[1]])
    let orders = try servers.control.value([Order].self, at: "/orders")
    #expect(orders.map(\.state) == Array(repeating: "installed", count: 5) + ["error"])
    #expect(try servers.violations() == [])
    // What the ledger has.
    #expect(try scratch.text("line").contains("profile installed"))
  }

  private struct Told: Decodable {
    var iccid: String
    var operation: String
    var isVerified: Bool
    var eid: String?
  }

  private struct Order: Decodable {
    var state: String
  }

  private struct Answer: Decodable {
    struct Download: Decodable {
      var isOnCard: String
      var isCodeUsed: String
    }
    var download: Download
  }

  /// The JSON documents that stand behind each other.
  private static func documents(in text: String) throws -> [Answer.Download] {
    try text.split(separator: "\n}").filter { $0.contains("{") }.map {
      try JSONDecoder().decode(Answer.self, from: Data("\($0)}".utf8)).download
    }
  }

  private static func euicc(in text: String) throws -> EUICC {
    try #require(
      try Command.Result(status: 0, output: text, errors: "").document().cards.first?.euiccs.first)
  }
}

/// A QR code as a picture that ZBar's program reads: a portable bitmap.
enum QRPicture {
  static func write(_ text: String, to path: String) throws {
    let lines = try #require(QRCode(text)).lines
    let rows = lines.flatMap { line in
      [line.map { " ▄".contains($0) }, line.map { " ▀".contains($0) }]
    }
    let scale = 4
    let pixels = rows.flatMap { row -> [String] in
      let wide = row.flatMap { Array(repeating: $0 ? "1" : "0", count: scale) }
        .joined(separator: " ")
      return Array(repeating: wide, count: scale)
    }
    let width = scale * (rows.first?.count ?? 0)
    try "P1\n\(width) \(pixels.count)\n\(pixels.joined(separator: "\n"))\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
  }
}
