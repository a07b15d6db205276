import CardState
import Foundation
import Testing
import VirtualCard

/// Identifiers are in the answer that a person asked for, and nowhere else.
struct PrivacyTests {
  /// All that tells one travel-euicc from another, as printed and as it crosses the wire.
  private let identifiers = [
    "8944500123456789011", "234501234567890", "89049032000000000000012600041755",
    "8985203012345678902", "8933010123456789017", "8900101234567890120",
    "98445410325476981 0F1".filter { $0 != " " }, "082943052143658709",
  ]

  @Test(arguments: [["--json"], [], ["--full", "--json"]])
  func redactedAnswersHoldNone(arguments: [String]) throws {
    let result = try Command.run(
      [Command.executable, "--virtual", "travel-euicc", "--redact"] + arguments)
    #expect(result.status == 0)
    for identifier in identifiers { #expect(!result.output.contains(identifier)) }
    #expect(result.output.contains("894450*"))
    #expect(result.output.contains("23450*"))
    #expect(result.output.contains("89049032*"))
    #expect(result.output.contains("Airalo"))
  }

  @Test func tracesHoldNone() throws {
    let scratch = try Scratch()
    let result = try Command.cardinfo(
      "--virtual", "travel-euicc", "--trace", scratch.path("trace"))
    #expect(result.status == 0)
    let trace = try scratch.text("trace")
    for identifier in identifiers { #expect(!trace.contains(identifier)) }
    #expect(!trace.contains("61697261 6C6F".filter { $0 != " " }))
    #expect(trace.contains("EF.IMSI"))
    #expect(trace.contains("> 00B0870009  < [9]9000"))
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("trace"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test(arguments: NamedCard.catalog.map(\.name))
  func fullTracesHoldNone(name: String) throws {
    let scratch = try Scratch()
    let arguments = ["--virtual", name, "--full", "--contacts", "--trace", scratch.path("trace")]
    let document = try Command.run([Command.executable] + arguments + ["--json"]).document()
    let trace = try scratch.text("trace")
    for card in document.cards {
      let imsi = card.files.first { $0.name == "EF.IMSI" }?.raw
      let iccid = card.files.first { $0.name == "EF.ICCID" }?.raw
      for identifier in [imsi, iccid].compactMap({ $0 }) where identifier.contains("0") {
        #expect(!trace.contains(identifier))
      }
    }
  }

  @Test func aFileOfOneApplicationIsNotTakenForThatOfAnother() throws {
    // 6F07 is EF.IMSI in the USIM and EF.IST in the ISIM.
    let result = try Command.cardinfo("--virtual", "plain-sim", "--full", "--json")
    let files = try #require(try result.document().cards.first?.files)
    #expect(files.allSatisfy { !$0.path.hasPrefix("ADF.ISIM") || $0.status == .absent })
  }

  @Test func tracesShowIdentifiersWhenAsked() throws {
    let scratch = try Scratch()
    _ = try Command.cardinfo(
      "--virtual", "travel-euicc", "--trace", scratch.path("trace"), "--show-ids")
    #expect(try scratch.text("trace").contains("< 0829430521436587099000"))
  }

  @Test func aTraceHasALineForEachExchange() throws {
    let scratch = try Scratch()
    let result = try Command.cardinfo(
      "--virtual", "travel-euicc", "--trace", scratch.path("trace"), "--json")
    let cost = try #require(try result.document().cards.first?.cost)
    let lines = try scratch.text("trace").split(separator: "\n")
    #expect(lines.count { $0.contains("  > ") } == cost.apdus)
  }

  @Test func aTraceThatCantBeWrittenIsAnError() throws {
    let result = try Command.cardinfo("--virtual", "plain-sim", "--trace", "/no/such/place")
    #expect(result.status == 73)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("No such file or directory"))
  }

  @Test func anExportIsForItsOwnerAlone() throws {
    let scratch = try Scratch()
    let result = try Command.cardinfo(
      "export", "--virtual", "travel-euicc", "-o", scratch.path("cards.json"))
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("cards.json"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let document = try CardStateDocument(json: Data(try scratch.text("cards.json").utf8))
    #expect(document.cards.first?.euiccs.first?.profiles?.first?.icon != nil)
  }

  @Test func numbersInNamesAreMasked() throws {
    let document = try Command.cardinfo("--virtual", "travel-euicc", "--json").document()
    var named = document
    let names = [
      "mum +86 13800138000, 5/25": "mum +** ***********, 5/25",
      "+86-138-1234-5678": "+**-***-****-****",
      "airalo expires 5/25": "airalo expires 5/25",
    ]
    for (name, masked) in names {
      named.cards[0].euiccs[0].profiles?[0].nickname = name
      named.cards[0].euiccs[0].profiles?[0].serviceProvider = name
      let profile = named.redacted().cards[0].euiccs[0].profiles?[0]
      #expect(profile?.nickname == masked)
      #expect(profile?.serviceProvider == masked)
    }
  }

  @Test func errorsHoldNone() throws {
    let result = try Command.cardinfo("--virtual", "removed")
    for identifier in identifiers { #expect(!result.errors.contains(identifier)) }
  }
}
